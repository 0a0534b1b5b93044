using VirglHost.OpenGL;

namespace VirglHost.Corpus.Testing;

/// <summary>A texture for each GLSL sampler type: 8 texels a side in four levels, every texel its own values, nearest filtering, comparison LEQUAL.</summary>
internal sealed record SamplerKind(GLEnum Target, char Kind, bool IsShadow)
{
    private const uint Side = 8;
    private const int Levels = 4;

    private static readonly GLEnum[] Targets =
    [
        GLEnum.Texture1D, GLEnum.Texture2D, GLEnum.Texture3D, GLEnum.TextureCubeMap, GLEnum.TextureRectangle, GLEnum.Texture1DArray, GLEnum.Texture2DArray,
        GLEnum.TextureCubeMapArray, GLEnum.TextureBuffer, GLEnum.Texture2DMultisample, GLEnum.Texture2DMultisampleArray,
    ];

    private static readonly GLEnum[][] Types =
    [
        [GLEnum.Sampler1D, GLEnum.Sampler2D, GLEnum.Sampler3D, GLEnum.SamplerCube, GLEnum.Sampler2DRect, GLEnum.Sampler1DArray, GLEnum.Sampler2DArray,
            GLEnum.SamplerCubeMapArray, GLEnum.SamplerBuffer, GLEnum.Sampler2DMultisample, GLEnum.Sampler2DMultisampleArray],
        [GLEnum.IntSampler1D, GLEnum.IntSampler2D, GLEnum.IntSampler3D, GLEnum.IntSamplerCube, GLEnum.IntSampler2DRect, GLEnum.IntSampler1DArray,
            GLEnum.IntSampler2DArray, GLEnum.IntSamplerCubeMapArray, GLEnum.IntSamplerBuffer, GLEnum.IntSampler2DMultisample, GLEnum.IntSampler2DMultisampleArray],
        [GLEnum.UnsignedIntSampler1D, GLEnum.UnsignedIntSampler2D, GLEnum.UnsignedIntSampler3D, GLEnum.UnsignedIntSamplerCube, GLEnum.UnsignedIntSampler2DRect,
            GLEnum.UnsignedIntSampler1DArray, GLEnum.UnsignedIntSampler2DArray, GLEnum.UnsignedIntSamplerCubeMapArray, GLEnum.UnsignedIntSamplerBuffer,
            GLEnum.UnsignedIntSampler2DMultisample, GLEnum.UnsignedIntSampler2DMultisampleArray],
        [GLEnum.Sampler1DShadow, GLEnum.Sampler2DShadow, GLEnum.None, GLEnum.SamplerCubeShadow, GLEnum.Sampler2DRectShadow, GLEnum.Sampler1DArrayShadow,
            GLEnum.Sampler2DArrayShadow, GLEnum.SamplerCubeMapArrayShadow],
    ];

    /// <summary>What a GLSL type samples; null where it is no sampler.</summary>
    public static SamplerKind? Of(GLEnum type)
    {
        for (int row = 0; row < Types.Length; row++)
        {
            int at = Array.IndexOf(Types[row], type);
            if (at >= 0) return new SamplerKind(Targets[at], "fiuf"[row], row == 3);
        }

        return null;
    }

    public void Bind(GL gl, uint unit)
    {
        uint texture = gl.CreateTexture(Target);
        if (Target == GLEnum.TextureBuffer) FillBuffer(gl, texture);
        else if (IsMultisample) FillSamples(gl, texture);
        else FillLevels(gl, texture);
        gl.BindTextureUnit(unit, texture);
    }

    private bool IsMultisample => Target is GLEnum.Texture2DMultisample or GLEnum.Texture2DMultisampleArray;

    private GLEnum Storage => IsShadow ? GLEnum.DepthComponent32f : Kind switch { 'i' => GLEnum.Rgba32i, 'u' => GLEnum.Rgba32ui, _ => GLEnum.Rgba32f };

    private GLEnum Format => IsShadow ? GLEnum.DepthComponent : Kind == 'f' ? GLEnum.Rgba : GLEnum.RgbaInteger;

    private GLEnum Type => Kind switch { 'i' => GLEnum.Int, 'u' => GLEnum.UnsignedInt, _ => GLEnum.Float };

    private void FillBuffer(GL gl, uint texture)
    {
        uint buffer = gl.CreateBuffer();
        gl.NamedBufferData(buffer, Content((int)Side, 0), GLEnum.StaticDraw);
        gl.TextureBuffer(texture, Storage, buffer);
    }

    private void FillSamples(GL gl, uint texture)
    {
        if (Target == GLEnum.Texture2DMultisample) gl.TextureStorage2DMultisample(texture, 4, Storage, Side, Side, true);
        else gl.TextureStorage3DMultisample(texture, 4, Storage, Side, Side, 2, true);
        uint framebuffer = gl.CreateFramebuffer();
        gl.NamedFramebufferTexture(framebuffer, GLEnum.ColorAttachment0, texture, 0);
        if (Kind == 'f') gl.ClearNamedFramebufferfv(framebuffer, GLEnum.Color, 0, [0.5f, -1, 2, 1]);
        else if (Kind == 'i') gl.ClearNamedFramebufferiv(framebuffer, GLEnum.Color, 0, (ReadOnlySpan<int>)[5, -6, 7, -8]);
        else gl.ClearNamedFramebufferuiv(framebuffer, GLEnum.Color, 0, (ReadOnlySpan<uint>)[5, 6, 7, 4000000000]);
    }

    private void FillLevels(GL gl, uint texture)
    {
        int levels = Target == GLEnum.TextureRectangle ? 1 : Levels;
        uint depth = Target switch { GLEnum.Texture3D => Side, GLEnum.TextureCubeMapArray => 12, GLEnum.TextureCubeMap => 6, GLEnum.Texture2DArray => 4, _ => 1 };
        bool isFlat = Target is GLEnum.Texture1D;
        bool isDeep = Target is GLEnum.Texture3D or GLEnum.TextureCubeMapArray or GLEnum.Texture2DArray;
        uint height = Target == GLEnum.Texture1DArray ? 4 : Side;
        if (isFlat) gl.TextureStorage1D(texture, (uint)levels, Storage, Side);
        else if (isDeep) gl.TextureStorage3D(texture, (uint)levels, Storage, Side, height, depth);
        else gl.TextureStorage2D(texture, (uint)levels, Storage, Side, height);
        for (int level = 0; level < levels; level++)
        {
            uint w = Side >> level;
            uint h = Target == GLEnum.Texture1DArray ? 4 : Side >> level;
            uint d = Target == GLEnum.Texture3D ? depth >> level : depth;
            byte[] content = Content((int)(w * h * d), level);
            if (isFlat) gl.TextureSubImage1D(texture, level, 0, w, Format, Type, content);
            else if (isDeep || Target == GLEnum.TextureCubeMap) gl.TextureSubImage3D(texture, level, 0, 0, 0, w, h, d, Format, Type, content);
            else gl.TextureSubImage2D(texture, level, 0, 0, w, h, Format, Type, content);
        }

        gl.TextureParameteri(texture, GLEnum.TextureMinFilter, (int)(levels > 1 ? GLEnum.NearestMipmapNearest : GLEnum.Nearest));
        gl.TextureParameteri(texture, GLEnum.TextureMagFilter, (int)GLEnum.Nearest);
        gl.TextureParameteri(texture, GLEnum.TextureWrapS, (int)GLEnum.ClampToEdge);
        gl.TextureParameteri(texture, GLEnum.TextureWrapT, (int)GLEnum.ClampToEdge);
        gl.TextureParameteri(texture, GLEnum.TextureWrapR, (int)GLEnum.ClampToEdge);
        if (IsShadow) gl.TextureParameteri(texture, GLEnum.TextureCompareMode, (int)GLEnum.CompareRefToTexture);
    }

    /// <summary>Texel t of level l: (t, −t, l, t·l + 1) and for depth t modulo 8 over 8.</summary>
    private byte[] Content(int texels, int level) => (IsShadow, Kind) switch
    {
        (true, _) => Pattern.Bytes(texels, i => i % 8 / 8f),
        (_, 'f') => Pattern.Bytes(texels * 4, i => (float)Value(i, level)),
        (_, 'i') => Pattern.Bytes(texels * 4, i => Value(i, level)),
        _ => Pattern.Bytes(texels * 4, i => (uint)Value(i, level)),
    };

    private static int Value(int word, int level) => (word & 3) switch { 0 => word / 4, 1 => -(word / 4), 2 => level, _ => (word / 4 * level) + 1 };
}
