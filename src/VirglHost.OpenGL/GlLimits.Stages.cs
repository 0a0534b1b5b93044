namespace VirglHost.OpenGL;

/// <content>Shader stages.</content>
public sealed partial class GlLimits
{
    /// <summary>GL_MAX_VERTEX_STREAMS.</summary>
    public int MaxVertexStreams { get; private set; }

    /// <summary>GL_MAX_VERTEX_UNIFORM_BLOCKS.</summary>
    public int MaxVertexUniformBlocks { get; private set; }

    /// <summary>GL_MAX_FRAGMENT_UNIFORM_BLOCKS.</summary>
    public int MaxFragmentUniformBlocks { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_UNIFORM_BLOCKS.</summary>
    public int MaxGeometryUniformBlocks { get; private set; }

    /// <summary>GL_MAX_TESS_CONTROL_UNIFORM_BLOCKS.</summary>
    public int MaxTessControlUniformBlocks { get; private set; }

    /// <summary>GL_MAX_TESS_EVALUATION_UNIFORM_BLOCKS.</summary>
    public int MaxTessEvaluationUniformBlocks { get; private set; }

    /// <summary>GL_MAX_COMPUTE_UNIFORM_BLOCKS.</summary>
    public int MaxComputeUniformBlocks { get; private set; }

    /// <summary>GL_MAX_VERTEX_UNIFORM_COMPONENTS.</summary>
    public int MaxVertexUniformComponents { get; private set; }

    /// <summary>GL_MAX_FRAGMENT_UNIFORM_COMPONENTS.</summary>
    public int MaxFragmentUniformComponents { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_UNIFORM_COMPONENTS.</summary>
    public int MaxGeometryUniformComponents { get; private set; }

    /// <summary>GL_MAX_TESS_CONTROL_UNIFORM_COMPONENTS.</summary>
    public int MaxTessControlUniformComponents { get; private set; }

    /// <summary>GL_MAX_TESS_EVALUATION_UNIFORM_COMPONENTS.</summary>
    public int MaxTessEvaluationUniformComponents { get; private set; }

    /// <summary>GL_MAX_COMPUTE_UNIFORM_COMPONENTS.</summary>
    public int MaxComputeUniformComponents { get; private set; }

    /// <summary>GL_MAX_VERTEX_OUTPUT_COMPONENTS.</summary>
    public int MaxVertexOutputComponents { get; private set; }

    /// <summary>GL_MAX_FRAGMENT_INPUT_COMPONENTS.</summary>
    public int MaxFragmentInputComponents { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_INPUT_COMPONENTS.</summary>
    public int MaxGeometryInputComponents { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_OUTPUT_COMPONENTS.</summary>
    public int MaxGeometryOutputComponents { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_OUTPUT_VERTICES.</summary>
    public int MaxGeometryOutputVertices { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_TOTAL_OUTPUT_COMPONENTS.</summary>
    public int MaxGeometryTotalOutputComponents { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_SHADER_INVOCATIONS.</summary>
    public int MaxGeometryShaderInvocations { get; private set; }

    /// <summary>GL_MAX_PATCH_VERTICES.</summary>
    public int MaxPatchVertices { get; private set; }

    /// <summary>GL_MAX_TESS_GEN_LEVEL.</summary>
    public int MaxTessGenLevel { get; private set; }

    /// <summary>GL_MAX_TESS_PATCH_COMPONENTS.</summary>
    public int MaxTessPatchComponents { get; private set; }

    /// <summary>GL_MAX_TESS_CONTROL_TOTAL_OUTPUT_COMPONENTS.</summary>
    public int MaxTessControlTotalOutputComponents { get; private set; }

    /// <summary>GL_MAX_TESS_CONTROL_OUTPUT_COMPONENTS.</summary>
    public int MaxTessControlOutputComponents { get; private set; }

    /// <summary>GL_MAX_TESS_EVALUATION_OUTPUT_COMPONENTS.</summary>
    public int MaxTessEvaluationOutputComponents { get; private set; }

    /// <summary>GL_MAX_VERTEX_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxVertexShaderStorageBlocks { get; private set; }

    /// <summary>GL_MAX_FRAGMENT_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxFragmentShaderStorageBlocks { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxGeometryShaderStorageBlocks { get; private set; }

    /// <summary>GL_MAX_TESS_CONTROL_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxTessControlShaderStorageBlocks { get; private set; }

    /// <summary>GL_MAX_TESS_EVALUATION_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxTessEvaluationShaderStorageBlocks { get; private set; }

    /// <summary>GL_MAX_COMPUTE_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxComputeShaderStorageBlocks { get; private set; }

    /// <summary>GL_MAX_VERTEX_IMAGE_UNIFORMS.</summary>
    public int MaxVertexImageUniforms { get; private set; }

    /// <summary>GL_MAX_FRAGMENT_IMAGE_UNIFORMS.</summary>
    public int MaxFragmentImageUniforms { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_IMAGE_UNIFORMS.</summary>
    public int MaxGeometryImageUniforms { get; private set; }

    /// <summary>GL_MAX_TESS_CONTROL_IMAGE_UNIFORMS.</summary>
    public int MaxTessControlImageUniforms { get; private set; }

    /// <summary>GL_MAX_TESS_EVALUATION_IMAGE_UNIFORMS.</summary>
    public int MaxTessEvaluationImageUniforms { get; private set; }

    /// <summary>GL_MAX_COMPUTE_IMAGE_UNIFORMS.</summary>
    public int MaxComputeImageUniforms { get; private set; }

    /// <summary>GL_MAX_VERTEX_ATOMIC_COUNTERS.</summary>
    public int MaxVertexAtomicCounters { get; private set; }

    /// <summary>GL_MAX_FRAGMENT_ATOMIC_COUNTERS.</summary>
    public int MaxFragmentAtomicCounters { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_ATOMIC_COUNTERS.</summary>
    public int MaxGeometryAtomicCounters { get; private set; }

    /// <summary>GL_MAX_TESS_CONTROL_ATOMIC_COUNTERS.</summary>
    public int MaxTessControlAtomicCounters { get; private set; }

    /// <summary>GL_MAX_TESS_EVALUATION_ATOMIC_COUNTERS.</summary>
    public int MaxTessEvaluationAtomicCounters { get; private set; }

    /// <summary>GL_MAX_COMPUTE_ATOMIC_COUNTERS.</summary>
    public int MaxComputeAtomicCounters { get; private set; }

    /// <summary>GL_MAX_VERTEX_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxVertexAtomicCounterBuffers { get; private set; }

    /// <summary>GL_MAX_FRAGMENT_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxFragmentAtomicCounterBuffers { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxGeometryAtomicCounterBuffers { get; private set; }

    /// <summary>GL_MAX_TESS_CONTROL_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxTessControlAtomicCounterBuffers { get; private set; }

    /// <summary>GL_MAX_TESS_EVALUATION_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxTessEvaluationAtomicCounterBuffers { get; private set; }

    /// <summary>GL_MAX_COMPUTE_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxComputeAtomicCounterBuffers { get; private set; }

    /// <summary>GL_MAX_COMPUTE_WORK_GROUP_INVOCATIONS.</summary>
    public int MaxComputeWorkGroupInvocations { get; private set; }

    /// <summary>GL_MAX_COMPUTE_SHARED_MEMORY_SIZE.</summary>
    public int MaxComputeSharedMemorySize { get; private set; }

    /// <summary>GL_MAX_VERTEX_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxVertexTextureImageUnits { get; private set; }

    /// <summary>GL_MAX_GEOMETRY_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxGeometryTextureImageUnits { get; private set; }

    /// <summary>GL_MAX_TESS_CONTROL_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxTessControlTextureImageUnits { get; private set; }

    /// <summary>GL_MAX_TESS_EVALUATION_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxTessEvaluationTextureImageUnits { get; private set; }

    /// <summary>GL_MAX_COMPUTE_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxComputeTextureImageUnits { get; private set; }

    /// <summary>GL_MAX_VARYING_COMPONENTS.</summary>
    public int MaxVaryingComponents { get; private set; }

    private void ReadStageResources(GL gl)
    {
        MaxVertexUniformBlocks = gl.GetInteger(GLEnum.MaxVertexUniformBlocks);
        MaxFragmentUniformBlocks = gl.GetInteger(GLEnum.MaxFragmentUniformBlocks);
        MaxGeometryUniformBlocks = gl.GetInteger(GLEnum.MaxGeometryUniformBlocks);
        MaxTessControlUniformBlocks = gl.GetInteger(GLEnum.MaxTessControlUniformBlocks);
        MaxTessEvaluationUniformBlocks = gl.GetInteger(GLEnum.MaxTessEvaluationUniformBlocks);
        MaxComputeUniformBlocks = gl.GetInteger(GLEnum.MaxComputeUniformBlocks);
        MaxVertexUniformComponents = gl.GetInteger(GLEnum.MaxVertexUniformComponents);
        MaxFragmentUniformComponents = gl.GetInteger(GLEnum.MaxFragmentUniformComponents);
        MaxGeometryUniformComponents = gl.GetInteger(GLEnum.MaxGeometryUniformComponents);
        MaxTessControlUniformComponents = gl.GetInteger(GLEnum.MaxTessControlUniformComponents);
        MaxTessEvaluationUniformComponents = gl.GetInteger(GLEnum.MaxTessEvaluationUniformComponents);
        MaxComputeUniformComponents = gl.GetInteger(GLEnum.MaxComputeUniformComponents);
        MaxVertexShaderStorageBlocks = gl.GetInteger(GLEnum.MaxVertexShaderStorageBlocks);
        MaxFragmentShaderStorageBlocks = gl.GetInteger(GLEnum.MaxFragmentShaderStorageBlocks);
        MaxGeometryShaderStorageBlocks = gl.GetInteger(GLEnum.MaxGeometryShaderStorageBlocks);
        MaxTessControlShaderStorageBlocks = gl.GetInteger(GLEnum.MaxTessControlShaderStorageBlocks);
        MaxTessEvaluationShaderStorageBlocks = gl.GetInteger(GLEnum.MaxTessEvaluationShaderStorageBlocks);
        MaxComputeShaderStorageBlocks = gl.GetInteger(GLEnum.MaxComputeShaderStorageBlocks);
        MaxVertexImageUniforms = gl.GetInteger(GLEnum.MaxVertexImageUniforms);
        MaxFragmentImageUniforms = gl.GetInteger(GLEnum.MaxFragmentImageUniforms);
        MaxGeometryImageUniforms = gl.GetInteger(GLEnum.MaxGeometryImageUniforms);
        MaxTessControlImageUniforms = gl.GetInteger(GLEnum.MaxTessControlImageUniforms);
        MaxTessEvaluationImageUniforms = gl.GetInteger(GLEnum.MaxTessEvaluationImageUniforms);
        MaxComputeImageUniforms = gl.GetInteger(GLEnum.MaxComputeImageUniforms);
        MaxVertexAtomicCounters = gl.GetInteger(GLEnum.MaxVertexAtomicCounters);
        MaxFragmentAtomicCounters = gl.GetInteger(GLEnum.MaxFragmentAtomicCounters);
        MaxGeometryAtomicCounters = gl.GetInteger(GLEnum.MaxGeometryAtomicCounters);
        MaxTessControlAtomicCounters = gl.GetInteger(GLEnum.MaxTessControlAtomicCounters);
        MaxTessEvaluationAtomicCounters = gl.GetInteger(GLEnum.MaxTessEvaluationAtomicCounters);
        MaxComputeAtomicCounters = gl.GetInteger(GLEnum.MaxComputeAtomicCounters);
        MaxVertexAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxVertexAtomicCounterBuffers);
        MaxFragmentAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxFragmentAtomicCounterBuffers);
        MaxGeometryAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxGeometryAtomicCounterBuffers);
        MaxTessControlAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxTessControlAtomicCounterBuffers);
        MaxTessEvaluationAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxTessEvaluationAtomicCounterBuffers);
        MaxComputeAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxComputeAtomicCounterBuffers);
        MaxVertexTextureImageUnits = gl.GetInteger(GLEnum.MaxVertexTextureImageUnits);
        MaxGeometryTextureImageUnits = gl.GetInteger(GLEnum.MaxGeometryTextureImageUnits);
        MaxTessControlTextureImageUnits = gl.GetInteger(GLEnum.MaxTessControlTextureImageUnits);
        MaxTessEvaluationTextureImageUnits = gl.GetInteger(GLEnum.MaxTessEvaluationTextureImageUnits);
        MaxComputeTextureImageUnits = gl.GetInteger(GLEnum.MaxComputeTextureImageUnits);
    }

    private void ReadStageInterfaces(GL gl)
    {
        MaxVertexStreams = gl.GetInteger(GLEnum.MaxVertexStreams);
        MaxVertexOutputComponents = gl.GetInteger(GLEnum.MaxVertexOutputComponents);
        MaxFragmentInputComponents = gl.GetInteger(GLEnum.MaxFragmentInputComponents);
        MaxGeometryInputComponents = gl.GetInteger(GLEnum.MaxGeometryInputComponents);
        MaxGeometryOutputComponents = gl.GetInteger(GLEnum.MaxGeometryOutputComponents);
        MaxGeometryOutputVertices = gl.GetInteger(GLEnum.MaxGeometryOutputVertices);
        MaxGeometryTotalOutputComponents = gl.GetInteger(GLEnum.MaxGeometryTotalOutputComponents);
        MaxGeometryShaderInvocations = gl.GetInteger(GLEnum.MaxGeometryShaderInvocations);
        MaxPatchVertices = gl.GetInteger(GLEnum.MaxPatchVertices);
        MaxTessGenLevel = gl.GetInteger(GLEnum.MaxTessGenLevel);
        MaxTessPatchComponents = gl.GetInteger(GLEnum.MaxTessPatchComponents);
        MaxTessControlTotalOutputComponents = gl.GetInteger(GLEnum.MaxTessControlTotalOutputComponents);
        MaxTessControlOutputComponents = gl.GetInteger(GLEnum.MaxTessControlOutputComponents);
        MaxTessEvaluationOutputComponents = gl.GetInteger(GLEnum.MaxTessEvaluationOutputComponents);
        MaxComputeWorkGroupInvocations = gl.GetInteger(GLEnum.MaxComputeWorkGroupInvocations);
        MaxComputeSharedMemorySize = gl.GetInteger(GLEnum.MaxComputeSharedMemorySize);
        MaxVaryingComponents = gl.GetInteger(GLEnum.MaxVaryingComponents);
    }
}
