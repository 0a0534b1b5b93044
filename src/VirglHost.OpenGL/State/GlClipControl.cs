namespace VirglHost.OpenGL;

/// <summary>Clip space conventions.</summary>
/// <param name="Origin">LowerLeft or UpperLeft.</param>
/// <param name="Depth">NegativeOneToOne or ZeroToOne.</param>
public readonly record struct GlClipControl(GLEnum Origin, GLEnum Depth)
{
    /// <summary>GL's own conventions.</summary>
    public static GlClipControl Initial => new(GLEnum.LowerLeft, GLEnum.NegativeOneToOne);
}
