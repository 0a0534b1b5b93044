using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.Rendering;
using VirglHost.Rendering.Tests;

namespace VirglHost.Inspection.Tests;

/// <summary>Pictures are what was drawn, whatever it was drawn into.</summary>
public sealed class PictureTests
{
    private const uint Target = 300;
    private const uint Surface = 301;

    [Fact]
    public void Pictures_follow_the_draws()
    {
        Page page = Inspection.Of(SampleRecording.TwoDraws());

        Assert.Equal(["FF0000", "00FF00", "00FF00"], new[] { page.Find("CLEAR"), page.Find("DRAW_VBO"), page.Find("DRAW_VBO", 1) }.Select(row => page.Pixel(row, 4, 4)));
        Assert.Equal("00FF00", page.Pixel(page.Find("READ_PIXELS"), 4, 4));
        // The second draw changed nothing: its picture is the first one's.
        Assert.Equal(page.Column("shots", "picture", (int)page.Number("picture", page.Find("DRAW_VBO"))), page.Column("shots", "picture", (int)page.Number("picture", page.Find("DRAW_VBO", 1))));
    }

    /// <summary>A clear of one rectangle shows in its place, in every shape of texture.</summary>
    [Theory]
    [InlineData(PipeTarget.Texture2D, 16, 8, 1, 1, 0, 0, 0, 1)]
    [InlineData(PipeTarget.TextureRect, 16, 8, 1, 1, 0, 0, 0, 1)]
    [InlineData(PipeTarget.Texture1D, 16, 1, 1, 1, 0, 0, 0, 1)]
    [InlineData(PipeTarget.Texture1DArray, 16, 1, 1, 4, 0, 0, 2, 1)]
    [InlineData(PipeTarget.Texture2DArray, 16, 8, 1, 4, 0, 0, 3, 1)]
    [InlineData(PipeTarget.Texture3D, 16, 8, 4, 1, 0, 0, 2, 1)]
    [InlineData(PipeTarget.TextureCube, 16, 16, 1, 6, 0, 0, 4, 1)]
    [InlineData(PipeTarget.TextureCubeArray, 16, 16, 1, 12, 0, 0, 7, 1)]
    [InlineData(PipeTarget.Texture2D, 32, 16, 1, 1, 1, 1, 0, 1)]
    [InlineData(PipeTarget.Texture2D, 16, 8, 1, 1, 0, 0, 0, 4)]
    [InlineData(PipeTarget.Texture2DArray, 16, 8, 1, 3, 0, 0, 1, 4)]
    public void Every_shape_is_read(PipeTarget target, int width, int height, int depth, int layers, int lastLevel, int level, int layer, int samples)
    {
        Page page = Inspection.Of(SampleRecording.Of(scene =>
        {
            Create(scene, new ResourceDescription(
                target, VirglFormat.R8G8B8A8Unorm, (uint)(BindFlags.RenderTarget | BindFlags.SamplerView), (uint)width, (uint)height, (uint)depth, (uint)layers, (uint)lastLevel, samples > 1 ? (uint)samples : 0, 0));
            scene.Stream.Create(new SurfaceObject { Handle = Surface, ResourceHandle = Target, Format = VirglFormat.R8G8B8A8Unorm, Level = (uint)level, FirstLayer = (uint)layer, LastLayer = (uint)layer });
            ClearCorner(scene, RawColor.FromFloats(new Vector4(1, 0.4f, 0, 1)), ClearBuffers.Color0);
        }));

        int clear = page.Find("CLEAR_SURFACE");
        (int pictureWidth, int pictureHeight, _) = page.PictureOf(clear);
        Assert.Equal((Math.Max(width >> level, 1), Math.Max(height >> level, 1)), (pictureWidth, pictureHeight));
        Assert.Equal("FF6600", page.Pixel(clear, 2, 0));
        Assert.Equal("000000", page.Pixel(clear, 12, 0));
        Assert.Equal("000000", page.Pixel(clear, 0, 0));
    }

    [Theory]
    [InlineData(VirglFormat.R32G32B32A32Uint, 100u, 50u, 0u, "FF7F00")]
    [InlineData(VirglFormat.R16G16Sint, 100u, 0xFFFFFF9Cu, 0u, "FF0000")]
    [InlineData(VirglFormat.R8Uint, 9u, 0u, 0u, "FFFFFF")]
    public void Integers_are_stretched(VirglFormat format, uint red, uint green, uint blue, string expected)
    {
        Page page = Inspection.Of(SampleRecording.Of(scene =>
        {
            Create(scene, new ResourceDescription(PipeTarget.Texture2D, format, (uint)(BindFlags.RenderTarget | BindFlags.SamplerView), 16, 8, 1, 1, 0, 0, 0));
            scene.Stream.Create(new SurfaceObject { Handle = Surface, ResourceHandle = Target, Format = format });
            ClearCorner(scene, new RawColor(red, green, blue, 1), ClearBuffers.Color0);
        }));

        int clear = page.Find("CLEAR_SURFACE");
        Assert.Equal(expected, page.Pixel(clear, 2, 0));
        int picture = (int)page.Column("shots", "picture", (int)page.Number("picture", clear));
        Assert.Equal("Integer", page.Index.GetProperty("pictures").GetProperty("kind")[picture].GetString());
    }

    [Theory]
    [InlineData(VirglFormat.Z32Float, 0, "Depth")]
    [InlineData(VirglFormat.S8UintZ24Unorm, 0, "Depth")]
    [InlineData(VirglFormat.Z16Unorm, 4, "Depth")]
    [InlineData(VirglFormat.S8Uint, 0, "Stencil")]
    public void Depth_and_stencil_alone_are_shown(VirglFormat format, int samples, string kind)
    {
        Page page = Inspection.Of(SampleRecording.Of(scene =>
        {
            Create(scene, new ResourceDescription(PipeTarget.Texture2D, format, (uint)BindFlags.DepthStencil, 16, 8, 1, 1, 0, (uint)samples, 0));
            scene.Stream.Create(new SurfaceObject { Handle = Surface, ResourceHandle = Target, Format = format });
            scene.BindFramebuffer(Surface);
            ulong depth = BitConverter.DoubleToUInt64Bits(0.25);
            ClearCorner(scene, new RawColor((uint)depth, (uint)(depth >> 32), 0, 5), ClearBuffers.DepthStencil);
            scene.Stream.Write(new ClearCommand { Buffers = ClearBuffers.DepthStencil, Depth = 0.25, Stencil = 5 });
            scene.Submit();
        }));

        int corner = page.Find("CLEAR_SURFACE"), whole = page.Find("CLEAR");
        Assert.Equal("FFFFFF", page.Pixel(corner, 2, 0));
        Assert.Equal("000000", page.Pixel(corner, 12, 0));
        int picture = (int)page.Column("shots", "picture", (int)page.Number("picture", whole));
        Assert.Equal(kind, page.Index.GetProperty("pictures").GetProperty("kind")[picture].GetString());
        Assert.StartsWith("zsurf", page.Index.GetProperty("shots").GetProperty("place")[(int)page.Number("picture", whole)].GetString(), StringComparison.Ordinal);
    }

    /// <summary>Row 0 is the top of windows, whose viewports are upside down, and of what is stored upside down; of all else it is the bottom.</summary>
    [Theory]
    [InlineData(1f, 0u, 1)]
    [InlineData(-1f, 0u, 0)]
    [InlineData(-1f, (uint)ResourceFlags.YZeroTop, 1)]
    [InlineData(1f, (uint)ResourceFlags.YZeroTop, 0)]
    public void Pictures_stand_upright(float sign, uint flags, int flips)
    {
        Page page = Inspection.Of(SampleRecording.Of(scene =>
        {
            scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
            scene.SetViewport(8, 8, sign);
            // The upper half of clip space.
            scene.UseVertices(new Vector4(-1, 0, 0, 1), Vector4.One, new Vector4(1, 0, 0, 1), Vector4.One, new Vector4(-1, 2, 0, 1), Vector4.One, new Vector4(1, 2, 0, 1), Vector4.One);
            scene.Draw(4, PipePrimitive.TriangleStrip);
            scene.Submit();
        }, flags: flags));

        int draw = page.Find("DRAW_VBO");
        Assert.Equal(flips, page.Column("shots", "flip", (int)page.Number("picture", draw)));
        (int top, int bottom) = flips == 1 ? (7, 0) : (0, 7);
        Assert.Equal(("FFFFFF", "000000"), (page.Pixel(draw, 4, top), page.Pixel(draw, 4, bottom)));
    }

    [Fact]
    public void Large_pictures_are_reduced_to_the_mean_of_what_they_cover()
    {
        Page page = Inspection.Of(
            SampleRecording.Of(scene =>
            {
                scene.Stream.Write(new ClearSurfaceCommand { Surface = GuestScene.SurfaceHandle, Buffers = ClearBuffers.Color0, Color = RawColor.FromFloats(Vector4.One), X = 0, Y = 0, Width = 48, Height = 64 });
                scene.Submit();
            }, size: 64), new InspectionOptions { PictureSize = 2 });

        Assert.Equal(("FFFFFF", "808080"), (page.Pixel(page.Find("CLEAR_SURFACE"), 0, 0), page.Pixel(page.Find("CLEAR_SURFACE"), 1, 1)));
    }

    [Fact]
    public void Reading_pictures_disturbs_neither_queries_nor_conditions()
    {
        byte[] recording = SampleRecording.Of(scene =>
        {
            scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
            scene.UseFullTriangle(new Vector4(0, 0, 1, 1));
            uint result = 310;
            scene.Renderer.CreateResource(result, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.Custom, 16, 1, 1, 1, 0, 0, 0));
            scene.Renderer.AttachResource(GuestScene.ContextId, result);
            scene.Stream.Create(new QueryObject { Handle = 320, QueryType = QueryType.OcclusionCounter, ResultHandle = result });
            scene.Stream.Write(new BeginQueryCommand { Handle = 320 });
            scene.SetViewport(0, 0);
            scene.Draw(3);
            scene.Stream.Write(new EndQueryCommand { Handle = 320 });
            scene.SetViewport(8, 8);
            scene.Stream.Write(new SetRenderConditionCommand { QueryHandle = 320 });
            scene.Draw(3);
            scene.Stream.Write(new SetRenderConditionCommand());
            scene.Draw(3);
            scene.Submit();
        });

        Page page = Inspection.Of(recording);

        Assert.Equal(["000000", "000000", "0000FF"], Enumerable.Range(0, 3).Select(i => page.Pixel(page.Find("DRAW_VBO", i), 4, 4)));
        Assert.StartsWith("query=320→", page.StateOf(page.Find("DRAW_VBO", 1), StateGroup.RenderCondition), StringComparison.Ordinal);
        Assert.Null(page.StateOf(page.Find("DRAW_VBO", 2), StateGroup.RenderCondition));
    }

    private static void Create(GuestScene scene, in ResourceDescription description)
    {
        scene.Renderer.CreateResource(Target, description);
        scene.Renderer.AttachResource(GuestScene.ContextId, Target);
    }

    /// <summary>Columns 1 to 4 of the first rows.</summary>
    private static void ClearCorner(GuestScene scene, RawColor color, ClearBuffers buffers)
    {
        scene.Stream.Write(new ClearSurfaceCommand { Surface = Surface, Buffers = buffers, Color = color, X = 1, Y = 0, Width = 4, Height = 1 });
        scene.Submit();
    }
}
