namespace VirglHost.CommandStream;

/// <summary>VIRGL_CCMD_*: command numbers of the stream. A number above <see cref="GetPipeResourceLayout"/> is no command.</summary>
public enum VirglOpcode : byte
{
    /// <summary>VIRGL_CCMD_NOP.</summary>
    Nop = 0,
    /// <summary>VIRGL_CCMD_CREATE_OBJECT.</summary>
    CreateObject = 1,
    /// <summary>VIRGL_CCMD_BIND_OBJECT.</summary>
    BindObject = 2,
    /// <summary>VIRGL_CCMD_DESTROY_OBJECT.</summary>
    DestroyObject = 3,
    /// <summary>VIRGL_CCMD_SET_VIEWPORT_STATE.</summary>
    SetViewports = 4,
    /// <summary>VIRGL_CCMD_SET_FRAMEBUFFER_STATE.</summary>
    SetFramebuffer = 5,
    /// <summary>VIRGL_CCMD_SET_VERTEX_BUFFERS.</summary>
    SetVertexBuffers = 6,
    /// <summary>VIRGL_CCMD_CLEAR.</summary>
    Clear = 7,
    /// <summary>VIRGL_CCMD_DRAW_VBO.</summary>
    DrawVbo = 8,
    /// <summary>VIRGL_CCMD_RESOURCE_INLINE_WRITE.</summary>
    ResourceInlineWrite = 9,
    /// <summary>VIRGL_CCMD_SET_SAMPLER_VIEWS.</summary>
    SetSamplerViews = 10,
    /// <summary>VIRGL_CCMD_SET_INDEX_BUFFER.</summary>
    SetIndexBuffer = 11,
    /// <summary>VIRGL_CCMD_SET_CONSTANT_BUFFER.</summary>
    SetConstantBuffer = 12,
    /// <summary>VIRGL_CCMD_SET_STENCIL_REF.</summary>
    SetStencilReference = 13,
    /// <summary>VIRGL_CCMD_SET_BLEND_COLOR.</summary>
    SetBlendColor = 14,
    /// <summary>VIRGL_CCMD_SET_SCISSOR_STATE.</summary>
    SetScissors = 15,
    /// <summary>VIRGL_CCMD_BLIT.</summary>
    Blit = 16,
    /// <summary>VIRGL_CCMD_RESOURCE_COPY_REGION.</summary>
    ResourceCopyRegion = 17,
    /// <summary>VIRGL_CCMD_BIND_SAMPLER_STATES.</summary>
    BindSamplerStates = 18,
    /// <summary>VIRGL_CCMD_BEGIN_QUERY.</summary>
    BeginQuery = 19,
    /// <summary>VIRGL_CCMD_END_QUERY.</summary>
    EndQuery = 20,
    /// <summary>VIRGL_CCMD_GET_QUERY_RESULT.</summary>
    GetQueryResult = 21,
    /// <summary>VIRGL_CCMD_SET_POLYGON_STIPPLE.</summary>
    SetPolygonStipple = 22,
    /// <summary>VIRGL_CCMD_SET_CLIP_STATE.</summary>
    SetClipPlanes = 23,
    /// <summary>VIRGL_CCMD_SET_SAMPLE_MASK.</summary>
    SetSampleMask = 24,
    /// <summary>VIRGL_CCMD_SET_STREAMOUT_TARGETS.</summary>
    SetStreamOutTargets = 25,
    /// <summary>VIRGL_CCMD_SET_RENDER_CONDITION.</summary>
    SetRenderCondition = 26,
    /// <summary>VIRGL_CCMD_SET_UNIFORM_BUFFER.</summary>
    SetUniformBuffer = 27,
    /// <summary>VIRGL_CCMD_SET_SUB_CTX.</summary>
    SetSubContext = 28,
    /// <summary>VIRGL_CCMD_CREATE_SUB_CTX.</summary>
    CreateSubContext = 29,
    /// <summary>VIRGL_CCMD_DESTROY_SUB_CTX.</summary>
    DestroySubContext = 30,
    /// <summary>VIRGL_CCMD_BIND_SHADER.</summary>
    BindShader = 31,
    /// <summary>VIRGL_CCMD_SET_TESS_STATE.</summary>
    SetTessellationLevels = 32,
    /// <summary>VIRGL_CCMD_SET_MIN_SAMPLES.</summary>
    SetMinimumSamples = 33,
    /// <summary>VIRGL_CCMD_SET_SHADER_BUFFERS.</summary>
    SetShaderBuffers = 34,
    /// <summary>VIRGL_CCMD_SET_SHADER_IMAGES.</summary>
    SetShaderImages = 35,
    /// <summary>VIRGL_CCMD_MEMORY_BARRIER.</summary>
    MemoryBarrier = 36,
    /// <summary>VIRGL_CCMD_LAUNCH_GRID.</summary>
    LaunchGrid = 37,
    /// <summary>VIRGL_CCMD_SET_FRAMEBUFFER_STATE_NO_ATTACH.</summary>
    SetFramebufferNoAttachments = 38,
    /// <summary>VIRGL_CCMD_TEXTURE_BARRIER.</summary>
    TextureBarrier = 39,
    /// <summary>VIRGL_CCMD_SET_ATOMIC_BUFFERS.</summary>
    SetAtomicBuffers = 40,
    /// <summary>VIRGL_CCMD_SET_DEBUG_FLAGS.</summary>
    SetDebugFlags = 41,
    /// <summary>VIRGL_CCMD_GET_QUERY_RESULT_QBO.</summary>
    GetQueryResultToBuffer = 42,
    /// <summary>VIRGL_CCMD_TRANSFER3D.</summary>
    Transfer3D = 43,
    /// <summary>VIRGL_CCMD_END_TRANSFERS.</summary>
    EndTransfers = 44,
    /// <summary>VIRGL_CCMD_COPY_TRANSFER3D.</summary>
    CopyTransfer3D = 45,
    /// <summary>VIRGL_CCMD_SET_TWEAKS.</summary>
    SetTweaks = 46,
    /// <summary>VIRGL_CCMD_CLEAR_TEXTURE.</summary>
    ClearTexture = 47,
    /// <summary>VIRGL_CCMD_PIPE_RESOURCE_CREATE.</summary>
    CreatePipeResource = 48,
    /// <summary>VIRGL_CCMD_PIPE_RESOURCE_SET_TYPE.</summary>
    SetPipeResourceType = 49,
    /// <summary>VIRGL_CCMD_GET_MEMORY_INFO.</summary>
    GetMemoryInfo = 50,
    /// <summary>VIRGL_CCMD_SEND_STRING_MARKER.</summary>
    SendStringMarker = 51,
    /// <summary>VIRGL_CCMD_LINK_SHADER.</summary>
    LinkShader = 52,
    /// <summary>VIRGL_CCMD_CREATE_VIDEO_CODEC. Video: refused.</summary>
    CreateVideoCodec = 53,
    /// <summary>VIRGL_CCMD_DESTROY_VIDEO_CODEC. Video: refused.</summary>
    DestroyVideoCodec = 54,
    /// <summary>VIRGL_CCMD_CREATE_VIDEO_BUFFER. Video: refused.</summary>
    CreateVideoBuffer = 55,
    /// <summary>VIRGL_CCMD_DESTROY_VIDEO_BUFFER. Video: refused.</summary>
    DestroyVideoBuffer = 56,
    /// <summary>VIRGL_CCMD_BEGIN_FRAME. Video: refused.</summary>
    BeginFrame = 57,
    /// <summary>VIRGL_CCMD_DECODE_MACROBLOCK. Video: refused.</summary>
    DecodeMacroblock = 58,
    /// <summary>VIRGL_CCMD_DECODE_BITSTREAM. Video: refused.</summary>
    DecodeBitstream = 59,
    /// <summary>VIRGL_CCMD_ENCODE_BITSTREAM. Video: refused.</summary>
    EncodeBitstream = 60,
    /// <summary>VIRGL_CCMD_END_FRAME. Video: refused.</summary>
    EndFrame = 61,
    /// <summary>VIRGL_CCMD_CLEAR_SURFACE.</summary>
    ClearSurface = 62,
    /// <summary>VIRGL_CCMD_GET_PIPE_RESOURCE_LAYOUT.</summary>
    GetPipeResourceLayout = 63,
}
