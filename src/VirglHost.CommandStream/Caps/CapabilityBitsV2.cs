namespace VirglHost.CommandStream.Caps;

/// <summary>The capability_bits_v2 word of capset 2.</summary>
[Flags]
public enum CapabilityBitsV2 : uint
{
    /// <summary>No bit.</summary>
    None = 0,
    /// <summary>BLEND_EQUATION.</summary>
    BlendEquation = 1u << 0,
    /// <summary>UNTYPED_RESOURCE.</summary>
    UntypedResource = 1u << 1,
    /// <summary>VIDEO_MEMORY.</summary>
    VideoMemory = 1u << 2,
    /// <summary>MEMINFO.</summary>
    MemoryInfo = 1u << 3,
    /// <summary>STRING_MARKER.</summary>
    StringMarker = 1u << 4,
    /// <summary>DIFFERENT_GPU.</summary>
    DifferentGpu = 1u << 5,
    /// <summary>IMPLICIT_MSAA.</summary>
    ImplicitMultisampling = 1u << 6,
    /// <summary>COPY_TRANSFER_BOTH_DIRECTIONS.</summary>
    CopyTransferBothDirections = 1u << 7,
    /// <summary>SCANOUT_USES_GBM.</summary>
    ScanoutUsesGbm = 1u << 8,
    /// <summary>SSO.</summary>
    SeparateShaderObjects = 1u << 9,
    /// <summary>TEXTURE_SHADOW_LOD.</summary>
    TextureShadowLod = 1u << 10,
    /// <summary>VS_VERTEX_LAYER.</summary>
    VertexShaderLayer = 1u << 11,
    /// <summary>VS_VIEWPORT_INDEX.</summary>
    VertexShaderViewportIndex = 1u << 12,
    /// <summary>PIPELINE_STATISTICS_QUERY.</summary>
    PipelineStatisticsQuery = 1u << 13,
    /// <summary>DRAW_PARAMETERS.</summary>
    DrawParameters = 1u << 14,
    /// <summary>GROUP_VOTE.</summary>
    GroupVote = 1u << 15,
    /// <summary>MIRROR_CLAMP_TO_EDGE.</summary>
    MirrorClampToEdge = 1u << 16,
    /// <summary>MIRROR_CLAMP.</summary>
    MirrorClamp = 1u << 17,
    /// <summary>RESOURCE_LAYOUT.</summary>
    ResourceLayout = 1u << 18,
}
