namespace VirglHost.Shaders.Tgsi;

/// <summary>How an opcode's lanes relate.</summary>
internal enum OpcodeShape : byte
{
    /// <summary>Lane k of the result depends on lane k of the sources; all written lanes are computed in one vector operation.</summary>
    Lanewise,

    /// <summary>Like <see cref="Lanewise"/>, but computed scalar by scalar because GLSL has only a scalar form.</summary>
    PerLane,

    /// <summary>Lane x of the sources gives one result for all written lanes.</summary>
    Scalar,

    /// <summary>All four lanes of the sources give one scalar or four lanes.</summary>
    Whole,

    /// <summary>Lowered by a method that reads the instruction itself.</summary>
    Special,
}
