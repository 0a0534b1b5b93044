using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests;

/// <summary>Streams in, pixels out, on the host's real driver.</summary>
public sealed class DrawingTests
{
    private const uint Black = 0xFF000000;
    private const uint Red = 0xFFFF0000;
    private const uint Green = 0xFF00FF00;
    private const uint Blue = 0xFF0000FF;
    private static readonly Vector4 _black = new(0, 0, 0, 1);
    private static readonly Vector4 _red = new(1, 0, 0, 1);
    private static readonly Vector4 _green = new(0, 1, 0, 1);
    private static readonly Vector4 _blue = new(0, 0, 1, 1);

    [Fact]
    public void Clear_of_a_colour_fills_every_pixel()
    {
        using GuestScene scene = new();
        scene.Clear(new Vector4(0.2f, 0.4f, 0.6f, 0.8f));
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xCC336699, pixel));
    }

    [Fact]
    public void Triangle_covers_its_half_of_the_target_and_nothing_else()
    {
        using GuestScene scene = new();
        scene.Clear(_black);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseVertices(new Vector4(-1, -1, 0, 1), _red, new Vector4(1, -1, 0, 1), _red, new Vector4(-1, 1, 0, 1), _red);
        scene.Draw(3);
        uint[] pixels = scene.Pixels();
        for (int y = 0; y < 8; y++)
        {
            for (int x = 0; x < 8; x++)
            {
                // The diagonal runs through pixel centres where x + y = 7; those go either way.
                if (x + y != 7)
                {
                    Assert.Equal(x + y < 7 ? Red : Black, pixels[y * 8 + x]);
                }
            }
        }
    }

    // Each draw is the first of its DRAW_VBO: GL counts within a call, the guest over its own.
    [Fact]
    public void Draws_in_a_row_have_the_number_that_the_guest_gave_each()
    {
        const string NumberedVertex = """
            VERT
            DCL IN[0]
            DCL IN[1]
            DCL SV[0], DRAWID
            DCL OUT[0], POSITION
            DCL OUT[1], GENERIC[0]
            DCL TEMP[0]
            IMM[0] FLT32 {0.0000, 1.0000, 0.0000, 0.0000}
              0: MOV OUT[0], IN[0]
              1: U2F TEMP[0].x, SV[0].xxxx
              2: ADD OUT[1], IN[1], TEMP[0].xxxx
              3: END
            """;
        using GuestScene scene = new();
        scene.Clear(_black);
        scene.UseShaders(NumberedVertex, GuestScene.PassFragment);
        scene.UseVertices(
            new Vector4(-1, -1, 0, 1), _black, new Vector4(0, -1, 0, 1), _black, new Vector4(-1, 3, 0, 1), _black,
            new Vector4(0, -1, 0, 1), _black, new Vector4(1, -1, 0, 1), _black, new Vector4(0, 3, 0, 1), _black);
        foreach (uint start in new uint[] { 0, 3 })
            scene.Stream.Write(new DrawVboCommand { Start = start, Count = 3, Mode = PipePrimitive.Triangles, InstanceCount = 1, MaxIndex = uint.MaxValue });
        Assert.All(scene.Pixels(), pixel => Assert.Equal(Black, pixel));
    }

    [Theory]
    [InlineData(12, 0)]
    [InlineData(4, 3)]
    public void Indexed_draws_in_a_row_take_their_own_indices_and_bases(uint secondOffset, int secondBias)
    {
        using GuestScene scene = new();
        scene.Clear(_black);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseVertices(
            new Vector4(-1, -1, 0, 1), _red, new Vector4(0, -1, 0, 1), _red, new Vector4(-1, 7, 0, 1), _red,
            new Vector4(0, -1, 0, 1), _green, new Vector4(2, -1, 0, 1), _green, new Vector4(0, 7, 0, 1), _green);
        uint indices = scene.CreateBuffer<ushort>(BindFlags.IndexBuffer, 9, 9, 0, 1, 2, 3, 3, 4, 5);
        foreach ((uint offset, int bias) in new[] { (4u, 0), (secondOffset, secondBias) })
        {
            scene.Stream.Write(new SetIndexBufferCommand { Handle = indices, IndexSize = 2, Offset = offset });
            scene.Stream.Write(new DrawVboCommand { Count = 3, Indexed = true, IndexBias = bias, Mode = PipePrimitive.Triangles, InstanceCount = 1, MaxIndex = uint.MaxValue });
        }

        uint[] pixels = scene.Pixels();
        Assert.Equal((Red, Green), (pixels[7 * 8], pixels[7 * 8 + 4]));
        Assert.Equal((Red, Green), (pixels[0], pixels[4]));
    }

    // Two triangles of opposite winding, one in each half; as points they light the pixels of their corners only.
    [Theory]
    [InlineData(PolygonMode.Fill, PolygonMode.Fill, CullFace.None, true, true)]
    [InlineData(PolygonMode.Fill, PolygonMode.Point, CullFace.None, true, false)]
    [InlineData(PolygonMode.Point, PolygonMode.Fill, CullFace.None, false, true)]
    [InlineData(PolygonMode.Point, PolygonMode.Fill, CullFace.Front, false, true)]
    [InlineData(PolygonMode.Fill, PolygonMode.Point, CullFace.Back, true, false)]
    public void Faces_are_filled_each_in_its_own_mode(PolygonMode front, PolygonMode back, CullFace culled, bool isLeftFilled, bool isRightFilled)
    {
        using GuestScene scene = new();
        scene.Clear(_black);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.SetRasterizer(new RasterizerObject
        {
            DepthClip = true, HalfPixelCenter = true, LineWidth = 1, PointSize = 1, FillFront = front, FillBack = back, CullFace = culled,
        });
        scene.UseVertices(
            new Vector4(-1, -1, 0, 1), _red, new Vector4(0, -1, 0, 1), _red, new Vector4(-1, 1, 0, 1), _red,
            new Vector4(1, -1, 0, 1), _green, new Vector4(0, -1, 0, 1), _green, new Vector4(1, 1, 0, 1), _green);
        scene.Draw(6);
        uint[] pixels = scene.Pixels();
        Assert.Equal((isLeftFilled, isRightFilled), (pixels[8 + 1] == Red, pixels[8 + 6] == Green));
        scene.SetRasterizer(new RasterizerObject { DepthClip = true, HalfPixelCenter = true, LineWidth = 1, PointSize = 1 });
        scene.Draw(6);
        pixels = scene.Pixels();
        Assert.Equal((true, true), (pixels[8 + 1] == Red, pixels[8 + 6] == Green));
    }

    [Fact]
    public void Polygon_drawn_as_points_has_their_coordinates()
    {
        using GuestScene scene = new();
        scene.Clear(_black);
        scene.UseShaders(GuestScene.PassVertex.Replace("GENERIC", "TEXCOORD", StringComparison.Ordinal), GuestScene.PassFragment.Replace("GENERIC", "TEXCOORD", StringComparison.Ordinal));
        scene.SetRasterizer(new RasterizerObject
        {
            DepthClip = true, HalfPixelCenter = true, LineWidth = 1, PointSize = 4, PointQuadRasterization = true, SpriteCoordMask = 1,
            FillFront = PolygonMode.Point, FillBack = PolygonMode.Point,
        });
        scene.UseVertices(new Vector4(0, 0, 0, 1), _blue, new Vector4(3, 0, 0, 1), _blue, new Vector4(0, 3, 0, 1), _blue);
        scene.Draw(3);
        uint[] pixels = scene.Pixels();
        Assert.Equal([32u, 96u, 159u, 223u], Enumerable.Range(2, 4).Select(x => pixels[3 * 8 + x] >> 16 & 255));
    }

    [Fact]
    public void Viewport_with_negative_height_puts_clip_space_top_into_the_first_row()
    {
        using GuestScene scene = new();
        scene.Clear(_black);
        scene.SetViewport(8, 8, sign: -1);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseVertices(
            new Vector4(-1, 0, 0, 1), _red, new Vector4(1, 0, 0, 1), _red, new Vector4(-1, 1, 0, 1), _red,
            new Vector4(1, 0, 0, 1), _red, new Vector4(1, 1, 0, 1), _red, new Vector4(-1, 1, 0, 1), _red);
        scene.Draw(6);
        uint[] pixels = scene.Pixels();
        Assert.Equal(Red, pixels[0]);
        Assert.Equal(Red, pixels[3 * 8 + 7]);
        Assert.Equal(Black, pixels[4 * 8]);
        Assert.Equal(Black, pixels[63]);
    }

    [Fact]
    public void Scissor_limits_draws_but_not_clears()
    {
        using GuestScene scene = new();
        scene.SetRasterizer(new RasterizerObject { DepthClip = true, Scissor = true, LineWidth = 1, PointSize = 1 });
        scene.Stream.Write(new SetScissorsCommand { Rectangles = new[] { new ScissorRectangle(2, 3, 5, 6) } });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(_green);
        scene.Draw(3);
        scene.Clear(_blue);
        scene.Draw(3);
        uint[] pixels = scene.Pixels();
        for (int y = 0; y < 8; y++)
        {
            for (int x = 0; x < 8; x++)
            {
                Assert.Equal(x is >= 2 and < 5 && y is >= 3 and < 6 ? Green : Blue, pixels[y * 8 + x]);
            }
        }
    }

    [Fact]
    public void Blend_of_source_alpha_mixes_with_what_is_there()
    {
        using GuestScene scene = new();
        scene.Clear(_red);
        scene.SetBlend(new BlendTarget
        {
            Enabled = true, WriteMask = ColorMask.All,
            RgbSource = BlendFactor.SrcAlpha, RgbDestination = BlendFactor.InvSrcAlpha, AlphaSource = BlendFactor.One, AlphaDestination = BlendFactor.Zero,
        });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(new Vector4(0, 1, 0, 0.2f));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0x33CC3300u, pixel));
    }

    [Fact]
    public void Destination_alpha_of_a_format_without_alpha_reads_as_one()
    {
        using GuestScene scene = new(format: VirglFormat.B8G8R8X8Unorm);
        scene.Clear(new Vector4(0, 0, 0, 0));
        scene.SetBlend(new BlendTarget
        {
            Enabled = true, WriteMask = ColorMask.All,
            RgbSource = BlendFactor.DstAlpha, RgbDestination = BlendFactor.Zero, AlphaSource = BlendFactor.One, AlphaDestination = BlendFactor.Zero,
        });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(_green);
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0x00FF00u, pixel & 0xFFFFFF));
    }

    [Fact]
    public void Depth_test_keeps_the_nearer_triangle()
    {
        using GuestScene scene = new();
        uint depth = scene.CreateTexture(8, 8, VirglFormat.Z32Float, BindFlags.DepthStencil);
        scene.Stream.Create(new SurfaceObject { Handle = 500, ResourceHandle = depth, Format = VirglFormat.Z32Float });
        scene.BindFramebuffer(500, GuestScene.SurfaceHandle);
        scene.Stream.Write(new ClearCommand { Buffers = ClearBuffers.Depth | ClearBuffers.Color0, Depth = 1 });
        scene.SetDepthStencil(new DepthStencilAlphaObject { DepthEnabled = true, DepthWrite = true, DepthFunction = CompareFunction.Less });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(_green, z: -0.5f);
        scene.Draw(3);
        scene.UseFullTriangle(_red, z: 0.5f);
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(Green, pixel));
    }

    [Theory]
    [InlineData(CompareFunction.Greater, 0.75f, Green)]
    [InlineData(CompareFunction.Greater, 0.25f, Black)]
    [InlineData(CompareFunction.Less, 0.25f, Green)]
    [InlineData(CompareFunction.Never, 0.5f, Black)]
    public void Alpha_test_discards_what_fails(CompareFunction function, float alpha, uint expected)
    {
        using GuestScene scene = new();
        scene.Clear(_black);
        scene.SetDepthStencil(new DepthStencilAlphaObject { AlphaEnabled = true, AlphaFunction = function, AlphaReference = 0.5f });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(new Vector4(0, 1, 0, alpha));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(expected & 0xFFFFFF, pixel & 0xFFFFFF));
    }

    [Fact]
    public void Instances_read_the_element_with_a_divisor_once_each()
    {
        using GuestScene scene = new();
        scene.Clear(_black);
        scene.UseShaders(
            """
            VERT
            DCL IN[0]
            DCL IN[1]
            DCL IN[2]
            DCL OUT[0], POSITION
            DCL OUT[1], GENERIC[0]
              0: ADD OUT[0], IN[0], IN[1]
              1: MOV OUT[1], IN[2]
              2: END
            """,
            GuestScene.PassFragment);
        uint corners = scene.CreateBuffer<Vector4>(BindFlags.VertexBuffer, new(-1, -1, 0, 1), new(0, -1, 0, 1), new(-1, 1, 0, 1), new(0, 1, 0, 1));
        uint instances = scene.CreateBuffer<Vector4>(BindFlags.VertexBuffer, Vector4.Zero, _red, new(1, 0, 0, 0), _blue);
        scene.Stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(16, 0, corners), new VertexBufferBinding(32, 0, instances) } });
        scene.UseElements(
            new VertexElement(0, 0, 0, VirglFormat.R32G32B32A32Float),
            new VertexElement(0, 1, 1, VirglFormat.R32G32B32A32Float),
            new VertexElement(16, 1, 1, VirglFormat.R32G32B32A32Float));
        scene.Draw(4, PipePrimitive.TriangleStrip, instances: 2);
        uint[] pixels = scene.Pixels();
        Assert.Equal(Red, pixels[3]);
        Assert.Equal(Blue, pixels[4]);
    }

    [Theory]
    [InlineData(VirglFormat.R8Unorm, 1u)]
    [InlineData(VirglFormat.R16Unorm, 2u)]
    [InlineData(VirglFormat.R32Uint, 4u)]
    public void Indices_of_every_size_choose_vertices_with_base_and_offset(VirglFormat width, uint indexSize)
    {
        using GuestScene scene = new();
        scene.Clear(_black);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseVertices(
            Vector4.Zero, _red, new Vector4(-1, -1, 0, 1), _green, new Vector4(3, -1, 0, 1), _green, new Vector4(-1, 3, 0, 1), _green);
        byte[] indices = new byte[4 * indexSize];
        for (int i = 0; i < 3; i++)
        {
            indices[(i + 1) * indexSize] = (byte)i;
        }

        uint buffer = scene.CreateBuffer<byte>(BindFlags.IndexBuffer, indices);
        scene.Stream.Write(new SetIndexBufferCommand { Handle = buffer, IndexSize = indexSize, Offset = indexSize });
        scene.Stream.Write(new DrawVboCommand { Count = 3, Mode = PipePrimitive.Triangles, Indexed = true, InstanceCount = 1, IndexBias = 1, MaxIndex = uint.MaxValue });
        Assert.NotEqual(VirglFormat.None, width);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(Green, pixel));
    }

    [Fact]
    public void Indexed_draw_past_the_end_of_its_buffer_is_dropped()
    {
        using GuestScene scene = new();
        scene.Clear(_blue);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(_red);
        uint buffer = scene.CreateBuffer<ushort>(BindFlags.IndexBuffer, 0, 1, 2);
        scene.Stream.Write(new SetIndexBufferCommand { Handle = buffer, IndexSize = 2, Offset = 2 });
        scene.Stream.Write(new DrawVboCommand { Count = 3, Mode = PipePrimitive.Triangles, Indexed = true, InstanceCount = 1, MaxIndex = uint.MaxValue });
        Assert.All(scene.Pixels(), pixel => Assert.Equal(Blue, pixel));
    }
}
