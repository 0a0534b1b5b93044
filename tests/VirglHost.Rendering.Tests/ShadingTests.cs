using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests;

/// <summary>What depends on a shader variant: constants, textures, flat colours, sprites, stipple, clip planes, integer targets.</summary>
public sealed class ShadingTests
{
    private const string ColorVertex = """
        VERT
        DCL IN[0]
        DCL IN[1]
        DCL OUT[0], POSITION
        DCL OUT[1], COLOR
          0: MOV OUT[0], IN[0]
          1: MOV OUT[1], IN[1]
          2: END
        """;

    private const string ColorFragment = """
        FRAG
        DCL IN[0], COLOR, COLOR
        DCL OUT[0], COLOR
          0: MOV OUT[0], IN[0]
          1: END
        """;

    private static readonly Vector4 _red = new(1, 0, 0, 1);
    private static readonly Vector4 _green = new(0, 1, 0, 1);

    [Fact]
    public void Constants_reach_their_stage_and_change_between_draws()
    {
        using GuestScene scene = new();
        UseSecondConstantAsColor(scene);
        SetConstants(scene, 0, 0, 0, 0, 1, 0, 0, 1);
        scene.Draw(3);
        scene.Stream.Write(new SetViewportsCommand { Viewports = new[] { new Viewport(2, 4, 0.5f, 2, 4, 0.5f) } });
        SetConstants(scene, 0, 0, 0, 0, 0, 0, 1, 1);
        scene.Draw(3);
        uint[] pixels = scene.Pixels();
        Assert.Equal(0xFF0000FF, pixels[0]);
        Assert.Equal(0xFF0000FF, pixels[3]);
        Assert.Equal(0xFFFF0000, pixels[4]);
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(16383)]
    public void Constants_reach_their_stage_whatever_a_uniform_block_holds(int vectors)
    {
        using GuestScene scene = new();
        scene.UseShaders(
            GuestScene.PassVertex,
            $$"""
            FRAG
            DCL IN[0], GENERIC[0], PERSPECTIVE
            DCL OUT[0], COLOR
            DCL CONST[0..{{vectors - 1}}]
            DCL ADDR[0]
              0: ARL ADDR[0].x, IN[0].xxxx
              1: ADD OUT[0], CONST[0], CONST[ADDR[0].x]
              2: END
            """);
        scene.UseFullTriangle(new Vector4(vectors - 0.5f, 0, 0, 0));
        float[] constants = new float[vectors * 4];
        constants[0] = 1;
        constants[^2] = 1;
        constants[^1] = 1;
        SetConstants(scene, constants);
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFF00FF, pixel));
    }

    [Fact]
    public void Constants_that_were_not_given_again_are_zero()
    {
        using GuestScene scene = new();
        UseSecondConstantAsColor(scene);
        SetConstants(scene, 0, 0, 0, 0, 1, 1, 1, 1);
        scene.Draw(3);
        SetConstants(scene, 1, 1, 1, 1, 0, 1);
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0x0000FF00u, pixel));
    }

    [Fact]
    public void Constants_come_from_a_resource_in_slot_0_while_it_is_bound()
    {
        using GuestScene scene = new();
        UseSecondConstantAsColor(scene);
        uint buffer = scene.CreateBuffer<float>(BindFlags.ConstantBuffer, [0, 0, 0, 0, 0, 1, 0, 1]);
        SetConstants(scene, 0, 0, 0, 0, 1, 0, 0, 1);
        DrawLeftOf(scene, 8);
        scene.Stream.Write(new SetUniformBufferCommand { Stage = ShaderStage.Fragment, Index = 0, Length = 32, Handle = buffer });
        DrawLeftOf(scene, 6);
        scene.Stream.Write(new SetUniformBufferCommand { Stage = ShaderStage.Fragment, Index = 0 });
        DrawLeftOf(scene, 4);
        scene.Stream.Write(new SetUniformBufferCommand { Stage = ShaderStage.Fragment, Index = 0, Length = 32, Handle = buffer });
        SetConstants(scene, 0, 0, 0, 0, 0, 0, 1, 1);
        DrawLeftOf(scene, 2);
        uint[] pixels = scene.Pixels();
        Assert.Equal([0xFF0000FF, 0xFF0000FF, 0xFFFF0000, 0xFFFF0000, 0xFF00FF00, 0xFF00FF00, 0xFFFF0000, 0xFFFF0000], pixels[..8]);

        static void DrawLeftOf(GuestScene scene, int edge)
        {
            scene.Stream.Write(new SetViewportsCommand { Viewports = new[] { new Viewport(edge / 2f, 4, 0.5f, edge / 2f, 4, 0.5f) } });
            scene.Draw(3);
        }
    }

    [Fact]
    public void Program_that_comes_back_has_the_constants_given_meanwhile()
    {
        using GuestScene scene = new();
        uint second = UseSecondConstantAsColor(scene);
        uint first = scene.CreateShader(ShaderStage.Fragment, "FRAG\nDCL OUT[0], COLOR\nDCL CONST[0]\n  0: MOV OUT[0], CONST[0]\n  1: END\n");
        SetConstants(scene, 0, 0, 0, 0, 1, 0, 0, 1);
        scene.Draw(3);
        scene.Stream.Write(new BindShaderCommand { Handle = first, Stage = ShaderStage.Fragment });
        SetConstants(scene, 1, 1, 1, 1, 0, 0, 1, 1);
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFFFFFF, pixel));
        scene.Stream.Write(new BindShaderCommand { Handle = second, Stage = ShaderStage.Fragment });
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFF0000FF, pixel));
    }

    [Fact]
    public void Uniform_buffer_feeds_its_block_from_its_offset()
    {
        using GuestScene scene = new();
        scene.UseShaders(
            GuestScene.PassVertex,
            """
            FRAG
            DCL OUT[0], COLOR
            DCL CONST[2][0..1]
              0: MOV OUT[0], CONST[2][1]
              1: END
            """);
        scene.UseFullTriangle(Vector4.Zero);
        float[] content = new float[80];
        content[64 + 4] = 1;
        content[64 + 7] = 1;
        uint buffer = scene.CreateBuffer<float>(BindFlags.ConstantBuffer, content);
        scene.Stream.Write(new SetUniformBufferCommand { Stage = ShaderStage.Fragment, Index = 2, Offset = 256, Length = 64, Handle = buffer });
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFF0000, pixel));
    }

    [Fact]
    public void Texture_is_sampled_nearest_at_its_texels()
    {
        using GuestScene scene = new();
        scene.UseShaders(GuestScene.PassVertex, GuestScene.TextureFragment);
        UseTexture(scene, VirglFormat.R8G8B8A8Unorm, new SamplerViewObject { SwizzleG = Swizzle.Y, SwizzleB = Swizzle.Z, SwizzleA = Swizzle.W },
            255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 51, 102, 153, 204);
        UseTexturedQuad(scene);
        scene.Draw(4, PipePrimitive.TriangleStrip);
        uint[] pixels = scene.Pixels();
        Assert.Equal(0xFFFF0000, pixels[0]);
        Assert.Equal(0xFF00FF00, pixels[7]);
        Assert.Equal(0xFF0000FF, pixels[7 * 8]);
        Assert.Equal(0xCC336699, pixels[63]);
    }

    [Fact]
    public void View_swizzle_and_format_swizzle_both_apply()
    {
        using GuestScene scene = new();
        scene.UseShaders(GuestScene.PassVertex, GuestScene.TextureFragment);
        UseTexture(scene, VirglFormat.L8Unorm, new SamplerViewObject { SwizzleR = Swizzle.W, SwizzleG = Swizzle.X, SwizzleB = Swizzle.Zero, SwizzleA = Swizzle.One },
            51, 51, 51, 51);
        UseTexturedQuad(scene);
        scene.Draw(4, PipePrimitive.TriangleStrip);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFF3300, pixel));
    }

    [Theory]
    [InlineData(true, false, 0xFFFF0000)]
    [InlineData(true, true, 0xFF00FF00)]
    public void Flat_shading_takes_the_provoking_vertex(bool flat, bool first, uint expected)
    {
        using GuestScene scene = new();
        scene.SetRasterizer(new RasterizerObject { DepthClip = true, FlatShade = flat, FlatShadeFirst = first, LineWidth = 1, PointSize = 1 });
        scene.UseShaders(ColorVertex, ColorFragment);
        scene.UseVertices(new Vector4(-1, -1, 0, 1), _green, new Vector4(3, -1, 0, 1), _green, new Vector4(-1, 3, 0, 1), _red);
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(expected, pixel));
    }

    [Fact]
    public void Smooth_shading_mixes_the_vertices()
    {
        using GuestScene scene = new();
        scene.UseShaders(ColorVertex, ColorFragment);
        scene.UseVertices(new Vector4(-1, -1, 0, 1), new Vector4(0, 0, 0, 1), new Vector4(3, -1, 0, 1), new Vector4(2, 0, 0, 1), new Vector4(-1, 3, 0, 1), new Vector4(0, 0, 0, 1));
        scene.Draw(3);
        uint[] pixels = scene.Pixels();
        for (int x = 0; x < 8; x++)
        {
            // Red grows by 1/8 per column and is sampled at the centre.
            int expected = (int)Math.Round((x + 0.5) / 8 * 255);
            Assert.InRange((int)(pixels[x] >> 16 & 0xFF), expected - 1, expected + 1);
        }
    }

    [Theory]
    [InlineData(VirglFormat.R32Uint, "UINT", 0xFFFFFFF0u)]
    [InlineData(VirglFormat.R32Sint, "INT", 0x80000001u)]
    public void Integer_target_keeps_every_bit_of_clears(VirglFormat format, string kind, uint value)
    {
        using GuestScene scene = new();
        uint[] read = ReadIntegers(scene, format, target =>
        {
            scene.Stream.Write(new ClearCommand { Buffers = ClearBuffers.Color0, Color = new RawColor(value, 1, 2, 3) });
        });
        Assert.NotEmpty(kind);
        Assert.All(read, word => Assert.Equal(value, word));
    }

    [Fact]
    public void Integer_target_keeps_every_bit_of_draws()
    {
        using GuestScene scene = new();
        uint[] read = ReadIntegers(scene, VirglFormat.R32Uint, target =>
        {
            scene.UseShaders(
                GuestScene.PassVertex,
                """
                FRAG
                DCL OUT[0], COLOR
                IMM[0] UINT32 {4294967281, 0, 0, 1}
                  0: MOV OUT[0], IMM[0]
                  1: END
                """);
            scene.UseFullTriangle(Vector4.Zero);
            scene.Draw(3);
        });
        Assert.All(read, word => Assert.Equal(4294967281u, word));
    }

    [Fact]
    public void Integer_attributes_arrive_unconverted()
    {
        using GuestScene scene = new();
        scene.UseShaders(
            """
            VERT
            DCL IN[0]
            DCL IN[1]
            DCL OUT[0], POSITION
            DCL OUT[1], GENERIC[0]
            DCL TEMP[0]
            IMM[0] UINT32 {1000000007, 0, 0, 0}
            IMM[1] FLT32 {0x3f800000, 0x00000000, 0x00000000, 0x00000000}
              0: MOV OUT[0], IN[0]
              1: USEQ TEMP[0], IN[1].xxxx, IMM[0].xxxx
              2: AND OUT[1], TEMP[0], IMM[1].xxxx
              3: END
            """,
            GuestScene.PassFragment);
        float[] position = [-1, -1, 0, 1, 3, -1, 0, 1, -1, 3, 0, 1];
        uint positions = scene.CreateBuffer<float>(BindFlags.VertexBuffer, position);
        uint numbers = scene.CreateBuffer<uint>(BindFlags.VertexBuffer, 1000000007);
        scene.Stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(16, 0, positions), new VertexBufferBinding(0, 0, numbers) } });
        scene.UseElements(new VertexElement(0, 0, 0, VirglFormat.R32G32B32A32Float), new VertexElement(0, 0, 1, VirglFormat.R32Uint));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFFFFFF, pixel));
    }

    [Fact]
    public void User_clip_plane_cuts_what_lies_behind_it()
    {
        using GuestScene scene = new();
        scene.Clear(new Vector4(0, 0, 0, 1));
        scene.SetRasterizer(new RasterizerObject { DepthClip = true, ClipPlaneMask = 1, LineWidth = 1, PointSize = 1 });
        scene.Stream.Write(new SetClipPlanesCommand { Planes = new Vector4[] { new(1, 0, 0, 0), default, default, default, default, default, default, default } });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(_green);
        scene.Draw(3);
        uint[] pixels = scene.Pixels();
        Assert.Equal(0xFF000000, pixels[3]);
        Assert.Equal(0xFF00FF00, pixels[4]);
    }

    [Fact]
    public void Polygon_stipple_takes_bit_31_for_the_first_column()
    {
        using GuestScene scene = new();
        scene.Clear(new Vector4(0, 0, 0, 1));
        scene.SetRasterizer(new RasterizerObject { DepthClip = true, PolygonStipple = true, LineWidth = 1, PointSize = 1 });
        uint[] rows = new uint[32];
        rows[2] = 0x90000000;
        scene.Stream.Write(new SetPolygonStippleCommand { Rows = rows });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(_green);
        scene.Draw(3);
        uint[] pixels = scene.Pixels();
        uint[] drawn = [.. Enumerable.Range(0, 64).Where(i => pixels[i] == 0xFF00FF00).Select(i => (uint)i)];
        Assert.Equal([16u, 19u], drawn);
    }

    [Fact]
    public void Alpha_only_target_keeps_alpha()
    {
        using GuestScene scene = new();
        uint target = scene.CreateTexture(8, 8, VirglFormat.A8Unorm, BindFlags.RenderTarget | BindFlags.SamplerView);
        scene.Stream.Create(new SurfaceObject { Handle = 600, ResourceHandle = target, Format = VirglFormat.A8Unorm });
        scene.BindFramebuffer(0, 600);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(new Vector4(1, 0, 1, 0.4f));
        scene.Draw(3);
        ArrayBacking backing = new(64);
        scene.Submit();
        scene.Renderer.AttachBacking(target, backing);
        scene.Renderer.TransferFromHost(GuestScene.ContextId, target, new TransferRequest(0, 0, 0, new Box(0, 0, 0, 8, 8, 1), 0));
        Assert.All(backing.Bytes, value => Assert.Equal(102, value));
    }

    private static uint UseSecondConstantAsColor(GuestScene scene)
    {
        uint fragment = scene.UseShaders(GuestScene.PassVertex, "FRAG\nDCL OUT[0], COLOR\nDCL CONST[0..1]\n  0: MOV OUT[0], CONST[1]\n  1: END\n");
        scene.UseFullTriangle(Vector4.Zero);
        return fragment;
    }

    private static void SetConstants(GuestScene scene, params float[] values) => scene.Stream.Write(new SetConstantBufferCommand
    {
        Stage = ShaderStage.Fragment, Constants = System.Runtime.InteropServices.MemoryMarshal.Cast<float, uint>(values.AsSpan()),
    });

    private static void UseTexture(GuestScene scene, VirglFormat format, SamplerViewObject view, params byte[] texels)
    {
        uint texture = scene.CreateTexture(2, 2, format, BindFlags.SamplerView, texels);
        scene.Stream.Create(view with { Handle = 700, ResourceHandle = texture, Format = format, Target = PipeTarget.Texture2D });
        scene.Stream.Create(new SamplerStateObject { Handle = 701, WrapS = TextureWrap.ClampToEdge, WrapT = TextureWrap.ClampToEdge, MipFilter = MipFilter.None });
        scene.Stream.Write(new SetSamplerViewsCommand { Stage = ShaderStage.Fragment, Handles = new uint[] { 700 } });
        scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = new uint[] { 701 } });
    }

    private static void UseTexturedQuad(GuestScene scene) => scene.UseVertices(
        new Vector4(-1, -1, 0, 1), new Vector4(0, 0, 0, 1), new Vector4(1, -1, 0, 1), new Vector4(1, 0, 0, 1),
        new Vector4(-1, 1, 0, 1), new Vector4(0, 1, 0, 1), new Vector4(1, 1, 0, 1), new Vector4(1, 1, 0, 1));

    private static uint[] ReadIntegers(GuestScene scene, VirglFormat format, Action<uint> draw)
    {
        uint target = scene.CreateTexture(8, 8, format, BindFlags.RenderTarget | BindFlags.SamplerView);
        scene.Stream.Create(new SurfaceObject { Handle = 600, ResourceHandle = target, Format = format });
        scene.BindFramebuffer(0, 600);
        draw(target);
        scene.Submit();
        ArrayBacking backing = new(256);
        scene.Renderer.AttachBacking(target, backing);
        scene.Renderer.TransferFromHost(GuestScene.ContextId, target, new TransferRequest(0, 0, 0, new Box(0, 0, 0, 8, 8, 1), 0));
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(backing.Bytes).ToArray();
    }
}
