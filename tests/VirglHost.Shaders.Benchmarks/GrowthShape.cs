namespace VirglHost.Shaders.Benchmarks;

/// <summary>What a growing shader is made of.</summary>
internal enum GrowthShape
{
    /// <summary>Arithmetic on a few registers.</summary>
    Straight,

    /// <summary>Branches, sixty deep, again and again.</summary>
    Branches,

    /// <summary>Loops side by side.</summary>
    Loops,

    /// <summary>A new temporary register for each instruction, as far as there are numbers.</summary>
    Temporaries,

    /// <summary>A new immediate for each instruction, as far as may be declared.</summary>
    Immediates,

    /// <summary>Writes to an array by address.</summary>
    Arrays,

    /// <summary>Texture lookups.</summary>
    Textures,

    /// <summary>64-bit arithmetic.</summary>
    Doubles,

    /// <summary>Some of everything, as in shaders of real programs.</summary>
    Mixed,
}
