using VirglHost.CommandStream;
using VirglHost.CommandStream.Caps;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.Rendering.Capabilities;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering;

/// <summary>
/// Fills the capability sets with the truth: what the host's GL has and this renderer implements (SPEC: virgl-caps.md section 2). What is not implemented has its
/// bit clear and its limits at 0, so that a guest makes do with less.
/// </summary>
internal static partial class CapsBuilder
{
    /// <summary>
    /// The newest protocol feature that is here together with all before it: 21 is CLEAR_SURFACE, 22 the exact mirror-clamp bits, 23 vtest's host-chosen
    /// resource ids.
    /// </summary>
    internal const uint HostFeatureCheckVersion = 23;

    private const int MaxSlots = 32;

    /// <summary>Builds both sets on the current context.</summary>
    public static RendererCaps Build(GlSession session, FormatTable formats, ImplementedFeatures ours)
    {
        var caps = new VirglCapsV2
        {
            CapabilityBits = Sum(CapabilityBitTable.Bits, session.Features, ours),
            CapabilityBitsV2 = Sum(CapabilityBitTable.BitsV2, session.Features, ours),
            HostFeatureCheckVersion = HostFeatureCheckVersion,
        };
        if ((caps.CapabilityBitsV2 & CapabilityBitsV2.BlendEquation) != 0)
        {
            // QUIRK: a guest that sees both blends in its shaders by fetching, which is all it would fetch for; the host's own blending is better.
            caps.CapabilityBits &= ~CapabilityBits.TgsiFramebufferFetch;
        }

        FillMemory(ref caps, session);
        FillCommon(ref caps.Common, session, formats, ours);
        caps.Common.MaxSamples = FillSamples(ref caps, session);
        FillFormats(ref caps, formats);
        FillSizes(ref caps, session.Limits, session.Features);
        FillStages(ref caps, session.Limits, session.Features, ours);
        // QUIRK: X servers refuse to accelerate on a renderer whose name contains "llvmpipe" in lower case.
        caps.Renderer.Set(session.Features.Renderer.Replace("llvmpipe", "LLVMPIPE", StringComparison.Ordinal));
        VirglCapsV1 first = caps.Common;
        first.MaxVersion = 1;
        caps.Common.MaxVersion = 2;
        return new RendererCaps(first, caps, GuestVersionTable.Derive(caps, session.Features));
    }

    private static void FillCommon(ref VirglCapsV1 caps, GlSession session, FormatTable formats, ImplementedFeatures ours)
    {
        GlLimits limits = session.Limits;
        GlFeatures host = session.Features;
        foreach (FormatRow row in formats.Rows)
        {
            // A guest that is offered a texture it cannot draw to asks for nothing better; without these it takes one with all four channels.
            if (!row.IsLuminanceAlphaOrIntensity)
                caps.Sampler.Add(row.Format);
            if (row.IsColor && row.IsRenderable)
                caps.Render.Add(row.Format);
        }

        if (host[GlFeature.VertexType10f11f11f])
            caps.VertexBuffer.Add(VirglFormat.R11G11B10Float);
        caps.BooleanCaps = Sum(CapabilityBitTable.Boolean, host, ours);
        caps.GlslLevel = (uint)GlslLevel(host, ours);
        caps.MaxTextureArrayLayers = (uint)limits.MaxArrayTextureLayers;
        caps.MaxStreamOutBuffers = ours.StreamOutput ? (uint)Math.Min(limits.MaxTransformFeedbackBuffers, StreamLimits.StreamOutBuffers) : 0;
        caps.MaxDualSourceRenderTargets = ours.DualSourceBlend ? (uint)limits.MaxDualSourceDrawBuffers : 0;
        caps.MaxRenderTargets = (uint)Math.Min(Math.Min(limits.MaxDrawBuffers, limits.MaxColorAttachments), StreamLimits.ColorBuffers);
        caps.PrimitiveMask = PrimitiveMask(ours);
        caps.MaxTextureBufferSize = (uint)limits.MaxTextureBufferSize;
        // Constant buffer 0 is a uniform block too; the guest counts it among its own.
        caps.MaxUniformBlocks = (uint)Math.Max(Math.Min(Math.Min(limits.MaxVertexUniformBlocks, limits.MaxFragmentUniformBlocks), MaxSlots), 1);
        caps.MaxViewports = ours.ViewportArrays ? (uint)Math.Min(limits.MaxViewports, StreamLimits.Viewports) : 1;
        caps.MaxTextureGatherComponents = host[GlFeature.TextureGather] ? 4u : 0;
    }

    /// <summary>
    /// The host's level, no higher than what is implemented; 150 would promise geometry shaders. What 4.60 has before 4.50, hosts also have as extensions,
    /// and guests send what they compiled, not GLSL.
    /// </summary>
    private static int GlslLevel(GlFeatures host, ImplementedFeatures ours)
    {
        int level = host.Major * 100 + host.Minor * 10;
        if (level == 450 && host[GlFeature.DrawParameters] && host[GlFeature.GroupVote] && host[GlFeature.AtomicCounterOperations])
            level = 460;
        level = Math.Min(level, ours.GlslLevel);
        return ours.GeometryShaders ? level : Math.Min(level, 140);
    }

    /// <summary>A core-profile host never sees quads and polygons: the guest cuts them up.</summary>
    private static uint PrimitiveMask(ImplementedFeatures ours)
    {
        uint mask = (1u << ((int)PipePrimitive.TriangleFan + 1)) - 1;
        if (ours.GeometryShaders)
            mask |= 0xFu << (int)PipePrimitive.LinesAdjacency;
        if (ours.Tessellation)
            mask |= 1u << (int)PipePrimitive.Patches;
        return mask;
    }

    private static void FillFormats(ref VirglCapsV2 caps, FormatTable formats)
    {
        // Framebuffers without attachments are asked for as format 0.
        caps.SupportedMultisampleFormats.Add(VirglFormat.None);
        foreach (FormatRow row in formats.Rows)
        {
            if (row.IsStencilOnlyView)
                continue;
            caps.SupportedReadbackFormats.Add(row.Format);
            if (row.IsColor && row.Kind == ChannelKind.Float && !row.IsCompressed)
                caps.Scanout.Add(row.Format);
            if (row.IsMultisample)
                caps.SupportedMultisampleFormats.Add(row.Format);
        }
    }

    private static void FillSizes(ref VirglCapsV2 caps, GlLimits limits, GlFeatures host)
    {
        (caps.MinAliasedPointSize, caps.MaxAliasedPointSize) = limits.PointSizeRange;
        (caps.MinSmoothPointSize, caps.MaxSmoothPointSize) = limits.PointSizeRange;
        (caps.MinAliasedLineWidth, caps.MaxAliasedLineWidth) = limits.AliasedLineWidthRange;
        (caps.MinSmoothLineWidth, caps.MaxSmoothLineWidth) = limits.SmoothLineWidthRange;
        caps.MaxTextureLodBias = limits.MaxTextureLodBias;
        caps.MaxVertexOutputs = (uint)(limits.MaxVertexOutputComponents / 4);
        caps.MaxVertexAttributes = (uint)Math.Min(limits.MaxVertexAttribs, StreamLimits.VertexAttributes);
        caps.MaxVertexAttributeStride = (uint)limits.MaxVertexAttribStride;
        caps.MinTexelOffset = limits.MinProgramTexelOffset;
        caps.MaxTexelOffset = limits.MaxProgramTexelOffset;
        caps.MinTextureGatherOffset = limits.MinProgramTextureGatherOffset;
        caps.MaxTextureGatherOffset = limits.MaxProgramTextureGatherOffset;
        caps.TextureBufferOffsetAlignment = host[GlFeature.TextureBufferRange] ? (uint)limits.TextureBufferOffsetAlignment : 0;
        caps.UniformBufferOffsetAlignment = (uint)limits.UniformBufferOffsetAlignment;
        caps.MaxTexture2DSize = (uint)limits.MaxTextureSize;
        caps.MaxTexture3DSize = (uint)limits.Max3DTextureSize;
        caps.MaxTextureCubeSize = (uint)limits.MaxCubeMapTextureSize;
        caps.MaxAnisotropy = host[GlFeature.AnisotropicFilter] ? Math.Min(limits.MaxTextureMaxAnisotropy, 16) : 0;
        caps.MaxUniformBlockSize = (uint)limits.MaxUniformBlockSize;
        caps.MaxTextureSamplers = (uint)Math.Min(Math.Min(limits.MaxTextureImageUnits, limits.MaxVertexTextureImageUnits), StreamLimits.Samplers);
    }

    /// <summary>Memory sizes, where the host's driver tells them (SPEC: virgl-caps.md section 3.3, bits 2 and 3).</summary>
    private static void FillMemory(ref VirglCapsV2 caps, GlSession session)
    {
        bool isNvx = session.Features[GlFeature.MemoryInfoNvx];
        if (!isNvx && !session.Features[GlFeature.MemoryInfoAti])
            return;
        Span<int> kibibytes = stackalloc int[4];
        kibibytes.Clear();
        session.Gl.GetIntegers(isNvx ? GLEnum.GpuMemoryInfoTotalAvailableMemoryNvx : GLEnum.TextureFreeMemoryAti, kibibytes);
        caps.MaxVideoMemory = (uint)Math.Max(kibibytes[0], 0) / 1024;
        caps.CapabilityBitsV2 |= CapabilityBitsV2.VideoMemory | CapabilityBitsV2.MemoryInfo;
    }

    private static TBits Sum<TBits>(CapabilityRow<TBits>[] rows, GlFeatures host, ImplementedFeatures ours)
        where TBits : struct, Enum
    {
        ulong sum = 0;
        foreach (CapabilityRow<TBits> row in rows)
        {
            if (row.Holds(host, ours))
                sum |= Convert.ToUInt64(row.Bit, System.Globalization.CultureInfo.InvariantCulture);
        }

        return (TBits)Enum.ToObject(typeof(TBits), (uint)sum);
    }
}
