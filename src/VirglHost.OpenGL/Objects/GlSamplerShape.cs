namespace VirglHost.OpenGL.Objects;

/// <summary>Everything a sampler object holds.</summary>
public readonly record struct GlSamplerShape
{
    /// <summary>GL's initial sampler.</summary>
    public GlSamplerShape()
    {
    }

    /// <summary>Wrap mode of s.</summary>
    public GLEnum WrapS { get; init; } = GLEnum.Repeat;

    /// <summary>Wrap mode of t.</summary>
    public GLEnum WrapT { get; init; } = GLEnum.Repeat;

    /// <summary>Wrap mode of r.</summary>
    public GLEnum WrapR { get; init; } = GLEnum.Repeat;

    /// <summary>Minification filter.</summary>
    public GLEnum MinFilter { get; init; } = GLEnum.NearestMipmapLinear;

    /// <summary>Magnification filter.</summary>
    public GLEnum MagFilter { get; init; } = GLEnum.Linear;

    /// <summary>Least level of detail.</summary>
    public float MinLod { get; init; } = -1000;

    /// <summary>Largest level of detail.</summary>
    public float MaxLod { get; init; } = 1000;

    /// <summary>Bias of the level of detail.</summary>
    public float LodBias { get; init; }

    /// <summary>Whether depth is compared with the reference.</summary>
    public bool Compares { get; init; }

    /// <summary>Comparison.</summary>
    public GLEnum CompareFunction { get; init; } = GLEnum.Lequal;

    /// <summary>Anisotropy, 1 for none; needs <see cref="GlFeature.AnisotropicFilter"/> above that.</summary>
    public float MaxAnisotropy { get; init; } = 1;

    /// <summary>Whether sRGB textures are decoded; false needs <see cref="GlFeature.TextureSrgbDecode"/>.</summary>
    public bool DecodesSrgb { get; init; } = true;

    /// <summary>Whether cube maps filter across edges; only effective with <see cref="GlFeature.SeamlessCubeMapPerTexture"/>.</summary>
    public bool IsSeamless { get; init; }

    /// <summary>Border colour as raw words: floats or integers, as the texture sampled has them.</summary>
    public (uint R, uint G, uint B, uint A) BorderBits { get; init; }
}
