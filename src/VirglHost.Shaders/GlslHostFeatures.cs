namespace VirglHost.Shaders;

/// <summary>
/// What a host's compiler may offer beyond GLSL 4.50 core. A shader that needs a feature the host lacks is refused by
/// <see cref="ShaderTranslator.Parse(ReadOnlySpan{byte}, ShaderStage, GlslHostFeatures)"/>; guests must not be offered it.
/// </summary>
[Flags]
public enum GlslHostFeatures
{
    /// <summary>GLSL 4.50 core and nothing more.</summary>
    None = 0,

    /// <summary>GL_ARB_shader_draw_parameters: BASEVERTEX, BASEINSTANCE, DRAWID.</summary>
    DrawParameters = 1 << 0,

    /// <summary>GL_ARB_shader_stencil_export: STENCIL outputs.</summary>
    StencilExport = 1 << 1,

    /// <summary>GL_ARB_shader_viewport_layer_array: LAYER and VIEWPORT_INDEX written outside geometry shaders.</summary>
    ViewportLayerArray = 1 << 2,

    /// <summary>GL_EXT_texture_shadow_lod: levels, biases and offsets of shadow array and cube lookups.</summary>
    ShadowLod = 1 << 3,

    /// <summary>GL_ARB_shader_group_vote: VOTE_ANY, VOTE_ALL, VOTE_EQ.</summary>
    GroupVote = 1 << 4,

    /// <summary>GL_ARB_shader_clock: CLOCK.</summary>
    ShaderClock = 1 << 5,

    /// <summary>GL_EXT_shader_framebuffer_fetch: FBFETCH.</summary>
    FramebufferFetch = 1 << 6,

    /// <summary>GL_KHR_blend_equation_advanced: property FS_BLEND_EQUATION_ADVANCED.</summary>
    AdvancedBlend = 1 << 7,

    /// <summary>GL_ARB_gpu_shader_int64: the 64-bit integer opcodes.</summary>
    Integers64 = 1 << 8,

    /// <summary>GL_ARB_shader_ballot: BALLOT, READ_FIRST, READ_INVOC and the subgroup system values.</summary>
    Ballot = 1 << 9,

    /// <summary>GL_ARB_shader_atomic_counter_ops: everything on HWATOMIC but reading and counting by one.</summary>
    AtomicCounterOperations = 1 << 10,

    /// <summary>GL_ARB_post_depth_coverage: property FS_POST_DEPTH_COVERAGE.</summary>
    PostDepthCoverage = 1 << 11,

    /// <summary>Everything the translator can make use of.</summary>
    All = (1 << 12) - 1,
}
