namespace VirglHost.OpenGL;

/// <summary>Face culling.</summary>
/// <param name="Enabled">Whether faces are culled.</param>
/// <param name="Face">Front, back or both.</param>
public readonly record struct GlCull(bool Enabled, GLEnum Face)
{
    /// <summary>GL's initial culling: off.</summary>
    public static GlCull Initial => new(false, GLEnum.Back);
}
