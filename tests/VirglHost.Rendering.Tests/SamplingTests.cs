using System.Numerics;
using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests;

/// <summary>What textures are asked for that core GL or this host lacks: CLAMP, MIRROR_CLAMP, sample counts in between.</summary>
public sealed class SamplingTests
{
    private const string ProjectedRectangleFragment = """
        FRAG
        DCL IN[0], GENERIC[0], PERSPECTIVE
        DCL OUT[0], COLOR
        DCL SAMP[0]
        DCL SVIEW[0], RECT, FLOAT
          0: TXP OUT[0], IN[0], SAMP[0], RECT
          1: END
        """;

    private const uint White = 0xFFFFFFFF;
    private const uint Half = 0xFF808080;
    private const uint Black = 0xFF000000;

    // A white texel, a black border, and a coordinate right of the edge: half of what CLAMP filters lies in the border.
    [Theory]
    [InlineData(TextureWrap.Clamp, TextureFilter.Linear, 3, Half)]
    [InlineData(TextureWrap.Clamp, TextureFilter.Linear, -3, Half)]
    [InlineData(TextureWrap.Clamp, TextureFilter.Linear, 0.5f, White)]
    [InlineData(TextureWrap.Clamp, TextureFilter.Nearest, 3, White)]
    [InlineData(TextureWrap.ClampToEdge, TextureFilter.Linear, 3, White)]
    [InlineData(TextureWrap.ClampToBorder, TextureFilter.Linear, 3, Black)]
    [InlineData(TextureWrap.MirrorClamp, TextureFilter.Linear, -3, Half)]
    [InlineData(TextureWrap.MirrorClamp, TextureFilter.Linear, -0.5f, White)]
    [InlineData(TextureWrap.MirrorClamp, TextureFilter.Nearest, -3, White)]
    [InlineData(TextureWrap.MirrorClampToBorder, TextureFilter.Linear, -3, Black)]
    public void Wrap_mode_filters_with_the_border_as_the_guest_means_it(TextureWrap wrap, TextureFilter filter, float s, uint expected)
    {
        using GuestScene scene = new();
        scene.UseShaders(GuestScene.PassVertex, GuestScene.TextureFragment);
        UseWhite(scene, PipeTarget.Texture2D, wrap, filter);
        scene.UseFullTriangle(new Vector4(s, 0.5f, 0, 1));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => AssertNear(expected, pixel));
    }

    [Theory]
    [InlineData(12, 1, Half)]
    [InlineData(1, 2, White)]
    [InlineData(-6, 2, Half)]
    public void Clamp_of_a_rectangle_counts_texels_and_divides_first(float s, float q, uint expected)
    {
        using GuestScene scene = new();
        scene.UseShaders(GuestScene.PassVertex, ProjectedRectangleFragment);
        UseWhite(scene, PipeTarget.TextureRect, TextureWrap.Clamp, TextureFilter.Linear);
        scene.UseFullTriangle(new Vector4(s, 0.5f * q, 0, q));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => AssertNear(expected, pixel));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Texture_has_the_samples_it_was_created_with(int samples)
    {
        using GuestScene scene = new();
        uint texture = CreateMultisampled(scene, samples);
        scene.UseShaders(
            GuestScene.PassVertex,
            """
            FRAG
            DCL OUT[0], COLOR
            DCL SAMP[0]
            DCL SVIEW[0], 2D_MSAA, FLOAT
            DCL TEMP[0]
            IMM[0] FLT32 {0.125, 0, 0, 1}
              0: TXQS TEMP[0].x, SAMP[0], 2D_MSAA
              1: U2F TEMP[0].x, TEMP[0].xxxx
              2: MUL OUT[0].x, TEMP[0].xxxx, IMM[0].xxxx
              3: MOV OUT[0].yzw, IMM[0].yyyw
              4: END
            """);
        UseView(scene, texture, PipeTarget.Texture2D, VirglFormat.R8G8B8A8Unorm);
        scene.UseFullTriangle(Vector4.Zero);
        scene.Draw(3);
        uint red = (uint)MathF.Round(samples / 8f * 255);
        Assert.All(scene.Pixels(), pixel => AssertNear(0xFF000000 | red << 16, pixel));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Sample_mask_and_fetches_count_the_guests_samples(int samples)
    {
        using GuestScene scene = new();
        uint texture = DrawToMultisampled(scene, samples);
        scene.Clear(new Vector4(0, 0, 0, 1));
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(Vector4.One);
        scene.Stream.Write(new SetSampleMaskCommand { Mask = 1u << (samples - 1) });
        scene.Draw(3);
        scene.Stream.Write(new SetSampleMaskCommand { Mask = uint.MaxValue });
        scene.BindFramebuffer(0, GuestScene.SurfaceHandle);
        for (int sample = 0; sample < samples; sample++)
        {
            Assert.Equal(sample == samples - 1 ? White : Black, FetchSample(scene, texture, sample));
        }
    }

    // Each invocation writes its number and its own coverage bit; the second pass masks all but the first sample away.
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Sample_numbers_and_masks_of_shaders_count_the_guests_samples(int samples)
    {
        using GuestScene scene = new();
        uint texture = DrawToMultisampled(scene, samples);
        scene.Stream.Write(new SetSampleMaskCommand { Mask = uint.MaxValue });
        scene.UseShaders(
            GuestScene.PassVertex,
            """
            FRAG
            DCL SV[0], SAMPLEID
            DCL SV[1], SAMPLEMASK
            DCL OUT[0], COLOR
            DCL TEMP[0]
            IMM[0] FLT32 {0.0625, 0, 0, 1}
              0: U2F TEMP[0].x, SV[0].xxxx
              1: U2F TEMP[0].y, SV[1].xxxx
              2: MUL TEMP[0].xy, TEMP[0].xyyy, IMM[0].xxxx
              3: MOV TEMP[0].zw, IMM[0].yyyw
              4: MOV OUT[0], TEMP[0]
              5: END
            """);
        scene.UseFullTriangle(Vector4.One);
        scene.Draw(3);
        scene.BindFramebuffer(0, GuestScene.SurfaceHandle);
        for (int sample = 0; sample < samples; sample++)
        {
            uint color = FetchSample(scene, texture, sample);
            uint red = (uint)MathF.Round(sample / 16f * 255);
            uint green = (uint)MathF.Round((1 << sample) / 16f * 255);
            AssertNear(0xFF000000 | red << 16 | green << 8, color);
        }
    }

    // Scaling goes through a shader that averages; white in one of the guest's two samples is white in two of llvmpipe's four.
    [Fact]
    public void Scaled_resolve_averages_the_samples_that_the_host_has()
    {
        using GuestScene scene = new();
        uint texture = DrawToMultisampled(scene, 2);
        scene.Clear(new Vector4(0, 0, 0, 1));
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(Vector4.One);
        scene.Stream.Write(new SetSampleMaskCommand { Mask = 1 });
        scene.Draw(3);
        scene.Stream.Write(new BlitCommand
        {
            Mask = BlitMask.Color, DestinationHandle = GuestScene.TargetId, DestinationFormat = VirglFormat.B8G8R8A8Unorm, DestinationBox = new Box(0, 0, 0, 8, 8, 1),
            SourceHandle = texture, SourceFormat = VirglFormat.R8G8B8A8Unorm, SourceBox = new Box(0, 0, 0, 4, 4, 1),
        });
        Assert.All(scene.Pixels(), pixel => AssertNear(Half, pixel));
    }

    [Fact]
    public void Samples_of_a_format_that_cannot_be_drawn_to_read_as_zero()
    {
        using GuestScene scene = new();
        const uint Id = 504;
        scene.Renderer.CreateResource(Id, new ResourceDescription(PipeTarget.Texture2D, VirglFormat.R9G9B9E5Float, (uint)BindFlags.SamplerView, 8, 8, 1, 1, 0, 4, 0));
        scene.Renderer.AttachResource(GuestScene.ContextId, Id);
        scene.UseFullTriangle(Vector4.One);
        Assert.Equal(Black, FetchSample(scene, Id, 0, VirglFormat.R9G9B9E5Float));
    }

    // An edge through texel (3, 3) that leaves the first triangle three samples of llvmpipe's four: one of them belongs to the guest's second sample, which the
    // other triangle has, as fetches see it.
    [Fact]
    public void Coverage_masks_of_neighbours_share_no_sample()
    {
        using GuestScene scene = new();
        uint texture = DrawToMultisampled(scene, 2);
        scene.Stream.Write(new SetSampleMaskCommand { Mask = uint.MaxValue });
        scene.UseShaders(
            GuestScene.PassVertex,
            """
            FRAG
            DCL IN[0], GENERIC[0], PERSPECTIVE
            DCL SV[0], SAMPLEMASK
            DCL OUT[0], COLOR
            DCL TEMP[0]
            IMM[0] FLT32 {0.25, 0, 0, 1}
              0: U2F TEMP[0].x, SV[0].xxxx
              1: MUL OUT[0].x, TEMP[0].xxxx, IMM[0].xxxx
              2: MOV OUT[0].yzw, IN[0].yyzw
              3: END
            """);
        Vector4 below = new(0, 0, 0, 1);
        Vector4 above = new(0, 1, 0, 1);
        scene.UseVertices(
            new Vector4(-3, -2.9f, 0, 1), below, new Vector4(3, -9, 0, 1), below, new Vector4(3, 3.1f, 0, 1), below,
            new Vector4(-3, -2.9f, 0, 1), above, new Vector4(3, 3.1f, 0, 1), above, new Vector4(-3, 9, 0, 1), above);
        scene.Draw(6);
        scene.BindFramebuffer(0, GuestScene.SurfaceHandle);
        scene.UseFullTriangle(Vector4.One);
        AssertNear(0xFF400000, FetchSample(scene, texture, 0));
        AssertNear(0xFF80FF00, FetchSample(scene, texture, 1));
    }

    [Theory]
    [InlineData(VirglFormat.A8Uint)]
    [InlineData(VirglFormat.A8Sint)]
    public void Integer_alpha_is_cleared_and_drawn_where_it_is_stored(VirglFormat format)
    {
        using GuestScene scene = new();
        uint target = scene.CreateTexture(8, 8, format, BindFlags.RenderTarget | BindFlags.SamplerView);
        scene.Stream.Create(new SurfaceObject { Handle = 600, ResourceHandle = target, Format = format });
        scene.BindFramebuffer(0, 600);
        scene.Stream.Write(new ClearCommand { Buffers = ClearBuffers.Color0, Color = new RawColor(1, 2, 3, 77) });
        scene.UseShaders(
            GuestScene.PassVertex,
            """
            FRAG
            DCL OUT[0], COLOR
            IMM[0] UINT32 {11, 12, 13, 99}
              0: MOV OUT[0], IMM[0]
              1: END
            """);
        scene.UseVertices(new Vector4(-1, -1, 0, 1), Vector4.One, new Vector4(0, -1, 0, 1), Vector4.One, new Vector4(-1, 0, 0, 1), Vector4.One);
        scene.Draw(3);
        scene.Submit();
        ArrayBacking backing = new(64);
        scene.Renderer.AttachBacking(target, backing);
        scene.Renderer.TransferFromHost(GuestScene.ContextId, target, new TransferRequest(0, 0, 0, new Box(0, 0, 0, 8, 8, 1), 0));
        Assert.Equal(99, backing.Bytes[0]);
        Assert.Equal(77, backing.Bytes[63]);
    }

    [Theory]
    [InlineData(VirglFormat.L8A8Unorm, new byte[] { 51, 102 }, 0x66333333u)]
    [InlineData(VirglFormat.I8Unorm, new byte[] { 51 }, 0x33333333u)]
    [InlineData(VirglFormat.L16A16Unorm, new byte[] { 0x33, 0x33, 0x66, 0x66 }, 0x66333333u)]
    public void Luminance_alpha_and_intensity_spread_what_is_stored(VirglFormat format, byte[] texel, uint expected)
    {
        using GuestScene scene = new();
        scene.UseShaders(GuestScene.PassVertex, GuestScene.TextureFragment);
        uint texture = scene.CreateTexture(1, 1, format, BindFlags.SamplerView, texel);
        UseView(scene, texture, PipeTarget.Texture2D, format);
        scene.Stream.Create(new SamplerStateObject { Handle = 701, MipFilter = MipFilter.None });
        scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = new uint[] { 701 } });
        scene.UseFullTriangle(new Vector4(0.5f, 0.5f, 0, 1));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(expected, pixel));
    }

    [Theory]
    [InlineData("TEX OUT[0], IN[0], SAMP[0], RECT")]
    [InlineData("TXP OUT[0], IN[0], SAMP[0], RECT")]
    [InlineData("TXF OUT[0], IMM[0], SAMP[0], RECT")]
    public void Compressed_rectangle_is_sampled_by_texels(string lookup)
    {
        using GuestScene scene = new();
        scene.UseShaders(
            GuestScene.PassVertex,
            $$"""
            FRAG
            DCL IN[0], GENERIC[0], PERSPECTIVE
            DCL OUT[0], COLOR
            DCL SAMP[0]
            DCL SVIEW[0], RECT, FLOAT
            IMM[0] INT32 {6, 2, 0, 0}
              0: {{lookup}}
              1: END
            """);
        const uint Id = 502;
        scene.Renderer.CreateResource(Id, new ResourceDescription(PipeTarget.TextureRect, VirglFormat.Rgtc1Unorm, (uint)BindFlags.SamplerView, 8, 4, 1, 1, 0, 0, 0));
        scene.Renderer.AttachResource(GuestScene.ContextId, Id);
        byte[] blocks = [0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0];
        scene.Stream.Write(new ResourceInlineWriteCommand { Handle = Id, Box = new Box(0, 0, 0, 8, 4, 1), Content = blocks });
        UseView(scene, Id, PipeTarget.TextureRect, VirglFormat.Rgtc1Unorm);
        scene.Stream.Create(new SamplerStateObject { Handle = 701, WrapS = TextureWrap.ClampToEdge, WrapT = TextureWrap.ClampToEdge, MipFilter = MipFilter.None });
        scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = new uint[] { 701 } });
        scene.UseFullTriangle(new Vector4(6, 2, 0, 1));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFF0000, pixel));
    }

    [Fact]
    public void Clear_reaches_the_layers_of_the_surface_and_no_other()
    {
        using GuestScene scene = new();
        const uint Id = 503;
        scene.Renderer.CreateResource(Id, new ResourceDescription(
            PipeTarget.Texture2DArray, VirglFormat.R8Unorm, (uint)(BindFlags.SamplerView | BindFlags.RenderTarget), 1, 1, 1, 4, 0, 0, 0));
        scene.Renderer.AttachResource(GuestScene.ContextId, Id);
        scene.Stream.Write(new ResourceInlineWriteCommand { Handle = Id, Box = new Box(0, 0, 0, 1, 1, 4), Content = new byte[] { 1, 2, 3, 4 } });
        scene.Stream.Create(new SurfaceObject { Handle = 600, ResourceHandle = Id, Format = VirglFormat.R8Unorm, FirstLayer = 1, LastLayer = 2 });
        scene.BindFramebuffer(0, 600);
        scene.Clear(Vector4.One);
        scene.Submit();
        ArrayBacking backing = new(4);
        scene.Renderer.AttachBacking(Id, backing);
        scene.Renderer.TransferFromHost(GuestScene.ContextId, Id, new TransferRequest(0, 0, 0, new Box(0, 0, 0, 1, 1, 4), 0));
        Assert.Equal([1, 255, 255, 4], backing.Bytes);
    }

    /// <summary>A multisampled texture, bound as the only colour target of multisample drawing.</summary>
    private static uint DrawToMultisampled(GuestScene scene, int samples)
    {
        uint texture = CreateMultisampled(scene, samples);
        scene.Stream.Create(new SurfaceObject { Handle = 600, ResourceHandle = texture, Format = VirglFormat.R8G8B8A8Unorm });
        scene.BindFramebuffer(0, 600);
        scene.SetRasterizer(new RasterizerObject { DepthClip = true, Multisample = true, HalfPixelCenter = true, LineWidth = 1, PointSize = 1 });
        return texture;
    }

    /// <summary>One sample of the texel (3, 3), fetched by drawing to the scene's own target.</summary>
    private static uint FetchSample(GuestScene scene, uint texture, int sample, VirglFormat format = VirglFormat.R8G8B8A8Unorm)
    {
        scene.UseShaders(
            GuestScene.PassVertex,
            $$"""
            FRAG
            DCL OUT[0], COLOR
            DCL SAMP[0]
            DCL SVIEW[0], 2D_MSAA, FLOAT
            IMM[0] INT32 {3, 3, 0, {{sample}}}
              0: TXF OUT[0], IMM[0], SAMP[0], 2D_MSAA
              1: END
            """);
        UseView(scene, texture, PipeTarget.Texture2D, format);
        scene.Draw(3);
        return scene.Pixel(0, 0);
    }

    private static uint CreateMultisampled(GuestScene scene, int samples)
    {
        const uint Id = 500;
        scene.Renderer.CreateResource(Id, new ResourceDescription(
            PipeTarget.Texture2D, VirglFormat.R8G8B8A8Unorm, (uint)(BindFlags.RenderTarget | BindFlags.SamplerView), 8, 8, 1, 1, 0, (uint)samples, 0));
        scene.Renderer.AttachResource(GuestScene.ContextId, Id);
        return Id;
    }

    private static void UseWhite(GuestScene scene, PipeTarget target, TextureWrap wrap, TextureFilter filter)
    {
        const uint Id = 501;
        scene.Renderer.CreateResource(Id, new ResourceDescription(target, VirglFormat.R8G8B8A8Unorm, (uint)BindFlags.SamplerView, 4, 1, 1, 1, 0, 0, 0));
        scene.Renderer.AttachResource(GuestScene.ContextId, Id);
        byte[] texels = new byte[16];
        texels.AsSpan().Fill(255);
        scene.Stream.Write(new ResourceInlineWriteCommand { Handle = Id, Box = new Box(0, 0, 0, 4, 1, 1), Content = texels });
        UseView(scene, Id, target, VirglFormat.R8G8B8A8Unorm);
        scene.Stream.Create(new SamplerStateObject
        {
            Handle = 701, WrapS = wrap, WrapT = TextureWrap.ClampToEdge, MinFilter = filter, MagFilter = filter, MipFilter = MipFilter.None,
            BorderColor = RawColor.FromFloats(new Vector4(0, 0, 0, 1)),
        });
        scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = new uint[] { 701 } });
    }

    private static void UseView(GuestScene scene, uint texture, PipeTarget target, VirglFormat format)
    {
        scene.Stream.Create(new SamplerViewObject
        {
            Handle = 700, ResourceHandle = texture, Format = format, Target = target, SwizzleG = Swizzle.Y, SwizzleB = Swizzle.Z, SwizzleA = Swizzle.W,
        });
        scene.Stream.Write(new SetSamplerViewsCommand { Stage = ShaderStage.Fragment, Handles = new uint[] { 700 } });
    }

    private static void AssertNear(uint expected, uint actual)
    {
        Span<byte> want = MemoryMarshal.AsBytes(new Span<uint>(ref expected));
        Span<byte> have = MemoryMarshal.AsBytes(new Span<uint>(ref actual));
        for (int i = 0; i < 4; i++)
            Assert.InRange(have[i], want[i] - 2, want[i] + 2);
    }
}
