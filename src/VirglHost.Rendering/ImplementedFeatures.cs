namespace VirglHost.Rendering;

/// <summary>
/// What this renderer implements, beyond the ground that every VirGL host has. The capability builder advertises a feature only where it is
/// true here and the host's GL has it, and the dispatcher refuses the commands of a feature that is false: one list decides both.
/// </summary>
internal sealed record ImplementedFeatures
{
    /// <summary>The table of this build.</summary>
    public static ImplementedFeatures Current { get; } = new();

    /// <summary>Stage 5 shaders and LAUNCH_GRID.</summary>
    public bool Compute { get; init; } = true;

    /// <summary>SET_SHADER_IMAGES.</summary>
    public bool Images { get; init; } = true;

    /// <summary>SET_SHADER_BUFFERS.</summary>
    public bool StorageBuffers { get; init; } = true;

    /// <summary>SET_ATOMIC_BUFFERS.</summary>
    public bool AtomicCounters { get; init; } = true;

    /// <summary>Stages 3 and 4, patches and SET_TESS_STATE.</summary>
    public bool Tessellation { get; init; } = true;

    /// <summary>Stage 2 shaders and primitives with adjacency.</summary>
    public bool GeometryShaders { get; init; } = true;

    /// <summary>Stream output targets and shaders that carry stream outputs.</summary>
    public bool StreamOutput { get; init; } = true;

    /// <summary>Occlusion counters and predicates.</summary>
    public bool OcclusionQueries { get; init; } = true;

    /// <summary>Timestamps and elapsed time.</summary>
    public bool TimerQueries { get; init; } = true;

    /// <summary>Query type 10.</summary>
    public bool PipelineStatistics { get; init; } = true;

    /// <summary>SET_RENDER_CONDITION.</summary>
    public bool ConditionalRender { get; init; } = true;

    /// <summary>GET_QUERY_RESULT_QBO.</summary>
    public bool QueryBuffers { get; init; } = true;

    /// <summary>DRAW_VBO with a buffer of arguments.</summary>
    public bool IndirectDraw { get; init; } = true;

    /// <summary>Sampler views with a target of their own.</summary>
    public bool TextureViews { get; init; } = true;

    /// <summary>CLEAR_TEXTURE.</summary>
    public bool ClearTexture { get; init; } = true;

    /// <summary>CLEAR_SURFACE.</summary>
    public bool ClearSurface { get; init; } = true;

    /// <summary>SRC1 blend factors.</summary>
    public bool DualSourceBlend { get; init; } = true;

    /// <summary>SET_MIN_SAMPLES and force_persample_interp.</summary>
    public bool SampleShading { get; init; } = true;

    /// <summary>More than one viewport and scissor.</summary>
    public bool ViewportArrays { get; init; } = true;

    /// <summary>Cull distances written by shaders.</summary>
    public bool CullDistance { get; init; } = true;

    /// <summary>Buffers that the guest keeps mapped; they need a door that shares their memory.</summary>
    public bool PersistentBuffers { get; init; }

    /// <summary>64-bit floats in shaders.</summary>
    public bool Doubles { get; init; } = true;

    /// <summary>The level of GLSL whose operations the translator has.</summary>
    public int GlslLevel { get; init; } = 460;
}
