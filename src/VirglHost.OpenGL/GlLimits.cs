namespace VirglHost.OpenGL;

/// <summary>The host's limits, each under the name of its glGet value (GL 4.6 specification, chapter 23); asked once per display.</summary>
public sealed class GlLimits
{
    /// <summary>GL_MAX_ARRAY_TEXTURE_LAYERS.</summary>
    public int MaxArrayTextureLayers { get; init; }

    /// <summary>GL_MAX_TEXTURE_SIZE.</summary>
    public int MaxTextureSize { get; init; }

    /// <summary>GL_MAX_3D_TEXTURE_SIZE.</summary>
    public int Max3DTextureSize { get; init; }

    /// <summary>GL_MAX_CUBE_MAP_TEXTURE_SIZE.</summary>
    public int MaxCubeMapTextureSize { get; init; }

    /// <summary>GL_MAX_RECTANGLE_TEXTURE_SIZE.</summary>
    public int MaxRectangleTextureSize { get; init; }

    /// <summary>GL_MAX_RENDERBUFFER_SIZE.</summary>
    public int MaxRenderbufferSize { get; init; }

    /// <summary>GL_MAX_TEXTURE_BUFFER_SIZE.</summary>
    public int MaxTextureBufferSize { get; init; }

    /// <summary>GL_MAX_DRAW_BUFFERS.</summary>
    public int MaxDrawBuffers { get; init; }

    /// <summary>GL_MAX_COLOR_ATTACHMENTS.</summary>
    public int MaxColorAttachments { get; init; }

    /// <summary>GL_MAX_DUAL_SOURCE_DRAW_BUFFERS.</summary>
    public int MaxDualSourceDrawBuffers { get; init; }

    /// <summary>GL_MAX_SAMPLES.</summary>
    public int MaxSamples { get; init; }

    /// <summary>GL_MAX_COLOR_TEXTURE_SAMPLES.</summary>
    public int MaxColorTextureSamples { get; init; }

    /// <summary>GL_MAX_DEPTH_TEXTURE_SAMPLES.</summary>
    public int MaxDepthTextureSamples { get; init; }

    /// <summary>GL_MAX_INTEGER_SAMPLES.</summary>
    public int MaxIntegerSamples { get; init; }

    /// <summary>GL_MAX_IMAGE_SAMPLES.</summary>
    public int MaxImageSamples { get; init; }

    /// <summary>GL_MAX_TRANSFORM_FEEDBACK_BUFFERS.</summary>
    public int MaxTransformFeedbackBuffers { get; init; }

    /// <summary>GL_MAX_TRANSFORM_FEEDBACK_SEPARATE_ATTRIBS.</summary>
    public int MaxTransformFeedbackSeparateAttribs { get; init; }

    /// <summary>GL_MAX_TRANSFORM_FEEDBACK_INTERLEAVED_COMPONENTS.</summary>
    public int MaxTransformFeedbackInterleavedComponents { get; init; }

    /// <summary>GL_MAX_TRANSFORM_FEEDBACK_SEPARATE_COMPONENTS.</summary>
    public int MaxTransformFeedbackSeparateComponents { get; init; }

    /// <summary>GL_MAX_VERTEX_STREAMS.</summary>
    public int MaxVertexStreams { get; init; }

    /// <summary>GL_MAX_VERTEX_UNIFORM_BLOCKS.</summary>
    public int MaxVertexUniformBlocks { get; init; }

    /// <summary>GL_MAX_FRAGMENT_UNIFORM_BLOCKS.</summary>
    public int MaxFragmentUniformBlocks { get; init; }

    /// <summary>GL_MAX_GEOMETRY_UNIFORM_BLOCKS.</summary>
    public int MaxGeometryUniformBlocks { get; init; }

    /// <summary>GL_MAX_TESS_CONTROL_UNIFORM_BLOCKS.</summary>
    public int MaxTessControlUniformBlocks { get; init; }

    /// <summary>GL_MAX_TESS_EVALUATION_UNIFORM_BLOCKS.</summary>
    public int MaxTessEvaluationUniformBlocks { get; init; }

    /// <summary>GL_MAX_COMPUTE_UNIFORM_BLOCKS.</summary>
    public int MaxComputeUniformBlocks { get; init; }

    /// <summary>GL_MAX_COMBINED_UNIFORM_BLOCKS.</summary>
    public int MaxCombinedUniformBlocks { get; init; }

    /// <summary>GL_MAX_UNIFORM_BUFFER_BINDINGS.</summary>
    public int MaxUniformBufferBindings { get; init; }

    /// <summary>GL_MAX_UNIFORM_BLOCK_SIZE.</summary>
    public int MaxUniformBlockSize { get; init; }

    /// <summary>GL_UNIFORM_BUFFER_OFFSET_ALIGNMENT.</summary>
    public int UniformBufferOffsetAlignment { get; init; }

    /// <summary>GL_MAX_VERTEX_UNIFORM_COMPONENTS.</summary>
    public int MaxVertexUniformComponents { get; init; }

    /// <summary>GL_MAX_FRAGMENT_UNIFORM_COMPONENTS.</summary>
    public int MaxFragmentUniformComponents { get; init; }

    /// <summary>GL_MAX_GEOMETRY_UNIFORM_COMPONENTS.</summary>
    public int MaxGeometryUniformComponents { get; init; }

    /// <summary>GL_MAX_TESS_CONTROL_UNIFORM_COMPONENTS.</summary>
    public int MaxTessControlUniformComponents { get; init; }

    /// <summary>GL_MAX_TESS_EVALUATION_UNIFORM_COMPONENTS.</summary>
    public int MaxTessEvaluationUniformComponents { get; init; }

    /// <summary>GL_MAX_COMPUTE_UNIFORM_COMPONENTS.</summary>
    public int MaxComputeUniformComponents { get; init; }

    /// <summary>GL_MAX_VERTEX_OUTPUT_COMPONENTS.</summary>
    public int MaxVertexOutputComponents { get; init; }

    /// <summary>GL_MAX_VERTEX_ATTRIBS.</summary>
    public int MaxVertexAttribs { get; init; }

    /// <summary>GL_MAX_VERTEX_ATTRIB_STRIDE.</summary>
    public int MaxVertexAttribStride { get; init; }

    /// <summary>GL_MAX_VERTEX_ATTRIB_BINDINGS.</summary>
    public int MaxVertexAttribBindings { get; init; }

    /// <summary>GL_MAX_VERTEX_ATTRIB_RELATIVE_OFFSET.</summary>
    public int MaxVertexAttribRelativeOffset { get; init; }

    /// <summary>GL_MAX_FRAGMENT_INPUT_COMPONENTS.</summary>
    public int MaxFragmentInputComponents { get; init; }

    /// <summary>GL_MAX_GEOMETRY_INPUT_COMPONENTS.</summary>
    public int MaxGeometryInputComponents { get; init; }

    /// <summary>GL_MAX_GEOMETRY_OUTPUT_COMPONENTS.</summary>
    public int MaxGeometryOutputComponents { get; init; }

    /// <summary>GL_MAX_GEOMETRY_OUTPUT_VERTICES.</summary>
    public int MaxGeometryOutputVertices { get; init; }

    /// <summary>GL_MAX_GEOMETRY_TOTAL_OUTPUT_COMPONENTS.</summary>
    public int MaxGeometryTotalOutputComponents { get; init; }

    /// <summary>GL_MAX_GEOMETRY_SHADER_INVOCATIONS.</summary>
    public int MaxGeometryShaderInvocations { get; init; }

    /// <summary>GL_MAX_PATCH_VERTICES.</summary>
    public int MaxPatchVertices { get; init; }

    /// <summary>GL_MAX_TESS_GEN_LEVEL.</summary>
    public int MaxTessGenLevel { get; init; }

    /// <summary>GL_MAX_TESS_PATCH_COMPONENTS.</summary>
    public int MaxTessPatchComponents { get; init; }

    /// <summary>GL_MAX_TESS_CONTROL_TOTAL_OUTPUT_COMPONENTS.</summary>
    public int MaxTessControlTotalOutputComponents { get; init; }

    /// <summary>GL_MAX_TESS_CONTROL_OUTPUT_COMPONENTS.</summary>
    public int MaxTessControlOutputComponents { get; init; }

    /// <summary>GL_MAX_TESS_EVALUATION_OUTPUT_COMPONENTS.</summary>
    public int MaxTessEvaluationOutputComponents { get; init; }

    /// <summary>GL_MIN_PROGRAM_TEXEL_OFFSET.</summary>
    public int MinProgramTexelOffset { get; init; }

    /// <summary>GL_MAX_PROGRAM_TEXEL_OFFSET.</summary>
    public int MaxProgramTexelOffset { get; init; }

    /// <summary>GL_MIN_PROGRAM_TEXTURE_GATHER_OFFSET.</summary>
    public int MinProgramTextureGatherOffset { get; init; }

    /// <summary>GL_MAX_PROGRAM_TEXTURE_GATHER_OFFSET.</summary>
    public int MaxProgramTextureGatherOffset { get; init; }

    /// <summary>GL_TEXTURE_BUFFER_OFFSET_ALIGNMENT.</summary>
    public int TextureBufferOffsetAlignment { get; init; }

    /// <summary>GL_SHADER_STORAGE_BUFFER_OFFSET_ALIGNMENT.</summary>
    public int ShaderStorageBufferOffsetAlignment { get; init; }

    /// <summary>GL_MAX_SHADER_STORAGE_BUFFER_BINDINGS.</summary>
    public int MaxShaderStorageBufferBindings { get; init; }

    /// <summary>GL_MAX_COMBINED_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxCombinedShaderStorageBlocks { get; init; }

    /// <summary>GL_MAX_VERTEX_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxVertexShaderStorageBlocks { get; init; }

    /// <summary>GL_MAX_FRAGMENT_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxFragmentShaderStorageBlocks { get; init; }

    /// <summary>GL_MAX_GEOMETRY_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxGeometryShaderStorageBlocks { get; init; }

    /// <summary>GL_MAX_TESS_CONTROL_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxTessControlShaderStorageBlocks { get; init; }

    /// <summary>GL_MAX_TESS_EVALUATION_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxTessEvaluationShaderStorageBlocks { get; init; }

    /// <summary>GL_MAX_COMPUTE_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxComputeShaderStorageBlocks { get; init; }

    /// <summary>GL_MAX_VERTEX_IMAGE_UNIFORMS.</summary>
    public int MaxVertexImageUniforms { get; init; }

    /// <summary>GL_MAX_FRAGMENT_IMAGE_UNIFORMS.</summary>
    public int MaxFragmentImageUniforms { get; init; }

    /// <summary>GL_MAX_GEOMETRY_IMAGE_UNIFORMS.</summary>
    public int MaxGeometryImageUniforms { get; init; }

    /// <summary>GL_MAX_TESS_CONTROL_IMAGE_UNIFORMS.</summary>
    public int MaxTessControlImageUniforms { get; init; }

    /// <summary>GL_MAX_TESS_EVALUATION_IMAGE_UNIFORMS.</summary>
    public int MaxTessEvaluationImageUniforms { get; init; }

    /// <summary>GL_MAX_COMPUTE_IMAGE_UNIFORMS.</summary>
    public int MaxComputeImageUniforms { get; init; }

    /// <summary>GL_MAX_COMBINED_IMAGE_UNIFORMS.</summary>
    public int MaxCombinedImageUniforms { get; init; }

    /// <summary>GL_MAX_IMAGE_UNITS.</summary>
    public int MaxImageUnits { get; init; }

    /// <summary>GL_MAX_VERTEX_ATOMIC_COUNTERS.</summary>
    public int MaxVertexAtomicCounters { get; init; }

    /// <summary>GL_MAX_FRAGMENT_ATOMIC_COUNTERS.</summary>
    public int MaxFragmentAtomicCounters { get; init; }

    /// <summary>GL_MAX_GEOMETRY_ATOMIC_COUNTERS.</summary>
    public int MaxGeometryAtomicCounters { get; init; }

    /// <summary>GL_MAX_TESS_CONTROL_ATOMIC_COUNTERS.</summary>
    public int MaxTessControlAtomicCounters { get; init; }

    /// <summary>GL_MAX_TESS_EVALUATION_ATOMIC_COUNTERS.</summary>
    public int MaxTessEvaluationAtomicCounters { get; init; }

    /// <summary>GL_MAX_COMPUTE_ATOMIC_COUNTERS.</summary>
    public int MaxComputeAtomicCounters { get; init; }

    /// <summary>GL_MAX_COMBINED_ATOMIC_COUNTERS.</summary>
    public int MaxCombinedAtomicCounters { get; init; }

    /// <summary>GL_MAX_VERTEX_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxVertexAtomicCounterBuffers { get; init; }

    /// <summary>GL_MAX_FRAGMENT_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxFragmentAtomicCounterBuffers { get; init; }

    /// <summary>GL_MAX_GEOMETRY_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxGeometryAtomicCounterBuffers { get; init; }

    /// <summary>GL_MAX_TESS_CONTROL_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxTessControlAtomicCounterBuffers { get; init; }

    /// <summary>GL_MAX_TESS_EVALUATION_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxTessEvaluationAtomicCounterBuffers { get; init; }

    /// <summary>GL_MAX_COMPUTE_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxComputeAtomicCounterBuffers { get; init; }

    /// <summary>GL_MAX_COMBINED_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxCombinedAtomicCounterBuffers { get; init; }

    /// <summary>GL_MAX_ATOMIC_COUNTER_BUFFER_BINDINGS.</summary>
    public int MaxAtomicCounterBufferBindings { get; init; }

    /// <summary>GL_MAX_COMPUTE_WORK_GROUP_INVOCATIONS.</summary>
    public int MaxComputeWorkGroupInvocations { get; init; }

    /// <summary>GL_MAX_COMPUTE_SHARED_MEMORY_SIZE.</summary>
    public int MaxComputeSharedMemorySize { get; init; }

    /// <summary>GL_MAX_VIEWPORTS.</summary>
    public int MaxViewports { get; init; }

    /// <summary>GL_MAX_CLIP_DISTANCES.</summary>
    public int MaxClipDistances { get; init; }

    /// <summary>GL_MAX_COMBINED_CLIP_AND_CULL_DISTANCES.</summary>
    public int MaxCombinedClipAndCullDistances { get; init; }

    /// <summary>GL_MAX_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxTextureImageUnits { get; init; }

    /// <summary>GL_MAX_VERTEX_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxVertexTextureImageUnits { get; init; }

    /// <summary>GL_MAX_GEOMETRY_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxGeometryTextureImageUnits { get; init; }

    /// <summary>GL_MAX_TESS_CONTROL_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxTessControlTextureImageUnits { get; init; }

    /// <summary>GL_MAX_TESS_EVALUATION_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxTessEvaluationTextureImageUnits { get; init; }

    /// <summary>GL_MAX_COMPUTE_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxComputeTextureImageUnits { get; init; }

    /// <summary>GL_MAX_COMBINED_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxCombinedTextureImageUnits { get; init; }

    /// <summary>GL_MAX_FRAMEBUFFER_WIDTH.</summary>
    public int MaxFramebufferWidth { get; init; }

    /// <summary>GL_MAX_FRAMEBUFFER_HEIGHT.</summary>
    public int MaxFramebufferHeight { get; init; }

    /// <summary>GL_MAX_FRAMEBUFFER_LAYERS.</summary>
    public int MaxFramebufferLayers { get; init; }

    /// <summary>GL_MAX_FRAMEBUFFER_SAMPLES.</summary>
    public int MaxFramebufferSamples { get; init; }

    /// <summary>GL_MAX_DEBUG_MESSAGE_LENGTH.</summary>
    public int MaxDebugMessageLength { get; init; }

    /// <summary>GL_SUBPIXEL_BITS.</summary>
    public int SubpixelBits { get; init; }

    /// <summary>GL_MAX_SAMPLE_MASK_WORDS.</summary>
    public int MaxSampleMaskWords { get; init; }

    /// <summary>GL_MAX_VARYING_COMPONENTS.</summary>
    public int MaxVaryingComponents { get; init; }

    /// <summary>GL_MIN_MAP_BUFFER_ALIGNMENT.</summary>
    public int MinMapBufferAlignment { get; init; }

    /// <summary>Compute work groups per dispatch in x, y and z.</summary>
    public (int X, int Y, int Z) MaxComputeWorkGroupCount { get; init; }

    /// <summary>Compute work group size in x, y and z.</summary>
    public (int X, int Y, int Z) MaxComputeWorkGroupSize { get; init; }

    /// <summary>GL_POINT_SIZE_RANGE.</summary>
    public (float Min, float Max) PointSizeRange { get; init; }

    /// <summary>GL_ALIASED_LINE_WIDTH_RANGE.</summary>
    public (float Min, float Max) AliasedLineWidthRange { get; init; }

    /// <summary>GL_SMOOTH_LINE_WIDTH_RANGE.</summary>
    public (float Min, float Max) SmoothLineWidthRange { get; init; }

    /// <summary>GL_MAX_TEXTURE_LOD_BIAS.</summary>
    public float MaxTextureLodBias { get; init; }

    /// <summary>GL_MAX_TEXTURE_MAX_ANISOTROPY, 1 where the host filters isotropically only.</summary>
    public float MaxTextureMaxAnisotropy { get; init; }

    /// <summary>GL_VIEWPORT_BOUNDS_RANGE.</summary>
    public (float Min, float Max) ViewportBoundsRange { get; init; }

    /// <summary>GL_MIN_FRAGMENT_INTERPOLATION_OFFSET.</summary>
    public float MinFragmentInterpolationOffset { get; init; }

    /// <summary>GL_MAX_FRAGMENT_INTERPOLATION_OFFSET.</summary>
    public float MaxFragmentInterpolationOffset { get; init; }

    /// <summary>Asks the current context.</summary>
    public static GlLimits Query(GL gl, GlFeatures features)
    {
        ArgumentNullException.ThrowIfNull(gl);
        ArgumentNullException.ThrowIfNull(features);
        return new GlLimits
        {
            MaxArrayTextureLayers = gl.GetInteger(GLEnum.MaxArrayTextureLayers),
            MaxTextureSize = gl.GetInteger(GLEnum.MaxTextureSize),
            Max3DTextureSize = gl.GetInteger(GLEnum.Max3DTextureSize),
            MaxCubeMapTextureSize = gl.GetInteger(GLEnum.MaxCubeMapTextureSize),
            MaxRectangleTextureSize = gl.GetInteger(GLEnum.MaxRectangleTextureSize),
            MaxRenderbufferSize = gl.GetInteger(GLEnum.MaxRenderbufferSize),
            MaxTextureBufferSize = gl.GetInteger(GLEnum.MaxTextureBufferSize),
            MaxDrawBuffers = gl.GetInteger(GLEnum.MaxDrawBuffers),
            MaxColorAttachments = gl.GetInteger(GLEnum.MaxColorAttachments),
            MaxDualSourceDrawBuffers = gl.GetInteger(GLEnum.MaxDualSourceDrawBuffers),
            MaxSamples = gl.GetInteger(GLEnum.MaxSamples),
            MaxColorTextureSamples = gl.GetInteger(GLEnum.MaxColorTextureSamples),
            MaxDepthTextureSamples = gl.GetInteger(GLEnum.MaxDepthTextureSamples),
            MaxIntegerSamples = gl.GetInteger(GLEnum.MaxIntegerSamples),
            MaxImageSamples = gl.GetInteger(GLEnum.MaxImageSamples),
            MaxTransformFeedbackBuffers = gl.GetInteger(GLEnum.MaxTransformFeedbackBuffers),
            MaxTransformFeedbackSeparateAttribs = gl.GetInteger(GLEnum.MaxTransformFeedbackSeparateAttribs),
            MaxTransformFeedbackInterleavedComponents = gl.GetInteger(GLEnum.MaxTransformFeedbackInterleavedComponents),
            MaxTransformFeedbackSeparateComponents = gl.GetInteger(GLEnum.MaxTransformFeedbackSeparateComponents),
            MaxVertexStreams = gl.GetInteger(GLEnum.MaxVertexStreams),
            MaxVertexUniformBlocks = gl.GetInteger(GLEnum.MaxVertexUniformBlocks),
            MaxFragmentUniformBlocks = gl.GetInteger(GLEnum.MaxFragmentUniformBlocks),
            MaxGeometryUniformBlocks = gl.GetInteger(GLEnum.MaxGeometryUniformBlocks),
            MaxTessControlUniformBlocks = gl.GetInteger(GLEnum.MaxTessControlUniformBlocks),
            MaxTessEvaluationUniformBlocks = gl.GetInteger(GLEnum.MaxTessEvaluationUniformBlocks),
            MaxComputeUniformBlocks = gl.GetInteger(GLEnum.MaxComputeUniformBlocks),
            MaxCombinedUniformBlocks = gl.GetInteger(GLEnum.MaxCombinedUniformBlocks),
            MaxUniformBufferBindings = gl.GetInteger(GLEnum.MaxUniformBufferBindings),
            MaxUniformBlockSize = gl.GetInteger(GLEnum.MaxUniformBlockSize),
            UniformBufferOffsetAlignment = gl.GetInteger(GLEnum.UniformBufferOffsetAlignment),
            MaxVertexUniformComponents = gl.GetInteger(GLEnum.MaxVertexUniformComponents),
            MaxFragmentUniformComponents = gl.GetInteger(GLEnum.MaxFragmentUniformComponents),
            MaxGeometryUniformComponents = gl.GetInteger(GLEnum.MaxGeometryUniformComponents),
            MaxTessControlUniformComponents = gl.GetInteger(GLEnum.MaxTessControlUniformComponents),
            MaxTessEvaluationUniformComponents = gl.GetInteger(GLEnum.MaxTessEvaluationUniformComponents),
            MaxComputeUniformComponents = gl.GetInteger(GLEnum.MaxComputeUniformComponents),
            MaxVertexOutputComponents = gl.GetInteger(GLEnum.MaxVertexOutputComponents),
            MaxVertexAttribs = gl.GetInteger(GLEnum.MaxVertexAttribs),
            MaxVertexAttribStride = gl.GetInteger(GLEnum.MaxVertexAttribStride),
            MaxVertexAttribBindings = gl.GetInteger(GLEnum.MaxVertexAttribBindings),
            MaxVertexAttribRelativeOffset = gl.GetInteger(GLEnum.MaxVertexAttribRelativeOffset),
            MaxFragmentInputComponents = gl.GetInteger(GLEnum.MaxFragmentInputComponents),
            MaxGeometryInputComponents = gl.GetInteger(GLEnum.MaxGeometryInputComponents),
            MaxGeometryOutputComponents = gl.GetInteger(GLEnum.MaxGeometryOutputComponents),
            MaxGeometryOutputVertices = gl.GetInteger(GLEnum.MaxGeometryOutputVertices),
            MaxGeometryTotalOutputComponents = gl.GetInteger(GLEnum.MaxGeometryTotalOutputComponents),
            MaxGeometryShaderInvocations = gl.GetInteger(GLEnum.MaxGeometryShaderInvocations),
            MaxPatchVertices = gl.GetInteger(GLEnum.MaxPatchVertices),
            MaxTessGenLevel = gl.GetInteger(GLEnum.MaxTessGenLevel),
            MaxTessPatchComponents = gl.GetInteger(GLEnum.MaxTessPatchComponents),
            MaxTessControlTotalOutputComponents = gl.GetInteger(GLEnum.MaxTessControlTotalOutputComponents),
            MaxTessControlOutputComponents = gl.GetInteger(GLEnum.MaxTessControlOutputComponents),
            MaxTessEvaluationOutputComponents = gl.GetInteger(GLEnum.MaxTessEvaluationOutputComponents),
            MinProgramTexelOffset = gl.GetInteger(GLEnum.MinProgramTexelOffset),
            MaxProgramTexelOffset = gl.GetInteger(GLEnum.MaxProgramTexelOffset),
            MinProgramTextureGatherOffset = gl.GetInteger(GLEnum.MinProgramTextureGatherOffset),
            MaxProgramTextureGatherOffset = gl.GetInteger(GLEnum.MaxProgramTextureGatherOffset),
            TextureBufferOffsetAlignment = gl.GetInteger(GLEnum.TextureBufferOffsetAlignment),
            ShaderStorageBufferOffsetAlignment = gl.GetInteger(GLEnum.ShaderStorageBufferOffsetAlignment),
            MaxShaderStorageBufferBindings = gl.GetInteger(GLEnum.MaxShaderStorageBufferBindings),
            MaxCombinedShaderStorageBlocks = gl.GetInteger(GLEnum.MaxCombinedShaderStorageBlocks),
            MaxVertexShaderStorageBlocks = gl.GetInteger(GLEnum.MaxVertexShaderStorageBlocks),
            MaxFragmentShaderStorageBlocks = gl.GetInteger(GLEnum.MaxFragmentShaderStorageBlocks),
            MaxGeometryShaderStorageBlocks = gl.GetInteger(GLEnum.MaxGeometryShaderStorageBlocks),
            MaxTessControlShaderStorageBlocks = gl.GetInteger(GLEnum.MaxTessControlShaderStorageBlocks),
            MaxTessEvaluationShaderStorageBlocks = gl.GetInteger(GLEnum.MaxTessEvaluationShaderStorageBlocks),
            MaxComputeShaderStorageBlocks = gl.GetInteger(GLEnum.MaxComputeShaderStorageBlocks),
            MaxVertexImageUniforms = gl.GetInteger(GLEnum.MaxVertexImageUniforms),
            MaxFragmentImageUniforms = gl.GetInteger(GLEnum.MaxFragmentImageUniforms),
            MaxGeometryImageUniforms = gl.GetInteger(GLEnum.MaxGeometryImageUniforms),
            MaxTessControlImageUniforms = gl.GetInteger(GLEnum.MaxTessControlImageUniforms),
            MaxTessEvaluationImageUniforms = gl.GetInteger(GLEnum.MaxTessEvaluationImageUniforms),
            MaxComputeImageUniforms = gl.GetInteger(GLEnum.MaxComputeImageUniforms),
            MaxCombinedImageUniforms = gl.GetInteger(GLEnum.MaxCombinedImageUniforms),
            MaxImageUnits = gl.GetInteger(GLEnum.MaxImageUnits),
            MaxVertexAtomicCounters = gl.GetInteger(GLEnum.MaxVertexAtomicCounters),
            MaxFragmentAtomicCounters = gl.GetInteger(GLEnum.MaxFragmentAtomicCounters),
            MaxGeometryAtomicCounters = gl.GetInteger(GLEnum.MaxGeometryAtomicCounters),
            MaxTessControlAtomicCounters = gl.GetInteger(GLEnum.MaxTessControlAtomicCounters),
            MaxTessEvaluationAtomicCounters = gl.GetInteger(GLEnum.MaxTessEvaluationAtomicCounters),
            MaxComputeAtomicCounters = gl.GetInteger(GLEnum.MaxComputeAtomicCounters),
            MaxCombinedAtomicCounters = gl.GetInteger(GLEnum.MaxCombinedAtomicCounters),
            MaxVertexAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxVertexAtomicCounterBuffers),
            MaxFragmentAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxFragmentAtomicCounterBuffers),
            MaxGeometryAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxGeometryAtomicCounterBuffers),
            MaxTessControlAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxTessControlAtomicCounterBuffers),
            MaxTessEvaluationAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxTessEvaluationAtomicCounterBuffers),
            MaxComputeAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxComputeAtomicCounterBuffers),
            MaxCombinedAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxCombinedAtomicCounterBuffers),
            MaxAtomicCounterBufferBindings = gl.GetInteger(GLEnum.MaxAtomicCounterBufferBindings),
            MaxComputeWorkGroupInvocations = gl.GetInteger(GLEnum.MaxComputeWorkGroupInvocations),
            MaxComputeSharedMemorySize = gl.GetInteger(GLEnum.MaxComputeSharedMemorySize),
            MaxViewports = gl.GetInteger(GLEnum.MaxViewports),
            MaxClipDistances = gl.GetInteger(GLEnum.MaxClipDistances),
            MaxCombinedClipAndCullDistances = gl.GetInteger(GLEnum.MaxCombinedClipAndCullDistances),
            MaxTextureImageUnits = gl.GetInteger(GLEnum.MaxTextureImageUnits),
            MaxVertexTextureImageUnits = gl.GetInteger(GLEnum.MaxVertexTextureImageUnits),
            MaxGeometryTextureImageUnits = gl.GetInteger(GLEnum.MaxGeometryTextureImageUnits),
            MaxTessControlTextureImageUnits = gl.GetInteger(GLEnum.MaxTessControlTextureImageUnits),
            MaxTessEvaluationTextureImageUnits = gl.GetInteger(GLEnum.MaxTessEvaluationTextureImageUnits),
            MaxComputeTextureImageUnits = gl.GetInteger(GLEnum.MaxComputeTextureImageUnits),
            MaxCombinedTextureImageUnits = gl.GetInteger(GLEnum.MaxCombinedTextureImageUnits),
            MaxFramebufferWidth = gl.GetInteger(GLEnum.MaxFramebufferWidth),
            MaxFramebufferHeight = gl.GetInteger(GLEnum.MaxFramebufferHeight),
            MaxFramebufferLayers = gl.GetInteger(GLEnum.MaxFramebufferLayers),
            MaxFramebufferSamples = gl.GetInteger(GLEnum.MaxFramebufferSamples),
            MaxDebugMessageLength = gl.GetInteger(GLEnum.MaxDebugMessageLength),
            SubpixelBits = gl.GetInteger(GLEnum.SubpixelBits),
            MaxSampleMaskWords = gl.GetInteger(GLEnum.MaxSampleMaskWords),
            MaxVaryingComponents = gl.GetInteger(GLEnum.MaxVaryingComponents),
            MinMapBufferAlignment = gl.GetInteger(GLEnum.MinMapBufferAlignment),
            MaxComputeWorkGroupCount = Triple(gl, GLEnum.MaxComputeWorkGroupCount),
            MaxComputeWorkGroupSize = Triple(gl, GLEnum.MaxComputeWorkGroupSize),
            PointSizeRange = Pair(gl, GLEnum.PointSizeRange),
            AliasedLineWidthRange = Pair(gl, GLEnum.AliasedLineWidthRange),
            SmoothLineWidthRange = Pair(gl, GLEnum.SmoothLineWidthRange),
            MaxTextureLodBias = gl.GetFloat(GLEnum.MaxTextureLodBias),
            MaxTextureMaxAnisotropy = features.Has(GlFeature.AnisotropicFilter) ? gl.GetFloat(GLEnum.MaxTextureMaxAnisotropy) : 1,
            ViewportBoundsRange = Pair(gl, GLEnum.ViewportBoundsRange),
            MinFragmentInterpolationOffset = gl.GetFloat(GLEnum.MinFragmentInterpolationOffset),
            MaxFragmentInterpolationOffset = gl.GetFloat(GLEnum.MaxFragmentInterpolationOffset),
        };
    }

    private static (float Min, float Max) Pair(GL gl, GLEnum name)
    {
        Span<float> values = stackalloc float[2];
        gl.GetFloats(name, values);
        return (values[0], values[1]);
    }

    private static (int X, int Y, int Z) Triple(GL gl, GLEnum name) => (gl.GetInteger(name, 0), gl.GetInteger(name, 1), gl.GetInteger(name, 2));
}
