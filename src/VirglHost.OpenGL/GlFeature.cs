namespace VirglHost.OpenGL;

/// <summary>What a host's desktop GL may offer beyond or within the required 4.5 core; one row each in <see cref="GlFeatureTable"/>.</summary>
public enum GlFeature
{
    /// <summary>Buffer textures.</summary>
    TextureBuffer = 0,

    /// <summary>Immutable and persistently mapped buffers.</summary>
    BufferStorage = 1,

    /// <summary>Atomic counters.</summary>
    AtomicCounters = 2,

    /// <summary>First instance other than 0.</summary>
    BaseInstance = 3,

    /// <summary>Memory barriers.</summary>
    Barrier = 4,

    /// <summary>Bit casts in shaders.</summary>
    BitEncoding = 5,

    /// <summary>Advanced blend equations.</summary>
    BlendEquationAdvanced = 6,

    /// <summary>Clearing of texture boxes.</summary>
    ClearTexture = 7,

    /// <summary>Clip space conventions.</summary>
    ClipControl = 8,

    /// <summary>Compute shaders.</summary>
    ComputeShader = 9,

    /// <summary>Raw copies between textures.</summary>
    CopyImage = 10,

    /// <summary>Conditional rendering on a failed query.</summary>
    ConditionalRenderInverted = 11,

    /// <summary>Cube map arrays.</summary>
    CubeMapArray = 12,

    /// <summary>Cull distances.</summary>
    CullDistance = 13,

    /// <summary>Draw number, base vertex and base instance in shaders.</summary>
    DrawParameters = 14,

    /// <summary>Two sources of blending.</summary>
    DualSourceBlend = 15,

    /// <summary>Depth clamping.</summary>
    DepthClamp = 16,

    /// <summary>Framebuffers without attachments.</summary>
    FramebufferNoAttachments = 17,

    /// <summary>Reading of the target in shaders.</summary>
    FramebufferFetch = 18,

    /// <summary>Geometry shaders.</summary>
    GeometryShader = 19,

    /// <summary>Separate vertex formats and buffers.</summary>
    VertexAttribBinding = 20,

    /// <summary>The shader features of GL 4.0.</summary>
    GpuShader5 = 21,

    /// <summary>Votes across invocations.</summary>
    GroupVote = 22,

    /// <summary>Image loads and stores.</summary>
    Images = 23,

    /// <summary>Blend enables and masks per draw buffer.</summary>
    IndependentBlend = 24,

    /// <summary>Blend functions per draw buffer.</summary>
    IndependentBlendFunction = 25,

    /// <summary>Draws with arguments from a buffer.</summary>
    IndirectDraw = 26,

    /// <summary>Draw counts from a buffer.</summary>
    IndirectParameters = 27,

    /// <summary>Debug output and markers.</summary>
    KhrDebug = 28,

    /// <summary>Scaling blits from multisample targets.</summary>
    ScaledMultisampleBlit = 29,

    /// <summary>Many indirect draws in one call.</summary>
    MultiDrawIndirect = 30,

    /// <summary>Counters of pipeline stages.</summary>
    PipelineStatisticsQuery = 31,

    /// <summary>Bounded polygon offset.</summary>
    PolygonOffsetClamp = 32,

    /// <summary>Yes-or-no occlusion queries.</summary>
    OcclusionQueryBoolean = 33,

    /// <summary>Query results written to buffers.</summary>
    QueryBufferObject = 34,

    /// <summary>Defined out-of-range access.</summary>
    RobustBufferAccess = 35,

    /// <summary>Sample masks.</summary>
    SampleMask = 36,

    /// <summary>Shading per sample.</summary>
    SampleShading = 37,

    /// <summary>Sampler objects.</summary>
    Samplers = 38,

    /// <summary>Border colours of samplers.</summary>
    SamplerBorderColors = 39,

    /// <summary>Programs of single stages.</summary>
    SeparateShaderObjects = 40,

    /// <summary>Shader storage buffers.</summary>
    StorageBuffer = 41,

    /// <summary>Switchable sRGB conversion on writes.</summary>
    SrgbWriteControl = 42,

    /// <summary>Sampling of stencil.</summary>
    StencilTexturing = 43,

    /// <summary>Immutable multisample textures.</summary>
    StorageMultisample = 44,

    /// <summary>Tessellation shaders.</summary>
    Tessellation = 45,

    /// <summary>Array textures.</summary>
    TextureArray = 46,

    /// <summary>Texture barrier.</summary>
    TextureBarrier = 47,

    /// <summary>Buffer textures over ranges.</summary>
    TextureBufferRange = 48,

    /// <summary>Gathers.</summary>
    TextureGather = 49,

    /// <summary>Wrap mode mirror-once to the edge.</summary>
    TextureMirrorClampToEdge = 50,

    /// <summary>Wrap mode mirror-once with border blend.</summary>
    TextureMirrorClamp = 51,

    /// <summary>Wrap mode mirror-once to the border.</summary>
    TextureMirrorClampToBorder = 52,

    /// <summary>Multisample textures.</summary>
    TextureMultisample = 53,

    /// <summary>Level of detail as a value.</summary>
    TextureQueryLod = 54,

    /// <summary>Samplers that skip sRGB decoding.</summary>
    TextureSrgbDecode = 55,

    /// <summary>Immutable textures.</summary>
    TextureStorage = 56,

    /// <summary>Views of textures.</summary>
    TextureView = 57,

    /// <summary>Timer queries.</summary>
    TimerQuery = 58,

    /// <summary>Transform feedback.</summary>
    TransformFeedback = 59,

    /// <summary>Pause and resume of transform feedback.</summary>
    TransformFeedback2 = 60,

    /// <summary>Several vertex streams.</summary>
    TransformFeedback3 = 61,

    /// <summary>Overflow queries.</summary>
    TransformFeedbackOverflowQuery = 62,

    /// <summary>Sample counts in shaders.</summary>
    TextureQuerySamples = 63,

    /// <summary>Uniform buffers.</summary>
    UniformBuffer = 64,

    /// <summary>Several viewports.</summary>
    ViewportArray = 65,

    /// <summary>Implicitly resolved multisampling.</summary>
    ImplicitMsaa = 66,

    /// <summary>Anisotropic filters.</summary>
    AnisotropicFilter = 67,

    /// <summary>Stencil reference from the fragment shader.</summary>
    ShaderStencilExport = 68,

    /// <summary>Conditional rendering.</summary>
    ConditionalRender = 69,

    /// <summary>Primitive restart.</summary>
    PrimitiveRestart = 70,

    /// <summary>Seamless cube maps.</summary>
    SeamlessCubeMap = 71,

    /// <summary>Seamless cube maps per sampler.</summary>
    SeamlessCubeMapPerTexture = 72,

    /// <summary>Origin and centre of fragment coordinates.</summary>
    FragmentCoordConventions = 73,

    /// <summary>Fine and coarse derivatives.</summary>
    DerivativeControl = 74,

    /// <summary>Doubles in shaders.</summary>
    DoublePrecision = 75,

    /// <summary>Clock in shaders.</summary>
    ShaderClock = 76,

    /// <summary>Level of detail on shadow arrays and cubes.</summary>
    TextureShadowLod = 77,

    /// <summary>Layer chosen by the vertex shader.</summary>
    VertexShaderLayer = 78,

    /// <summary>Viewport chosen by the vertex shader.</summary>
    VertexShaderViewportIndex = 79,

    /// <summary>Layer and viewport chosen by vertex and tessellation shaders.</summary>
    ShaderViewportLayerArray = 80,

    /// <summary>Packed float vertices.</summary>
    VertexType10f11f11f = 81,

    /// <summary>S3TC textures.</summary>
    TextureCompressionS3tc = 82,

    /// <summary>S3TC textures in sRGB.</summary>
    TextureCompressionS3tcSrgb = 83,

    /// <summary>RGTC textures.</summary>
    TextureCompressionRgtc = 84,

    /// <summary>BPTC textures.</summary>
    TextureCompressionBptc = 85,

    /// <summary>ASTC textures.</summary>
    TextureCompressionAstc = 86,

    /// <summary>ASTC in 3D textures.</summary>
    TextureCompressionAstcSliced3D = 87,

    /// <summary>One-channel sRGB textures.</summary>
    TextureSrgbR8 = 88,

    /// <summary>Two-channel sRGB textures.</summary>
    TextureSrgbRg8 = 89,

    /// <summary>Memory sizes by ATI_meminfo.</summary>
    MemoryInfoAti = 90,

    /// <summary>Memory sizes by NVX_gpu_memory_info.</summary>
    MemoryInfoNvx = 91,

    /// <summary>Compilation on driver threads.</summary>
    ParallelShaderCompile = 92,

    /// <summary>Advanced blending without barriers.</summary>
    BlendEquationAdvancedCoherent = 93,

    /// <summary>64-bit integers in shaders.</summary>
    ShaderInteger64 = 94,

    /// <summary>Ballots among invocations.</summary>
    ShaderBallot = 95,

    /// <summary>Arithmetic on atomic counters.</summary>
    AtomicCounterOperations = 96,

    /// <summary>Coverage after the depth test in shaders.</summary>
    PostDepthCoverage = 97,

    /// <summary>Buffers in the application's own memory.</summary>
    PinnedMemory = 98,
}
