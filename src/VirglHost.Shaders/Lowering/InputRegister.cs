using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Lowering;

/// <summary>One declared IN register.</summary>
internal sealed record InputRegister(
    int Register, ShaderSemantic Semantic, int Index, int Mask, InterpolationMode Interpolation, InterpolationLocation Location, bool IsPerVertex)
{
    /// <summary>The varying that holds it, none for built-ins and until first used.</summary>
    public VariableId Variable { get; set; } = VariableId.None;
}
