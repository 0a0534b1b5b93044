using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.Rendering.Copies;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests.Copies;

[Collection("Host GL")]
public sealed class BlitterTests
{
    private static readonly byte[] FourColors = [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 0, 255, 255, 255, 64];

    [Theory]
    [InlineData(VirglFormat.R8G8B8A8Unorm, VirglFormat.R8G8B8A8Unorm)]
    [InlineData(VirglFormat.R8G8B8A8Unorm, VirglFormat.B8G8R8A8Unorm)]
    [InlineData(VirglFormat.B8G8R8A8Unorm, VirglFormat.A8R8G8B8Unorm)]
    public void Blit_likeSizes_keepsColors(VirglFormat from, VirglFormat to)
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 2, from), FourColors);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(2, 2, to), new byte[16]);

        blitter.Blit(host.Session, Whole(source, destination), destination, source);

        Assert.Equal(Rgba(host, source), Rgba(host, destination));
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    [Fact]
    public void Blit_opaqueToAlpha_writesAlphaOne()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 2, VirglFormat.R8G8B8X8Unorm), FourColors);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(2, 2), new byte[16]);

        blitter.Blit(host.Session, Whole(source, destination), destination, source);

        Assert.Equal([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255], Contents.Read(host, destination));
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    [Fact]
    public void Blit_alphaInRed_takesAlpha()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 2), FourColors);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(2, 2, VirglFormat.A8Unorm), new byte[4]);

        blitter.Blit(host.Session, Whole(source, destination), destination, source);

        Assert.Equal([255, 128, 0, 64], Contents.Read(host, destination));
    }

    [Fact]
    public void Blit_someChannels_leavesTheOthers()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 2), FourColors);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(2, 2), [.. Enumerable.Repeat((byte)7, 16)]);

        blitter.Blit(host.Session, Whole(source, destination) with { Mask = BlitMask.Red | BlitMask.Alpha }, destination, source);

        Assert.Equal([255, 7, 7, 255, 0, 7, 7, 128, 0, 7, 7, 0, 255, 7, 7, 64], Contents.Read(host, destination));
    }

    [Fact]
    public void Blit_farBeyondTheEdges_isClipped()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 2), FourColors);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(2, 2), new byte[16]);
        BlitCommand whole = Whole(source, destination);

        foreach (Box far in (Box[])[new Box(0, 1, 0, int.MaxValue, -1, 1), new Box(int.MaxValue, 0, 0, int.MaxValue, 2, 1), new Box(-int.MaxValue, 0, 0, 5, 2, 1)])
        {
            blitter.Blit(host.Session, whole with { SourceBox = far }, destination, source);
            blitter.Blit(host.Session, whole with { DestinationBox = far }, destination, source);
        }

        foreach (Box bad in (Box[])[new Box(int.MinValue, 0, 0, 1, 1, 1), new Box(0, 0, 0, 1, int.MinValue, 1)])
        {
            GuestFaultException fault = Assert.Throws<GuestFaultException>(() => blitter.Blit(host.Session, whole with { SourceBox = bad }, destination, source));
            Assert.Equal(GuestFault.BlitOutOfRange, fault.Fault);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Blit_mirrored_mirrors(bool throughQuad)
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 2, throughQuad ? VirglFormat.R8G8B8X8Unorm : VirglFormat.R8G8B8A8Unorm), FourColors);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(2, 2), new byte[16]);
        BlitCommand blit = Whole(source, destination);

        blitter.Blit(host.Session, blit with { SourceBox = new Box(2, 0, 0, -2, 2, 1) }, destination, source);
        Assert.Equal([0, 255, 0], Contents.Read(host, destination)[..3]);
        Assert.Equal([255, 0, 0], Contents.Read(host, destination)[4..7]);

        blitter.Blit(host.Session, blit with { DestinationBox = new Box(0, 2, 0, 2, -2, 1) }, destination, source);
        Assert.Equal([0, 0, 255], Contents.Read(host, destination)[..3]);
        Assert.Equal([255, 0, 0], Contents.Read(host, destination)[8..11]);
    }

    [Theory]
    [InlineData(VirglFormat.R8G8B8A8Unorm)]
    [InlineData(VirglFormat.R8G8B8X8Unorm)]
    public void Blit_scaledInScissor_coversOnlyTheScissor(VirglFormat format)
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(1, 1, format), [10, 20, 30, 255]);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(4, 4), new byte[64]);
        BlitCommand blit = Whole(source, destination) with { ScissorEnabled = true, ScissorMinX = 1, ScissorMinY = 1, ScissorMaxX = 3, ScissorMaxY = 2 };

        blitter.Blit(host.Session, blit, destination, source);

        byte[] expected = new byte[64];
        byte[] texel = [10, 20, 30, 255];
        texel.CopyTo(expected, (4 + 1) * 4);
        texel.CopyTo(expected, (4 + 2) * 4);
        Assert.Equal(expected, Contents.Read(host, destination));
    }

    [Fact]
    public void Blit_linearFilter_averages()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 1), [0, 0, 0, 255, 200, 100, 50, 255]);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(1, 1), new byte[4]);

        blitter.Blit(host.Session, Whole(source, destination) with { Filter = TextureFilter.Linear }, destination, source);

        byte[] result = Contents.Read(host, destination);
        Assert.InRange(result[0], 99, 101);
        Assert.InRange(result[1], 49, 51);
    }

    [Fact]
    public void Blit_srgbToLinear_decodes()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(1, 1, VirglFormat.R8G8B8A8Srgb), [188, 188, 188, 255]);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(1, 1), new byte[4]);

        blitter.Blit(host.Session, Whole(source, destination), destination, source);
        Assert.InRange(Contents.Read(host, destination)[0], 127, 129);

        // Seen as linear on both ends the bytes stay.
        blitter.Blit(host.Session, Whole(source, destination) with { SourceFormat = VirglFormat.R8G8B8A8Unorm }, destination, source);
        Assert.Equal([188, 188, 188, 255], Contents.Read(host, destination));
    }

    [Fact]
    public void Blit_multisample_resolves()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource single = Contents.Filled(host, Shapes.Picture(4, 4), [.. Enumerable.Repeat((byte)90, 64)]);
        RenderResource multi = host.Create(Shapes.Picture(4, 4) with { Samples = 4 });
        RenderResource back = Contents.Filled(host, Shapes.Picture(4, 4), new byte[64]);
        RenderResource small = Contents.Filled(host, Shapes.Picture(2, 2), new byte[16]);
        Assert.Equal(GLEnum.NoError, host.Error());

        blitter.Blit(host.Session, Whole(single, multi), multi, single);
        blitter.Blit(host.Session, Whole(multi, back), back, multi);
        blitter.Blit(host.Session, Whole(multi, small), small, multi);

        Assert.Equal(Enumerable.Repeat((byte)90, 64), Contents.Read(host, back));
        Assert.Equal(Enumerable.Repeat((byte)90, 16), Contents.Read(host, small));
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    [Fact]
    public void Blit_arrayLayers_stepOneToOne()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Numbered(host, Shapes.Of(PipeTarget.Texture2DArray, 2, 2, 1, 3));
        RenderResource destination = Contents.Filled(host, Shapes.Of(PipeTarget.Texture3D, 2, 2, 3, 1, VirglFormat.B8G8R8A8Unorm), new byte[48]);

        blitter.Blit(host.Session, Whole(source, destination), destination, source);

        byte[] swapped = Contents.Read(host, destination);
        for (int i = 0; i < 48; i += 4)
            (swapped[i], swapped[i + 2]) = (swapped[i + 2], swapped[i]);
        Assert.Equal(Contents.Read(host, source), swapped);
    }

    [Theory]
    [InlineData(PipeTarget.TextureCube, 6u)]
    [InlineData(PipeTarget.Texture1DArray, 3u)]
    [InlineData(PipeTarget.TextureRect, 1u)]
    [InlineData(PipeTarget.Texture3D, 1u)]
    [InlineData(PipeTarget.Texture1D, 1u)]
    public void Blit_everySourceShape_isSampledByTheQuad(PipeTarget target, uint layers)
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        uint height = target is PipeTarget.Texture1DArray or PipeTarget.Texture1D ? 1u : 4u;
        RenderResource source = Contents.Numbered(host, Shapes.Of(target, 4, height, target == PipeTarget.Texture3D ? 3u : 1u, layers, VirglFormat.R8G8B8X8Unorm));
        RenderResource destination = Contents.Filled(host, Shapes.Picture(4, height), new byte[16 * height]);
        int last = source.LevelLayers(0) - 1;

        blitter.Blit(host.Session, Whole(source, destination) with { SourceBox = new Box(0, 0, last, 4, (int)height, 1) }, destination, source);

        byte[] expected = Contents.Read(host, source)[(int)(last * 16 * height)..];
        for (int i = 3; i < expected.Length; i += 4)
            expected[i] = 255;
        Assert.Equal(expected, Contents.Read(host, destination));
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    [Fact]
    public void Blit_depthBetweenUnlikeFormats_keepsDepthAndStencil()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        var depthStencil = Shapes.Picture(1, 1, VirglFormat.Z32FloatS8X24Uint) with { Bind = (uint)BindFlags.DepthStencil };
        byte[] texel = [.. BitConverter.GetBytes(0.5f), 42, 0, 0, 0];
        RenderResource source = Contents.Filled(host, depthStencil, texel);
        RenderResource destination = Contents.Filled(host, depthStencil with { Format = VirglFormat.S8UintZ24Unorm }, new byte[4]);

        blitter.Blit(host.Session, Whole(source, destination) with { Mask = BlitMask.DepthStencil }, destination, source);

        uint packed = BitConverter.ToUInt32(Contents.Read(host, destination));
        Assert.Equal(42u, packed & 0xFF);
        Assert.InRange(packed >> 8, 0x7FFFFEu, 0x800001u);
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    [Theory]
    [InlineData(TextureFilter.Linear, 0.5f)]
    [InlineData(TextureFilter.Nearest, 1f)]
    public void Blit_depthScaled_filters(TextureFilter filter, float expected)
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        var depth = Shapes.Picture(2, 1, VirglFormat.Z32Float) with { Bind = (uint)BindFlags.DepthStencil };
        RenderResource source = Contents.Filled(host, depth, [.. BitConverter.GetBytes(0f), .. BitConverter.GetBytes(1f)]);
        RenderResource destination = Contents.Filled(host, depth with { Width = 1 }, new byte[4]);

        blitter.Blit(host.Session, Whole(source, destination) with { Mask = BlitMask.Depth, Filter = filter }, destination, source);

        Assert.Equal(expected, BitConverter.ToSingle(Contents.Read(host, destination)), 0.01f);
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    [Fact]
    public void Blit_state_isPutBack()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        host.Session.State.SetViewport(0, new GlViewport(1, 2, 3, 4));
        host.Session.State.SetScissor(0, new GlScissor(true, 5, 6, 7, 8));
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 2, VirglFormat.R8G8B8X8Unorm), FourColors);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(2, 2), new byte[16]);

        blitter.Blit(host.Session, Whole(source, destination), destination, source);

        Span<float> viewport = stackalloc float[4];
        host.Session.Gl.GetFloats(GLEnum.Viewport, viewport);
        Assert.Equal([1, 2, 3, 4], viewport.ToArray());
        Span<int> scissor = stackalloc int[4];
        host.Session.Gl.GetIntegers(GLEnum.ScissorBox, scissor);
        Assert.Equal([5, 6, 7, 8], scissor.ToArray());
    }

    [Fact]
    public void Blit_illegalBoxesAndFormats_areFaults()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource picture = Contents.Filled(host, Shapes.Picture(2, 2), FourColors);
        RenderResource integer = host.Create(Shapes.Picture(2, 2, VirglFormat.R8G8B8A8Uint));
        BlitCommand blit = Whole(picture, picture);

        Assert.Equal(GuestFault.BlitOutOfRange, Contents.FaultOf(() => blitter.Blit(host.Session, blit with { SourceBox = new Box(0, 0, 1, 2, 2, 1) }, picture, picture)));
        Assert.Equal(GuestFault.BlitOutOfRange, Contents.FaultOf(() => blitter.Blit(host.Session, blit with { SourceBox = new Box(int.MinValue, 0, 0, 2, int.MinValue, 1) }, picture, picture)));
        Assert.Equal(GuestFault.IllegalFormat, Contents.FaultOf(() => blitter.Blit(host.Session, blit with { SourceFormat = VirglFormat.R16Float }, picture, picture)));
        Assert.Equal(GuestFault.IllegalFormat, Contents.FaultOf(() => blitter.Blit(host.Session, Whole(picture, integer), integer, picture)));
        Assert.Equal(GuestFault.IllegalCommandBuffer, Contents.FaultOf(() => blitter.Blit(host.Session, blit with { SourceLevel = 1 }, picture, picture)));
    }

    [Fact]
    public void ClearTexture_box_isFilledWithTheFormatsOwnBytes()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource resource = Contents.Filled(host, Shapes.Of(PipeTarget.Texture2DArray, 2, 2, 1, 2, VirglFormat.B8G8R8A8Unorm), new byte[32]);

        blitter.ClearTexture(host.Session, new ClearTextureCommand { Box = new Box(1, 0, 1, 1, 2, 1), Texel = new RawColor(0x04030201, 9, 9, 9) }, resource);

        byte[] expected = new byte[32];
        byte[] texel = [1, 2, 3, 4];
        texel.CopyTo(expected, 20);
        texel.CopyTo(expected, 28);
        Assert.Equal(expected, Contents.Read(host, resource));
        Assert.Equal(GuestFault.IllegalCommandBuffer, Contents.FaultOf(() => blitter.ClearTexture(
            host.Session, new ClearTextureCommand { Box = new Box(0, 0, 1, 1, 1, 2) }, resource)));
    }

    private static BlitCommand Whole(RenderResource source, RenderResource destination) => new()
    {
        Mask = BlitMask.Color,
        SourceFormat = source.Format.Format,
        SourceBox = new Box(0, 0, 0, source.LevelWidth(0), source.LevelHeight(0), source.LevelLayers(0)),
        DestinationFormat = destination.Format.Format,
        DestinationBox = new Box(0, 0, 0, destination.LevelWidth(0), destination.LevelHeight(0), destination.LevelLayers(0)),
    };

    private static byte[] Rgba(GlHost host, RenderResource resource)
    {
        var bytes = new byte[resource.SizeInBytes];
        host.Session.Gl.GetTextureImage(resource.Texture!.Name, 0, GLEnum.Rgba, GLEnum.UnsignedByte, bytes);
        return bytes;
    }
}
