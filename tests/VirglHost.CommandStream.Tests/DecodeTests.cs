using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.CommandStream.Tests;

/// <summary>Literal words of the wire against the fields they mean, and the refusals.</summary>
public sealed class DecodeTests
{
    [Fact]
    public void DrawVbo_twelveWords_leavesTheRestZero()
    {
        uint[] body = [1, 2, 4, 1, 5, 0xFFFFFFFF, 7, 1, 0xFFFF, 3, 9, 11];

        Assert.True(DrawVboCommand.TryDecode(body, out DrawVboCommand draw));
        Assert.Equal(
            new DrawVboCommand
            {
                Start = 1, Count = 2, Mode = PipePrimitive.Triangles, Indexed = true, InstanceCount = 5, IndexBias = -1, StartInstance = 7,
                PrimitiveRestart = true, RestartIndex = 0xFFFF, MinIndex = 3, MaxIndex = 9, CountFromStreamOut = 11,
            },
            draw);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void DrawVbo_length_isTwelveFourteenOrTwenty(int length, bool legal) =>
        Assert.Equal(legal, DrawVboCommand.TryDecode(new uint[length], out _));

    [Fact]
    public void Blit_literalWords_fillEveryField()
    {
        uint[] body = [0x1D3F, 0x0002_0001, 0x0004_0003, 10, 11, 67, 12, 13, 14, 0xFFFFFFF1, 16, 17, 20, 21, 100, 22, 23, 24, 25, 26, 27];

        Assert.True(BlitCommand.TryDecode(body, out BlitCommand blit));
        Assert.Equal(
            new BlitCommand
            {
                Mask = BlitMask.Color | BlitMask.DepthStencil, Filter = TextureFilter.Linear, ScissorEnabled = true, RenderConditionEnabled = true,
                AlphaBlend = true, ScissorMinX = 1, ScissorMinY = 2, ScissorMaxX = 3, ScissorMaxY = 4, DestinationHandle = 10, DestinationLevel = 11,
                DestinationFormat = VirglFormat.R8G8B8A8Unorm, DestinationBox = new Box(12, 13, 14, -15, 16, 17), SourceHandle = 20, SourceLevel = 21,
                SourceFormat = VirglFormat.B8G8R8A8Srgb, SourceBox = new Box(22, 23, 24, 25, 26, 27),
            },
            blit);
    }

    [Fact]
    public void Rasterizer_highestBits_areTheLastFields()
    {
        uint[] body = [1, 0x8000_0000 | (1u << 15) | (2u << 8), 0x3F800000, 3, 0x80_FF_1234, 0x40000000, 0x40400000, 0x40800000, 0x40A00000];

        Assert.True(RasterizerObject.TryDecode(body, out RasterizerObject state));
        Assert.Equal(
            new RasterizerObject
            {
                Handle = 1, ForcePerSampleInterpolation = true, FrontCounterClockwise = true, CullFace = CullFace.Back, PointSize = 1, SpriteCoordMask = 3,
                LineStipplePattern = 0x1234, LineStippleFactor = 0xFF, ClipPlaneMask = 0x80, LineWidth = 2, OffsetUnits = 3, OffsetScale = 4, OffsetClamp = 5,
            },
            state);
    }

    [Fact]
    public void SamplerState_mipFilterAndAnisotropy_sitWhereTheReferenceSays()
    {
        uint word = 5u | (2u << 3) | (1u << 9) | (2u << 11) | (1u << 13) | (1u << 15) | (6u << 16) | (1u << 19) | (16u << 20);

        Assert.True(SamplerStateObject.TryDecode([1, word, 0, 0, 0, 1, 2, 3, 4], out SamplerStateObject state));
        Assert.Equal(
            new SamplerStateObject
            {
                Handle = 1, WrapS = TextureWrap.MirrorClamp, WrapT = TextureWrap.ClampToEdge, MinFilter = TextureFilter.Linear, MipFilter = MipFilter.None,
                MagFilter = TextureFilter.Linear, CompareEnabled = true, CompareFunction = CompareFunction.GEqual, SeamlessCube = true, MaxAnisotropy = 16,
                BorderColor = new RawColor(1, 2, 3, 4),
            },
            state);
        Assert.False(SamplerStateObject.TryDecode([1, 3u << 11, 0, 0, 0, 0, 0, 0, 0], out _));
    }

    [Fact]
    public void Blend_packedTarget_unpacks()
    {
        uint target = 1u | (2u << 1) | (0x13u << 4) | (0x0Au << 9) | (4u << 14) | (1u << 17) | (0x11u << 22) | (9u << 27);
        uint[] body = [1, 0b10011, 12, target, 0, 0, 0, 0, 0, 0, 0];

        Assert.True(BlendObject.TryDecode(body, out BlendObject blend));
        Assert.True(blend.IndependentBlend && blend.LogicOperationEnabled && blend.AlphaToOne && !blend.Dither && !blend.AlphaToCoverage);
        Assert.Equal(LogicOperation.Copy, blend.LogicOperation);
        Assert.Equal(
            new BlendTarget(0)
            {
                Enabled = true, RgbFunction = BlendFunction.ReverseSubtract, RgbSource = BlendFactor.InvSrcAlpha, RgbDestination = BlendFactor.Src1Alpha,
                AlphaFunction = BlendFunction.Max, AlphaSource = BlendFactor.One, AlphaDestination = BlendFactor.Zero, WriteMask = ColorMask.Red | ColorMask.Alpha,
            },
            blend.Targets[0]);
    }

    [Fact]
    public void DepthStencilAlpha_stencilWord_unpacks()
    {
        uint side = 1u | (4u << 1) | (2u << 4) | (5u << 7) | (7u << 10) | (0x5Au << 13) | (0xC3u << 21);

        Assert.True(DepthStencilAlphaObject.TryDecode([1, 0x60D, side, 0, 0x3F000000], out DepthStencilAlphaObject state));
        Assert.True(state.DepthEnabled && !state.DepthWrite && !state.AlphaEnabled);
        Assert.Equal((CompareFunction.LEqual, CompareFunction.LEqual, 0.5f), (state.DepthFunction, state.AlphaFunction, state.AlphaReference));
        Assert.Equal(
            new StencilSide(0)
            {
                Enabled = true, Function = CompareFunction.Greater, FailOperation = StencilOperation.Replace, DepthPassOperation = StencilOperation.IncrementWrap,
                DepthFailOperation = StencilOperation.Invert, ValueMask = 0x5A, WriteMask = 0xC3,
            },
            state.Front);
    }

    [Fact]
    public void SamplerView_swizzleAboveOne_isRefused()
    {
        Assert.True(SamplerViewObject.TryDecode([1, 2, (2u << 24) | 67, 0x0003_0002, 0x0504, 0 | (1 << 3) | (2 << 6) | (5 << 9)], out SamplerViewObject view));
        Assert.Equal((VirglFormat.R8G8B8A8Unorm, PipeTarget.Texture2D, 2u, 3u, 4u, 5u), (view.Format, view.Target, view.FirstLayer, view.LastLayer, view.FirstLevel, view.LastLevel));
        Assert.Equal((Swizzle.X, Swizzle.Y, Swizzle.Z, Swizzle.One), (view.SwizzleR, view.SwizzleG, view.SwizzleB, view.SwizzleA));
        Assert.False(SamplerViewObject.TryDecode([1, 2, 67, 0, 0, 6 << 9], out _));
    }

    [Fact]
    public void Surface_lastLayerBeforeFirst_isRefused() => Assert.False(SurfaceObject.TryDecode([1, 2, 67, 0, 0x0001_0002], out _));

    [Theory]
    [InlineData(0u, 16, true)]
    [InlineData(1u, 16, false)]
    [InlineData(15u, 1, true)]
    [InlineData(16u, 1, false)]
    [InlineData(0xFFFFFFFFu, 1, false)]
    public void SetViewports_slotRange_endsAtSixteen(uint start, int count, bool legal)
    {
        var body = new uint[1 + 6 * count];
        body[0] = start;

        Assert.Equal(legal, SetViewportsCommand.TryDecode(body, out _));
    }

    [Theory]
    [InlineData(5u, 0u, 128, true)]
    [InlineData(6u, 0u, 1, false)]
    [InlineData(1u, 1u, 128, false)]
    [InlineData(1u, 0u, 129, false)]
    public void SetSamplerViews_stageAndSlots_areChecked(uint stage, uint start, int count, bool legal)
    {
        var body = new uint[2 + count];
        body[0] = stage;
        body[1] = start;

        Assert.Equal(legal, SetSamplerViewsCommand.TryDecode(body, out _));
    }

    [Theory]
    [InlineData(2u, 2, true)]
    [InlineData(2u, 3, false)]
    [InlineData(9u, 9, false)]
    [InlineData(0u, 0, true)]
    public void SetFramebuffer_count_mustMatchTheLength(uint declared, int handles, bool legal)
    {
        var body = new uint[2 + handles];
        body[0] = declared;

        Assert.Equal(legal, SetFramebufferCommand.TryDecode(body, out _));
    }

    [Theory]
    [InlineData(0u, false)]
    [InlineData(1u, true)]
    [InlineData(2u, true)]
    [InlineData(3u, false)]
    public void Transfer3D_direction_isChecked(uint direction, bool legal)
    {
        var body = new uint[13];
        body[12] = direction;

        Assert.Equal(legal, Transfer3DCommand.TryDecode(body, out _));
    }

    [Fact]
    public void VertexElements_bufferIndexOrCountTooLarge_isRefused()
    {
        Assert.True(VertexElementsObject.TryDecode([1, 0, 0, 31, 28], out VertexElementsObject layout));
        Assert.Equal(new VertexElement(0, 0, 31, VirglFormat.R32Float), layout.Elements[0]);
        Assert.False(VertexElementsObject.TryDecode([1, 0, 0, 32, 28], out _));
        var tooMany = new uint[1 + 4 * 33];
        tooMany[0] = 1;
        Assert.False(VertexElementsObject.TryDecode(tooMany, out _));
    }

    [Fact]
    public void Command_oneWordShortOrLong_isRefusedWhereTheLengthIsFixed()
    {
        Assert.False(ClearCommand.TryDecode(new uint[7], out _));
        Assert.False(ClearCommand.TryDecode(new uint[9], out _));
        Assert.False(BlitCommand.TryDecode(new uint[20], out _));
        Assert.False(BlitCommand.TryDecode(new uint[22], out _));
        Assert.False(SetPolygonStippleCommand.TryDecode(new uint[31], out _));
        Assert.False(SetClipPlanesCommand.TryDecode(new uint[33], out _));
        Assert.False(ResourceInlineWriteCommand.TryDecode(new uint[11], out _));
        Assert.False(CopyTransfer3DCommand.TryDecode(new uint[13], out _));
        Assert.False(SetIndexBufferCommand.TryDecode(new uint[2], out _));
        Assert.False(SetStreamOutTargetsCommand.TryDecode(new uint[18], out _));
        Assert.False(SetShaderImagesCommand.TryDecode(new uint[2 + 5 * 33], out _));
    }

    [Fact]
    public void Clear_depth_isADoubleLowWordFirst()
    {
        Assert.True(ClearCommand.TryDecode([7, 1, 2, 3, 4, 0, 0x3FE00000, 9], out ClearCommand clear));
        Assert.Equal(
            new ClearCommand { Buffers = ClearBuffers.DepthStencil | ClearBuffers.Color0, Color = new RawColor(1, 2, 3, 4), Depth = 0.5, Stencil = 9 },
            clear);
    }

    [Fact]
    public void SendStringMarker_lengthBeyondThePayload_isRefused()
    {
        Assert.True(SendStringMarkerCommand.TryDecode([3, 0x00636261], out SendStringMarkerCommand marker));
        Assert.Equal("abc"u8.ToArray(), marker.Text.ToArray());
        Assert.False(SendStringMarkerCommand.TryDecode([5, 0x00636261], out _));
    }
}
