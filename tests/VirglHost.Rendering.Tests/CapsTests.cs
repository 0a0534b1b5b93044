using VirglHost.CommandStream;
using VirglHost.CommandStream.Caps;
using VirglHost.OpenGL;
using VirglHost.Rendering.Capabilities;

namespace VirglHost.Rendering.Tests;

[Collection("Host GL")]
public sealed class CapsTests
{
    [Fact]
    public void Caps_ofThisHost_areWhatGlSays()
    {
        using GlHost host = GlHost.Open();

        RendererCaps caps = CapsBuilder.Build(host.Session, host.Formats, ImplementedFeatures.Current);

        Assert.Equal((1u, 2u), (caps.V1.MaxVersion, caps.V2.Common.MaxVersion));
        Assert.True(caps.V2.Common.Sampler.Contains(VirglFormat.B8G8R8A8Unorm));
        Assert.True(caps.V2.Common.Render.Contains(VirglFormat.B8G8R8A8Srgb));
        Assert.True(caps.V2.Common.Sampler.Contains(VirglFormat.S8UintZ24Unorm));
        Assert.False(caps.V2.Common.Render.Contains(VirglFormat.S8UintZ24Unorm));
        Assert.False(caps.V2.Common.Sampler.Contains(VirglFormat.Etc1Rgb8));
        Assert.True(caps.V2.SupportedMultisampleFormats.Contains(VirglFormat.None));
        Assert.True(caps.V2.Common.Sampler.Contains(VirglFormat.R9G9B9E5Float));
        Assert.False(caps.V2.Common.Render.Contains(VirglFormat.R9G9B9E5Float));
        Assert.True(caps.V2.SupportedMultisampleFormats.Contains(VirglFormat.R9G9B9E5Float));
        Assert.Equal(host.Session.Features[GlFeature.TextureMirrorClampToBorder], caps.V2.Common.BooleanCaps.HasFlag(BooleanCaps.MirrorClamp));
        Assert.Equal((uint)host.Session.Limits.MaxTextureSize, caps.V2.MaxTexture2DSize);
        Assert.Equal(8u, caps.V2.Common.MaxRenderTargets);
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    /// <summary>A guest that is offered them takes them, and has a texture that nothing can be drawn to.</summary>
    [Theory]
    [InlineData(VirglFormat.L8A8Unorm)]
    [InlineData(VirglFormat.L16A16Float)]
    [InlineData(VirglFormat.I8Unorm)]
    public void Format_thatCannotBeDrawnTo_isNoTextureForGuests(VirglFormat format)
    {
        using GlHost host = GlHost.Open();

        RendererCaps caps = CapsBuilder.Build(host.Session, host.Formats, ImplementedFeatures.Current);

        Assert.True(host.Formats.TryGet(format, out _));
        Assert.False(caps.V2.Common.Sampler.Contains(format));
        Assert.False(caps.V2.Common.Render.Contains(format));
    }

    [Fact]
    public void SampleLocations_ofTheLargestCount_areDistinct()
    {
        using GlHost host = GlHost.Open();

        RendererCaps caps = CapsBuilder.Build(host.Session, host.Formats, ImplementedFeatures.Current);

        uint count = caps.V2.Common.MaxSamples;
        Assert.True(count is 1 or 2 or 4 or 8 or 16);
        if (count == 4)
            Assert.Equal(4, BitConverter.GetBytes(caps.V2.SampleLocations[1]).Distinct().Count());
    }

    [Fact]
    public void Host_with_the_additions_of_GLSL_4_60_as_extensions_gives_them_to_guests()
    {
        using GlHost host = GlHost.Open();
        bool hasAdditions = host.Session.Features[OpenGL.GlFeature.DrawParameters] && host.Session.Features[OpenGL.GlFeature.GroupVote] &&
            host.Session.Features[OpenGL.GlFeature.AtomicCounterOperations];

        RendererCaps caps = CapsBuilder.Build(host.Session, host.Formats, new ImplementedFeatures { PersistentBuffers = true });

        Assert.Equal(hasAdditions ? 460 : 450, caps.Guest.GlslLevel);
        Assert.Equal(450u, CapsBuilder.Build(host.Session, host.Formats, new ImplementedFeatures { GlslLevel = 450 }).V2.Common.GlslLevel);
        if (hasAdditions && host.Session.Features[OpenGL.GlFeature.PinnedMemory])
            Assert.Equal((4, 6), (caps.Guest.GlMajor, caps.Guest.GlMinor));
    }

    [Fact]
    public void Feature_notImplemented_isNeitherBitNorLimit()
    {
        using GlHost host = GlHost.Open();
        var none = new ImplementedFeatures
        {
            Compute = false, Images = false, StorageBuffers = false, Tessellation = false, GeometryShaders = false, StreamOutput = false, OcclusionQueries = false, IndirectDraw = false, TextureViews = false, ClearTexture = false, DualSourceBlend = false, ViewportArrays = false,
        };

        RendererCaps caps = CapsBuilder.Build(host.Session, host.Formats, none);

        Assert.Equal((0u, 0u, 1u), (caps.V2.Common.MaxStreamOutBuffers, caps.V2.Common.MaxDualSourceRenderTargets, caps.V2.Common.MaxViewports));
        Assert.Equal((0u, 0u, 0u), (caps.V2.MaxGeometryOutputVertices, caps.V2.MaxShaderImageFragmentCompute, caps.V2.MaxComputeGridX));
        Assert.Equal(BooleanCaps.None, caps.V2.Common.BooleanCaps & (BooleanCaps.IndirectDraw | BooleanCaps.OcclusionQuery | BooleanCaps.TessellationShaders));
        Assert.Equal(CapabilityBits.None, caps.V2.CapabilityBits & (CapabilityBits.TextureView | CapabilityBits.ClearTexture | CapabilityBits.ComputeShader));
        Assert.Equal(0x7Fu, caps.V2.Common.PrimitiveMask);
        Assert.Equal(140u, caps.V2.Common.GlslLevel);
        Assert.Equal((2, 1), (caps.Guest.GlMajor, caps.Guest.GlMinor));
        Assert.Contains(new CapabilityGap("OpenGL 3.0", "virglhost has no stream output yet"), caps.Guest.Gaps);
    }

    [Theory]
    [InlineData(1u, 1u, 2000, 308)]
    [InlineData(2u, 2u, 2000, 1408)]
    [InlineData(2u, 1u, 1376, 1376)]
    [InlineData(1u, 2u, 2000, 0)]
    [InlineData(3u, 1u, 2000, 0)]
    [InlineData(0u, 0u, 2000, 0)]
    public void Write_answersAsTheProtocolSays(uint capset, uint version, int room, int written)
    {
        var caps = new RendererCaps(default, default, GuestVersionTable.Derive(default, GlFeatures.From(4, 5, [])));

        Assert.Equal(written, caps.Write(capset, version, new byte[room]));
    }

    [Fact]
    public void GuestVersion_ofEverything_isTheHighest()
    {
        using GlHost host = GlHost.Open();
        var all = new ImplementedFeatures
        {
            Compute = true, Images = true, StorageBuffers = true, AtomicCounters = true, Tessellation = true, GeometryShaders = true, StreamOutput = true,
            OcclusionQueries = true, TimerQueries = true, PipelineStatistics = true, ConditionalRender = true, QueryBuffers = true, IndirectDraw = true,
            TextureViews = true, ClearTexture = true, ClearSurface = true, DualSourceBlend = true, SampleShading = true, ViewportArrays = true,
            CullDistance = true, PersistentBuffers = true,
        };

        RendererCaps caps = CapsBuilder.Build(host.Session, host.Formats, all);

        Assert.True((caps.Guest.GlMajor, caps.Guest.GlMinor).CompareTo((4, 2)) >= 0, string.Join("; ", caps.Guest.Gaps));
        Assert.True((caps.Guest.GlesMajor, caps.Guest.GlesMinor).CompareTo((3, 1)) >= 0, string.Join("; ", caps.Guest.Gaps));
    }
}
