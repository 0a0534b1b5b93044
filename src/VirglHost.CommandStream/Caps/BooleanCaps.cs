namespace VirglHost.CommandStream.Caps;

/// <summary>The bset word of the capset.</summary>
[Flags]
public enum BooleanCaps : uint
{
    /// <summary>No bit.</summary>
    None = 0,
    /// <summary>indep_blend_enable.</summary>
    IndependentBlendEnable = 1u << 0,
    /// <summary>indep_blend_func.</summary>
    IndependentBlendFunction = 1u << 1,
    /// <summary>cube_map_array.</summary>
    CubeMapArray = 1u << 2,
    /// <summary>shader_stencil_export.</summary>
    ShaderStencilExport = 1u << 3,
    /// <summary>conditional_render.</summary>
    ConditionalRender = 1u << 4,
    /// <summary>start_instance.</summary>
    StartInstance = 1u << 5,
    /// <summary>primitive_restart.</summary>
    PrimitiveRestart = 1u << 6,
    /// <summary>blend_eq_sep.</summary>
    BlendEquationSeparate = 1u << 7,
    /// <summary>instanceid.</summary>
    InstanceId = 1u << 8,
    /// <summary>vertex_element_instance_divisor.</summary>
    VertexElementInstanceDivisor = 1u << 9,
    /// <summary>seamless_cube_map.</summary>
    SeamlessCubeMap = 1u << 10,
    /// <summary>occlusion_query.</summary>
    OcclusionQuery = 1u << 11,
    /// <summary>timer_query.</summary>
    TimerQuery = 1u << 12,
    /// <summary>streamout_pause_resume.</summary>
    StreamOutPauseResume = 1u << 13,
    /// <summary>texture_multisample.</summary>
    TextureMultisample = 1u << 14,
    /// <summary>fragment_coord_conventions.</summary>
    FragmentCoordConventions = 1u << 15,
    /// <summary>depth_clip_disable.</summary>
    DepthClipDisable = 1u << 16,
    /// <summary>seamless_cube_map_per_texture.</summary>
    SeamlessCubeMapPerTexture = 1u << 17,
    /// <summary>ubo.</summary>
    UniformBuffers = 1u << 18,
    /// <summary>color_clamping.</summary>
    ColorClamping = 1u << 19,
    /// <summary>poly_stipple.</summary>
    PolygonStipple = 1u << 20,
    /// <summary>mirror_clamp.</summary>
    MirrorClamp = 1u << 21,
    /// <summary>texture_query_lod.</summary>
    TextureQueryLod = 1u << 22,
    /// <summary>has_fp64.</summary>
    Doubles = 1u << 23,
    /// <summary>has_tessellation_shaders.</summary>
    TessellationShaders = 1u << 24,
    /// <summary>has_indirect_draw.</summary>
    IndirectDraw = 1u << 25,
    /// <summary>has_sample_shading.</summary>
    SampleShading = 1u << 26,
    /// <summary>has_cull.</summary>
    CullDistance = 1u << 27,
    /// <summary>conditional_render_inverted.</summary>
    ConditionalRenderInverted = 1u << 28,
    /// <summary>derivative_control.</summary>
    DerivativeControl = 1u << 29,
    /// <summary>polygon_offset_clamp.</summary>
    PolygonOffsetClamp = 1u << 30,
    /// <summary>transform_feedback_overflow_query.</summary>
    TransformFeedbackOverflowQuery = 1u << 31,
}
