namespace VirglHost.OpenGL;

/// <summary>Window depths of the near and far plane, each in 0..1.</summary>
/// <param name="Near">Depth of the near plane.</param>
/// <param name="Far">Depth of the far plane.</param>
public readonly record struct GlDepthRange(double Near, double Far)
{
    /// <summary>GL's initial range.</summary>
    public static GlDepthRange Initial => new(0, 1);
}
