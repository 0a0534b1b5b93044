namespace VirglHost.CommandStream.Caps;

/// <summary>The capability_bits word of capset 2.</summary>
[Flags]
public enum CapabilityBits : uint
{
    /// <summary>No bit.</summary>
    None = 0,
    /// <summary>TGSI_INVARIANT.</summary>
    TgsiInvariant = 1u << 0,
    /// <summary>TEXTURE_VIEW.</summary>
    TextureView = 1u << 1,
    /// <summary>SET_MIN_SAMPLES.</summary>
    SetMinimumSamples = 1u << 2,
    /// <summary>COPY_IMAGE.</summary>
    CopyImage = 1u << 3,
    /// <summary>TGSI_PRECISE.</summary>
    TgsiPrecise = 1u << 4,
    /// <summary>TXQS.</summary>
    TextureSampleQuery = 1u << 5,
    /// <summary>MEMORY_BARRIER.</summary>
    MemoryBarrier = 1u << 6,
    /// <summary>COMPUTE_SHADER.</summary>
    ComputeShader = 1u << 7,
    /// <summary>FB_NO_ATTACH.</summary>
    FramebufferNoAttachments = 1u << 8,
    /// <summary>ROBUST_BUFFER_ACCESS.</summary>
    RobustBufferAccess = 1u << 9,
    /// <summary>TGSI_FBFETCH.</summary>
    TgsiFramebufferFetch = 1u << 10,
    /// <summary>SHADER_CLOCK.</summary>
    ShaderClock = 1u << 11,
    /// <summary>TEXTURE_BARRIER.</summary>
    TextureBarrier = 1u << 12,
    /// <summary>TGSI_COMPONENTS.</summary>
    TgsiComponents = 1u << 13,
    /// <summary>GUEST_MAY_INIT_LOG.</summary>
    GuestMayInitLog = 1u << 14,
    /// <summary>SRGB_WRITE_CONTROL.</summary>
    SrgbWriteControl = 1u << 15,
    /// <summary>QBO.</summary>
    QueryBuffers = 1u << 16,
    /// <summary>TRANSFER.</summary>
    Transfer = 1u << 17,
    /// <summary>FBO_MIXED_COLOR_FORMATS.</summary>
    MixedColorFormats = 1u << 18,
    /// <summary>HOST_IS_GLES.</summary>
    HostIsGles = 1u << 19,
    /// <summary>BIND_COMMAND_ARGS.</summary>
    BindCommandArgs = 1u << 20,
    /// <summary>MULTI_DRAW_INDIRECT.</summary>
    MultiDrawIndirect = 1u << 21,
    /// <summary>INDIRECT_PARAMS.</summary>
    IndirectParameters = 1u << 22,
    /// <summary>TRANSFORM_FEEDBACK3.</summary>
    TransformFeedback3 = 1u << 23,
    /// <summary>3D_ASTC.</summary>
    Astc3D = 1u << 24,
    /// <summary>INDIRECT_INPUT_ADDR.</summary>
    IndirectInputAddressing = 1u << 25,
    /// <summary>COPY_TRANSFER.</summary>
    CopyTransfer = 1u << 26,
    /// <summary>CLIP_HALFZ.</summary>
    ClipHalfZ = 1u << 27,
    /// <summary>APP_TWEAK_SUPPORT.</summary>
    AppTweakSupport = 1u << 28,
    /// <summary>BGRA_SRGB_IS_EMULATED.</summary>
    BgraSrgbIsEmulated = 1u << 29,
    /// <summary>CLEAR_TEXTURE.</summary>
    ClearTexture = 1u << 30,
    /// <summary>ARB_BUFFER_STORAGE.</summary>
    BufferStorage = 1u << 31,
}
