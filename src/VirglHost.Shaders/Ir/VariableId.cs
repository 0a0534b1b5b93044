namespace VirglHost.Shaders.Ir;

/// <summary>Index into the variable list of one <see cref="ShaderModule"/>.</summary>
internal readonly record struct VariableId(int Index)
{
    public static readonly VariableId None = new(-1);

    public bool IsNone => Index < 0;
}
