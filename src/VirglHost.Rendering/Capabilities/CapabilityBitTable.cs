using VirglHost.CommandStream.Caps;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Capabilities;

/// <summary>
/// Every capability bit that a guest may see, with its reason; a bit that is not here stays clear (SPEC: virgl-caps.md section 3). Left out on purpose:
/// bits that no guest reads; everything about GBM and video.
/// </summary>
internal static class CapabilityBitTable
{
    internal static readonly CapabilityRow<BooleanCaps>[] Boolean =
    [
        new(BooleanCaps.IndependentBlendEnable, GlFeature.IndependentBlend),
        new(BooleanCaps.IndependentBlendFunction, GlFeature.IndependentBlendFunction),
        new(BooleanCaps.CubeMapArray, GlFeature.CubeMapArray),
        new(BooleanCaps.ShaderStencilExport, GlFeature.ShaderStencilExport),
        new(BooleanCaps.ConditionalRender, GlFeature.ConditionalRender, ours => ours.ConditionalRender),
        new(BooleanCaps.StartInstance, GlFeature.BaseInstance),
        new(BooleanCaps.PrimitiveRestart, GlFeature.PrimitiveRestart),
        new(BooleanCaps.InstanceId, null),
        new(BooleanCaps.SeamlessCubeMap, GlFeature.SeamlessCubeMap),
        new(BooleanCaps.OcclusionQuery, null, ours => ours.OcclusionQueries),
        new(BooleanCaps.TimerQuery, GlFeature.TimerQuery, ours => ours.TimerQueries),
        new(BooleanCaps.StreamOutPauseResume, GlFeature.TransformFeedback2, ours => ours.StreamOutput),
        new(BooleanCaps.TextureMultisample, GlFeature.TextureMultisample),
        new(BooleanCaps.FragmentCoordConventions, GlFeature.FragmentCoordConventions),
        new(BooleanCaps.DepthClipDisable, GlFeature.DepthClamp),
        new(BooleanCaps.TextureQueryLod, GlFeature.TextureQueryLod),
        // Guests before the two exact bits below take this one for all three modes.
        new(BooleanCaps.MirrorClamp, GlFeature.TextureMirrorClampToBorder),
        new(BooleanCaps.Doubles, GlFeature.DoublePrecision, ours => ours.Doubles),
        new(BooleanCaps.TessellationShaders, GlFeature.Tessellation, ours => ours.Tessellation),
        new(BooleanCaps.IndirectDraw, GlFeature.IndirectDraw, ours => ours.IndirectDraw),
        new(BooleanCaps.SampleShading, GlFeature.SampleShading, ours => ours.SampleShading),
        new(BooleanCaps.CullDistance, GlFeature.CullDistance, ours => ours.CullDistance),
        new(BooleanCaps.ConditionalRenderInverted, GlFeature.ConditionalRenderInverted, ours => ours.ConditionalRender),
        new(BooleanCaps.DerivativeControl, GlFeature.DerivativeControl),
        new(BooleanCaps.PolygonOffsetClamp, GlFeature.PolygonOffsetClamp),
        new(BooleanCaps.TransformFeedbackOverflowQuery, GlFeature.TransformFeedbackOverflowQuery, ours => ours.StreamOutput && ours.OcclusionQueries),
    ];

    internal static readonly CapabilityRow<CapabilityBits>[] Bits =
    [
        new(CapabilityBits.TgsiInvariant, null),
        new(CapabilityBits.TgsiFramebufferFetch, GlFeature.FramebufferFetch),
        new(CapabilityBits.ShaderClock, GlFeature.ShaderClock),
        new(CapabilityBits.TextureView, GlFeature.TextureView, ours => ours.TextureViews),
        new(CapabilityBits.SetMinimumSamples, GlFeature.SampleShading, ours => ours.SampleShading),
        new(CapabilityBits.CopyImage, GlFeature.CopyImage),
        new(CapabilityBits.TgsiPrecise, null),
        new(CapabilityBits.TextureSampleQuery, GlFeature.TextureQuerySamples),
        new(CapabilityBits.MemoryBarrier, GlFeature.Barrier),
        new(CapabilityBits.ComputeShader, GlFeature.ComputeShader, ours => ours.Compute),
        new(CapabilityBits.FramebufferNoAttachments, GlFeature.FramebufferNoAttachments),
        new(CapabilityBits.RobustBufferAccess, GlFeature.RobustBufferAccess),
        new(CapabilityBits.TextureBarrier, GlFeature.TextureBarrier),
        new(CapabilityBits.TgsiComponents, null),
        new(CapabilityBits.GuestMayInitLog, null),
        new(CapabilityBits.AppTweakSupport, null),
        new(CapabilityBits.SrgbWriteControl, GlFeature.SrgbWriteControl),
        new(CapabilityBits.QueryBuffers, GlFeature.QueryBufferObject, ours => ours.QueryBuffers),
        new(CapabilityBits.Transfer, null),
        new(CapabilityBits.MixedColorFormats, null),
        new(CapabilityBits.BindCommandArgs, GlFeature.IndirectDraw, ours => ours.IndirectDraw),
        new(CapabilityBits.MultiDrawIndirect, GlFeature.MultiDrawIndirect, ours => ours.IndirectDraw),
        new(CapabilityBits.IndirectParameters, GlFeature.IndirectParameters, ours => ours.IndirectDraw),
        new(CapabilityBits.TransformFeedback3, GlFeature.TransformFeedback3, ours => ours.StreamOutput),
        new(CapabilityBits.Astc3D, GlFeature.TextureCompressionAstcSliced3D),
        new(CapabilityBits.IndirectInputAddressing, null),
        new(CapabilityBits.CopyTransfer, null),
        new(CapabilityBits.ClipHalfZ, GlFeature.ClipControl),
        new(CapabilityBits.ClearTexture, GlFeature.ClearTexture, ours => ours.ClearTexture),
        new(CapabilityBits.BufferStorage, GlFeature.PinnedMemory, ours => ours.PersistentBuffers),
    ];

    internal static readonly CapabilityRow<CapabilityBitsV2>[] BitsV2 =
    [
        new(CapabilityBitsV2.StringMarker, GlFeature.KhrDebug),
        new(CapabilityBitsV2.CopyTransferBothDirections, null),
        new(CapabilityBitsV2.PipelineStatisticsQuery, GlFeature.PipelineStatisticsQuery, ours => ours.PipelineStatistics),
        new(CapabilityBitsV2.DrawParameters, GlFeature.DrawParameters),
        new(CapabilityBitsV2.GroupVote, GlFeature.GroupVote),
        new(CapabilityBitsV2.BlendEquation, GlFeature.BlendEquationAdvanced),
        new(CapabilityBitsV2.TextureShadowLod, GlFeature.TextureShadowLod),
        new(CapabilityBitsV2.VertexShaderLayer, GlFeature.ShaderViewportLayerArray),
        new(CapabilityBitsV2.VertexShaderViewportIndex, GlFeature.ShaderViewportLayerArray),
        new(CapabilityBitsV2.MirrorClampToEdge, GlFeature.TextureMirrorClampToEdge),
        new(CapabilityBitsV2.MirrorClamp, GlFeature.TextureMirrorClamp),
    ];
}
