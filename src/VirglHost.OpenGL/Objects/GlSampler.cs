namespace VirglHost.OpenGL.Objects;

/// <summary>An immutable sampler. Shared by all contexts of the group.</summary>
public sealed class GlSampler : IDisposable
{
    private readonly GlShareGroup _group;
    private bool _disposed;

    private GlSampler(GlShareGroup group, uint name, in GlSamplerShape shape)
    {
        _group = group;
        Name = name;
        Shape = shape;
    }

    /// <summary>GL name.</summary>
    public uint Name { get; }

    /// <summary>What it holds.</summary>
    public GlSamplerShape Shape { get; }

    /// <summary>Makes a sampler; only what differs from GL's initial values is emitted.</summary>
    public static GlSampler Create(GlShareGroup group, in GlSamplerShape shape)
    {
        ArgumentNullException.ThrowIfNull(group);
        uint name = group.Gl.CreateSampler();
        group.ReadMail();
        SetModes(group.Gl, name, shape, new GlSamplerShape());
        SetLevels(group, name, shape, new GlSamplerShape());
        if (shape.BorderBits != default)
        {
            (uint r, uint g, uint b, uint a) = shape.BorderBits;
            // Raw words: the I form stores them unconverted, whatever the texture takes them for.
            group.Gl.SamplerParameterI(name, GLEnum.TextureBorderColor, (ReadOnlySpan<uint>)[r, g, b, a]);
        }

        return new GlSampler(group, name, shape);
    }

    /// <summary>Deletes the sampler.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _group.ForgetSampler(Name);
        _group.Gl.DeleteSampler(Name);
    }

    private static void SetModes(GL gl, uint name, in GlSamplerShape shape, in GlSamplerShape initial)
    {
        if (shape.WrapS != initial.WrapS) gl.SamplerParameteri(name, GLEnum.TextureWrapS, (int)shape.WrapS);
        if (shape.WrapT != initial.WrapT) gl.SamplerParameteri(name, GLEnum.TextureWrapT, (int)shape.WrapT);
        if (shape.WrapR != initial.WrapR) gl.SamplerParameteri(name, GLEnum.TextureWrapR, (int)shape.WrapR);
        if (shape.MinFilter != initial.MinFilter) gl.SamplerParameteri(name, GLEnum.TextureMinFilter, (int)shape.MinFilter);
        if (shape.MagFilter != initial.MagFilter) gl.SamplerParameteri(name, GLEnum.TextureMagFilter, (int)shape.MagFilter);
        if (shape.Compares) gl.SamplerParameteri(name, GLEnum.TextureCompareMode, (int)GLEnum.CompareRefToTexture);
        if (shape.CompareFunction != initial.CompareFunction) gl.SamplerParameteri(name, GLEnum.TextureCompareFunc, (int)shape.CompareFunction);
    }

    private static void SetLevels(GlShareGroup group, uint name, in GlSamplerShape shape, in GlSamplerShape initial)
    {
        GL gl = group.Gl;
        GlFeatures has = group.Features;
        if (!shape.MinLod.Equals(initial.MinLod)) gl.SamplerParameterf(name, GLEnum.TextureMinLod, shape.MinLod);
        if (!shape.MaxLod.Equals(initial.MaxLod)) gl.SamplerParameterf(name, GLEnum.TextureMaxLod, shape.MaxLod);
        if (!shape.LodBias.Equals(initial.LodBias)) gl.SamplerParameterf(name, GLEnum.TextureLodBias, shape.LodBias);
        if (shape.MaxAnisotropy > 1 && has[GlFeature.AnisotropicFilter])
        {
            gl.SamplerParameterf(name, GLEnum.TextureMaxAnisotropy, Math.Min(shape.MaxAnisotropy, group.Limits.MaxTextureMaxAnisotropy));
        }

        if (!shape.DecodesSrgb && has[GlFeature.TextureSrgbDecode]) gl.SamplerParameteri(name, GLEnum.TextureSrgbDecodeExt, (int)GLEnum.SkipDecodeExt);
        if (shape.IsSeamless && has[GlFeature.SeamlessCubeMapPerTexture]) gl.SamplerParameteri(name, GLEnum.TextureCubeMapSeamless, 1);
    }
}
