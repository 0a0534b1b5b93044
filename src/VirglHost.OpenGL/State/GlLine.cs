namespace VirglHost.OpenGL;

/// <summary>Line rasterisation.</summary>
/// <param name="Width">Width in pixels, above 0.</param>
/// <param name="Smooth">Whether lines are antialiased.</param>
public readonly record struct GlLine(float Width, bool Smooth)
{
    /// <summary>GL's initial lines.</summary>
    public static GlLine Initial => new(1, false);
}
