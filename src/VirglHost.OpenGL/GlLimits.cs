namespace VirglHost.OpenGL;

/// <summary>The host's limits, each under the name of its glGet value (GL 4.6 specification, chapter 23); asked once per display.</summary>
public sealed partial class GlLimits
{
    private GlLimits()
    {
    }

    /// <summary>Compute work groups per dispatch in x, y and z.</summary>
    public (int X, int Y, int Z) MaxComputeWorkGroupCount { get; private set; }

    /// <summary>Compute work group size in x, y and z.</summary>
    public (int X, int Y, int Z) MaxComputeWorkGroupSize { get; private set; }

    /// <summary>GL_POINT_SIZE_RANGE.</summary>
    public (float Min, float Max) PointSizeRange { get; private set; }

    /// <summary>GL_ALIASED_LINE_WIDTH_RANGE.</summary>
    public (float Min, float Max) AliasedLineWidthRange { get; private set; }

    /// <summary>GL_SMOOTH_LINE_WIDTH_RANGE.</summary>
    public (float Min, float Max) SmoothLineWidthRange { get; private set; }

    /// <summary>GL_MAX_TEXTURE_LOD_BIAS.</summary>
    public float MaxTextureLodBias { get; private set; }

    /// <summary>GL_MAX_TEXTURE_MAX_ANISOTROPY, 1 where the host filters isotropically only.</summary>
    public float MaxTextureMaxAnisotropy { get; private set; }

    /// <summary>GL_VIEWPORT_BOUNDS_RANGE.</summary>
    public (float Min, float Max) ViewportBoundsRange { get; private set; }

    /// <summary>GL_MIN_FRAGMENT_INTERPOLATION_OFFSET.</summary>
    public float MinFragmentInterpolationOffset { get; private set; }

    /// <summary>GL_MAX_FRAGMENT_INTERPOLATION_OFFSET.</summary>
    public float MaxFragmentInterpolationOffset { get; private set; }

    /// <summary>Asks the current context.</summary>
    public static GlLimits Query(GL gl, GlFeatures features)
    {
        ArgumentNullException.ThrowIfNull(gl);
        ArgumentNullException.ThrowIfNull(features);
        GlLimits limits = new();
        limits.ReadTextures(gl);
        limits.ReadBuffers(gl);
        limits.ReadStageResources(gl);
        limits.ReadStageInterfaces(gl);
        limits.ReadTargets(gl);
        limits.ReadRanges(gl, features);
        return limits;
    }

    private void ReadRanges(GL gl, GlFeatures features)
    {
        MaxComputeWorkGroupCount = Triple(gl, GLEnum.MaxComputeWorkGroupCount);
        MaxComputeWorkGroupSize = Triple(gl, GLEnum.MaxComputeWorkGroupSize);
        PointSizeRange = Pair(gl, GLEnum.PointSizeRange);
        AliasedLineWidthRange = Pair(gl, GLEnum.AliasedLineWidthRange);
        SmoothLineWidthRange = Pair(gl, GLEnum.SmoothLineWidthRange);
        MaxTextureLodBias = gl.GetFloat(GLEnum.MaxTextureLodBias);
        MaxTextureMaxAnisotropy = features.Has(GlFeature.AnisotropicFilter) ? gl.GetFloat(GLEnum.MaxTextureMaxAnisotropy) : 1;
        ViewportBoundsRange = Pair(gl, GLEnum.ViewportBoundsRange);
        MinFragmentInterpolationOffset = gl.GetFloat(GLEnum.MinFragmentInterpolationOffset);
        MaxFragmentInterpolationOffset = gl.GetFloat(GLEnum.MaxFragmentInterpolationOffset);
    }

    private static (float Min, float Max) Pair(GL gl, GLEnum name)
    {
        Span<float> values = stackalloc float[2];
        gl.GetFloats(name, values);
        return (values[0], values[1]);
    }

    private static (int X, int Y, int Z) Triple(GL gl, GLEnum name) => (gl.GetInteger(name, 0), gl.GetInteger(name, 1), gl.GetInteger(name, 2));
}
