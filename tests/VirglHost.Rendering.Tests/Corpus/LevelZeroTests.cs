using System.Runtime.InteropServices;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>TEX_LZ and TXF_LZ, which this Mesa never sends: they read level 0 of a texture whose levels differ.</summary>
[Collection("Host GL")]
public sealed class LevelZeroTests : IClassFixture<CorpusGl>, IDisposable
{
    private readonly CorpusGl _host;

    public LevelZeroTests(CorpusGl host)
    {
        _host = host;
        host.Enter();
    }

    [Theory]
    [InlineData("TEX_LZ TEMP[0], IMM[1].xyyy, SAMP[0], 2D", 2u)]
    [InlineData("TXF_LZ TEMP[0], IMM[0].yxxx, SAMP[0], 2D", 1u)]
    [InlineData("TXF TEMP[0], IMM[0].xxxy, SAMP[0], 2D", 9u)]
    public void Lookup_reads_the_level_it_names(string instruction, uint expected)
    {
        GL gl = _host.Gl;
        uint texture = gl.CreateTexture(GLEnum.Texture2D);
        gl.TextureStorage2D(texture, 2, GLEnum.Rgba32ui, 2, 2);
        uint[] texels = [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2, 2, 2];
        gl.TextureSubImage2D(texture, 0, 0, 0, 2, 2, GLEnum.RgbaInteger, GLEnum.UnsignedInt, MemoryMarshal.AsBytes(texels.AsSpan()));
        gl.TextureSubImage2D(texture, 1, 0, 0, 1, 1, GLEnum.RgbaInteger, GLEnum.UnsignedInt, MemoryMarshal.AsBytes<uint>([9, 9, 9, 9]));
        gl.TextureParameteri(texture, GLEnum.TextureMinFilter, (int)GLEnum.NearestMipmapNearest);
        gl.TextureParameteri(texture, GLEnum.TextureMagFilter, (int)GLEnum.Nearest);
        gl.BindTextureUnit(0, texture);
        string text = $$"""
            COMP
            PROPERTY CS_FIXED_BLOCK_WIDTH 1
            PROPERTY CS_FIXED_BLOCK_HEIGHT 1
            PROPERTY CS_FIXED_BLOCK_DEPTH 1
            DCL BUFFER[1]
            DCL SAMP[0]
            DCL SVIEW[0], 2D, UINT
            DCL TEMP[0]
            IMM[0] UINT32 {0, 1, 0, 0}
            IMM[1] FLT32 {0.75, 0.75, 0, 0}
            {{instruction}}
            STORE BUFFER[1], IMM[0].xxxx, TEMP[0]
            END

            """;
        Assert.Equal([expected, expected, expected, expected], OpcodeRunner.Dispatch(gl, text, [0], 4, 1));
    }

    public void Dispose() => _host.Leave();
}
