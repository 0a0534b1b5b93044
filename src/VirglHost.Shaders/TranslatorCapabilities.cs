namespace VirglHost.Shaders;

/// <summary>
/// What the translator can express, so that the caps a guest sees can tell the truth; where a feature is named in
/// <see cref="GlslHostFeatures"/>, the host must have it too. Everything else is refused by
/// <see cref="ShaderTranslator.Parse(ReadOnlySpan{byte}, ShaderStage, GlslHostFeatures)"/> with a diagnostic.
/// </summary>
public static class TranslatorCapabilities
{
    /// <summary>Native integers, bit operations and integer textures.</summary>
    public const bool Integers = true;

    /// <summary>Geometry shaders.</summary>
    public const bool Geometry = true;

    /// <summary>Several vertex streams out of a geometry shader.</summary>
    public const bool VertexStreams = true;

    /// <summary>Transform feedback.</summary>
    public const bool StreamOutput = true;

    /// <summary>Tessellation control and evaluation shaders.</summary>
    public const bool Tessellation = true;

    /// <summary>Compute shaders with shared memory.</summary>
    public const bool Compute = true;

    /// <summary>Shader storage buffers with atomics.</summary>
    public const bool StorageBuffers = true;

    /// <summary>Shader images with atomics.</summary>
    public const bool Images = true;

    /// <summary>The HWATOMIC file (atomic counters).</summary>
    public const bool AtomicCounters = true;

    /// <summary>64-bit floating point.</summary>
    public const bool Doubles = true;

    /// <summary>64-bit integers.</summary>
    public const bool Integers64 = true;

    /// <summary>Constant buffers, samplers, images and storage buffers selected by an address register.</summary>
    public const bool IndirectResources = true;

    /// <summary>FBFETCH: reading the framebuffer in a fragment shader.</summary>
    public const bool FramebufferFetch = true;

    /// <summary>CLOCK.</summary>
    public const bool ShaderClock = true;

    /// <summary>VOTE_ANY, VOTE_ALL, VOTE_EQ.</summary>
    public const bool GroupVote = true;

    /// <summary>BASEVERTEX, BASEINSTANCE, DRAWID (GL_ARB_shader_draw_parameters).</summary>
    public const bool DrawParameters = true;

    /// <summary>STENCIL fragment output (GL_ARB_shader_stencil_export).</summary>
    public const bool StencilExport = true;

    /// <summary>Advanced blend equations declared by a shader.</summary>
    public const bool AdvancedBlend = true;

    /// <summary>GLSL level to advertise as far as the translator goes: 330, 400, 420, 430, 450 …</summary>
    public const int GlslLevel = 460;
}
