namespace VirglHost.Shaders.Ir;

/// <summary>Index into the arena of one <see cref="ShaderModule"/>.</summary>
internal readonly record struct ExpressionId(int Index)
{
    public static readonly ExpressionId None = new(-1);

    public bool IsNone => Index < 0;
}
