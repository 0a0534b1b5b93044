using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Lowering;

/// <summary>A contiguous range of registers that an address may index.</summary>
internal sealed class RegisterArray(int first, int length)
{
    public int First { get; } = first;

    public int Length { get; } = length;

    /// <summary>None until first used.</summary>
    public VariableId Variable { get; set; } = VariableId.None;
}
