namespace VirglHost.OpenGL;

/// <summary>Point rasterisation.</summary>
/// <param name="Size">Size in pixels, above 0.</param>
/// <param name="ProgramSize">Whether shaders choose the size.</param>
/// <param name="SpriteOrigin">LowerLeft or UpperLeft corner of the sprite is (0, 0).</param>
/// <param name="FadeThreshold">Size below which points fade in multisampling.</param>
public readonly record struct GlPoint(float Size, bool ProgramSize, GLEnum SpriteOrigin, float FadeThreshold)
{
    /// <summary>GL's initial points.</summary>
    public static GlPoint Initial => new(1, false, GLEnum.UpperLeft, 1);
}
