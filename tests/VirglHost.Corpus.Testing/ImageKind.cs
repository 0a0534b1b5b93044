using VirglHost.OpenGL;

namespace VirglHost.Corpus.Testing;

/// <summary>A texture for each GLSL image type: 4 texels a side (2 layers or 4 deep), word i of it the number i.</summary>
internal sealed record ImageKind(GLEnum Target, GLEnum Format)
{
    private const uint Side = 4;

    private static readonly GLEnum[] Targets =
    [
        GLEnum.Texture1D, GLEnum.Texture2D, GLEnum.Texture3D, GLEnum.TextureRectangle, GLEnum.TextureCubeMap, GLEnum.TextureBuffer, GLEnum.Texture1DArray,
        GLEnum.Texture2DArray, GLEnum.TextureCubeMapArray, GLEnum.Texture2DMultisample, GLEnum.Texture2DMultisampleArray,
    ];

    private static readonly GLEnum[] Kinds = [GLEnum.Rgba32f, GLEnum.R32i, GLEnum.R32ui];

    public bool IsReadable => Target is not (GLEnum.Texture2DMultisample or GLEnum.Texture2DMultisampleArray or GLEnum.TextureBuffer);

    /// <summary>What a GLSL type accesses; null where it is no image. The types of one kind are numbered like the targets.</summary>
    public static ImageKind? Of(GLEnum type)
    {
        for (int kind = 0; kind < Kinds.Length; kind++)
        {
            int at = (int)type - (int)GLEnum.Image1D - (kind * Targets.Length);
            if (at >= 0 && at < Targets.Length) return new ImageKind(Targets[at], Kinds[kind]);
        }

        return null;
    }

    public static GLEnum FormatOf(string word) => word switch
    {
        "rgba32f" => GLEnum.Rgba32f,
        "r32f" => GLEnum.R32f,
        "rgba32i" => GLEnum.Rgba32i,
        "rgba32ui" => GLEnum.Rgba32ui,
        "rgba8" => GLEnum.Rgba8,
        "rg16f" => GLEnum.Rg16f,
        "r32i" => GLEnum.R32i,
        "r32ui" => GLEnum.R32ui,
        _ => throw new CorpusException($"no image format is called {word}"),
    };

    public uint Bind(GL gl, uint unit)
    {
        uint texture = gl.CreateTexture(Target);
        if (Target == GLEnum.TextureBuffer) FillBuffer(gl, texture);
        else if (IsReadable) Fill(gl, texture);
        else if (Target == GLEnum.Texture2DMultisample) gl.TextureStorage2DMultisample(texture, 4, Format, Side, Side, true);
        else gl.TextureStorage3DMultisample(texture, 4, Format, Side, Side, 2, true);
        gl.BindImageTexture(unit, texture, 0, true, 0, GLEnum.ReadWrite, Format);
        return texture;
    }

    public byte[] Read(GL gl, uint texture)
    {
        byte[] content = new byte[Texels * Lanes * 4];
        gl.GetTextureImage(texture, 0, Layout, Type, content);
        return content;
    }

    private int Lanes => Format is GLEnum.R32i or GLEnum.R32ui or GLEnum.R32f ? 1 : Format == GLEnum.Rg16f ? 2 : 4;

    private GLEnum Type => Format switch
    {
        GLEnum.R32i or GLEnum.Rgba32i => GLEnum.Int,
        GLEnum.R32ui or GLEnum.Rgba32ui => GLEnum.UnsignedInt,
        _ => GLEnum.Float,
    };

    private GLEnum Layout => (Lanes, Type) switch
    {
        (1, GLEnum.Float) => GLEnum.Red,
        (1, _) => GLEnum.RedInteger,
        (2, _) => GLEnum.Rg,
        (_, GLEnum.Float) => GLEnum.Rgba,
        _ => GLEnum.RgbaInteger,
    };

    private uint Depth => Target switch { GLEnum.Texture3D => 4, GLEnum.Texture2DArray => 2, GLEnum.TextureCubeMap => 6, GLEnum.TextureCubeMapArray => 12, _ => 1 };

    private uint Height => Target switch { GLEnum.Texture1D => 1, GLEnum.Texture1DArray => 2, _ => Side };

    private int Texels => (int)(Side * Height * Depth);

    private void FillBuffer(GL gl, uint texture)
    {
        uint buffer = gl.CreateBuffer();
        gl.NamedBufferData(buffer, Pattern.Bytes(64, i => i), GLEnum.DynamicCopy);
        gl.TextureBuffer(texture, Format, buffer);
    }

    private void Fill(GL gl, uint texture)
    {
        byte[] content = Type == GLEnum.Float ? Pattern.Bytes(Texels * Lanes, i => (float)i) : Pattern.Bytes(Texels * Lanes, i => i);
        bool isDeep = Target is GLEnum.Texture3D or GLEnum.Texture2DArray or GLEnum.TextureCubeMapArray;
        if (Target == GLEnum.Texture1D) gl.TextureStorage1D(texture, 1, Format, Side);
        else if (isDeep) gl.TextureStorage3D(texture, 1, Format, Side, Height, Depth);
        else gl.TextureStorage2D(texture, 1, Format, Side, Height);
        if (Target == GLEnum.Texture1D) gl.TextureSubImage1D(texture, 0, 0, Side, Layout, Type, content);
        else if (isDeep || Target == GLEnum.TextureCubeMap) gl.TextureSubImage3D(texture, 0, 0, 0, 0, Side, Height, Depth, Layout, Type, content);
        else gl.TextureSubImage2D(texture, 0, 0, 0, Side, Height, Layout, Type, content);
    }
}
