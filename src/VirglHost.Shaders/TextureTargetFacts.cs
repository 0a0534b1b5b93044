namespace VirglHost.Shaders;

/// <summary>Facts about texture targets that follow from the target alone.</summary>
public static class TextureTargetFacts
{
    /// <summary>Lookups compare against a reference value.</summary>
    public static bool IsShadow(this TextureTarget target) => target is TextureTarget.Shadow1D or TextureTarget.Shadow2D
        or TextureTarget.ShadowRect or TextureTarget.Shadow1DArray or TextureTarget.Shadow2DArray or TextureTarget.ShadowCube
        or TextureTarget.ShadowCubeArray;

    /// <summary>Texels have samples and no mip levels.</summary>
    public static bool IsMultisample(this TextureTarget target)
        => target is TextureTarget.Texture2DMultisample or TextureTarget.Texture2DArrayMultisample;

    /// <summary>Has mip levels, so that size and fetch take a level.</summary>
    public static bool HasLevels(this TextureTarget target)
        => !target.IsMultisample() && target is not (TextureTarget.Buffer or TextureTarget.Rect or TextureTarget.ShadowRect);

    internal static bool IsArray(this TextureTarget target) => target is TextureTarget.Texture1DArray or TextureTarget.Texture2DArray
        or TextureTarget.Shadow1DArray or TextureTarget.Shadow2DArray or TextureTarget.Texture2DArrayMultisample
        or TextureTarget.CubeArray or TextureTarget.ShadowCubeArray;

    /// <summary>Lanes of a coordinate, the array layer included, the reference value not.</summary>
    internal static int CoordinateLanes(this TextureTarget target) => target switch
    {
        TextureTarget.Buffer or TextureTarget.Texture1D or TextureTarget.Shadow1D => 1,
        TextureTarget.Texture3D or TextureTarget.Cube or TextureTarget.ShadowCube or TextureTarget.Texture2DArray
            or TextureTarget.Shadow2DArray or TextureTarget.Texture2DArrayMultisample => 3,
        TextureTarget.CubeArray or TextureTarget.ShadowCubeArray => 4,
        _ => 2,
    };

    /// <summary>Lanes of a derivative or a texel offset: the coordinate without its layer.</summary>
    internal static int DerivativeLanes(this TextureTarget target)
        => target.IsArray() ? target.CoordinateLanes() - 1 : target.CoordinateLanes();

    /// <summary>Lanes of a size: layers included, a cube's third lane not.</summary>
    internal static int SizeLanes(this TextureTarget target) => target switch
    {
        TextureTarget.Cube or TextureTarget.ShadowCube => 2,
        TextureTarget.CubeArray or TextureTarget.ShadowCubeArray => 3,
        _ => target.CoordinateLanes(),
    };
}
