namespace VirglHost.OpenGL;

/// <content>Buffers, bindings and captures.</content>
public sealed partial class GlLimits
{
    /// <summary>GL_MAX_DRAW_BUFFERS.</summary>
    public int MaxDrawBuffers { get; private set; }

    /// <summary>GL_MAX_DUAL_SOURCE_DRAW_BUFFERS.</summary>
    public int MaxDualSourceDrawBuffers { get; private set; }

    /// <summary>GL_MAX_IMAGE_SAMPLES.</summary>
    public int MaxImageSamples { get; private set; }

    /// <summary>GL_MAX_TRANSFORM_FEEDBACK_BUFFERS.</summary>
    public int MaxTransformFeedbackBuffers { get; private set; }

    /// <summary>GL_MAX_TRANSFORM_FEEDBACK_SEPARATE_ATTRIBS.</summary>
    public int MaxTransformFeedbackSeparateAttribs { get; private set; }

    /// <summary>GL_MAX_TRANSFORM_FEEDBACK_INTERLEAVED_COMPONENTS.</summary>
    public int MaxTransformFeedbackInterleavedComponents { get; private set; }

    /// <summary>GL_MAX_TRANSFORM_FEEDBACK_SEPARATE_COMPONENTS.</summary>
    public int MaxTransformFeedbackSeparateComponents { get; private set; }

    /// <summary>GL_MAX_COMBINED_UNIFORM_BLOCKS.</summary>
    public int MaxCombinedUniformBlocks { get; private set; }

    /// <summary>GL_MAX_UNIFORM_BUFFER_BINDINGS.</summary>
    public int MaxUniformBufferBindings { get; private set; }

    /// <summary>GL_MAX_UNIFORM_BLOCK_SIZE.</summary>
    public int MaxUniformBlockSize { get; private set; }

    /// <summary>GL_UNIFORM_BUFFER_OFFSET_ALIGNMENT.</summary>
    public int UniformBufferOffsetAlignment { get; private set; }

    /// <summary>GL_MAX_VERTEX_ATTRIBS.</summary>
    public int MaxVertexAttribs { get; private set; }

    /// <summary>GL_MAX_VERTEX_ATTRIB_STRIDE.</summary>
    public int MaxVertexAttribStride { get; private set; }

    /// <summary>GL_MAX_VERTEX_ATTRIB_BINDINGS.</summary>
    public int MaxVertexAttribBindings { get; private set; }

    /// <summary>GL_MAX_VERTEX_ATTRIB_RELATIVE_OFFSET.</summary>
    public int MaxVertexAttribRelativeOffset { get; private set; }

    /// <summary>GL_SHADER_STORAGE_BUFFER_OFFSET_ALIGNMENT.</summary>
    public int ShaderStorageBufferOffsetAlignment { get; private set; }

    /// <summary>GL_MAX_SHADER_STORAGE_BUFFER_BINDINGS.</summary>
    public int MaxShaderStorageBufferBindings { get; private set; }

    /// <summary>GL_MAX_COMBINED_SHADER_STORAGE_BLOCKS.</summary>
    public int MaxCombinedShaderStorageBlocks { get; private set; }

    /// <summary>GL_MAX_COMBINED_IMAGE_UNIFORMS.</summary>
    public int MaxCombinedImageUniforms { get; private set; }

    /// <summary>GL_MAX_IMAGE_UNITS.</summary>
    public int MaxImageUnits { get; private set; }

    /// <summary>GL_MAX_COMBINED_ATOMIC_COUNTERS.</summary>
    public int MaxCombinedAtomicCounters { get; private set; }

    /// <summary>GL_MAX_COMBINED_ATOMIC_COUNTER_BUFFERS.</summary>
    public int MaxCombinedAtomicCounterBuffers { get; private set; }

    /// <summary>GL_MAX_ATOMIC_COUNTER_BUFFER_BINDINGS.</summary>
    public int MaxAtomicCounterBufferBindings { get; private set; }

    /// <summary>GL_MIN_MAP_BUFFER_ALIGNMENT.</summary>
    public int MinMapBufferAlignment { get; private set; }

    private void ReadBuffers(GL gl)
    {
        MaxDrawBuffers = gl.GetInteger(GLEnum.MaxDrawBuffers);
        MaxDualSourceDrawBuffers = gl.GetInteger(GLEnum.MaxDualSourceDrawBuffers);
        MaxImageSamples = gl.GetInteger(GLEnum.MaxImageSamples);
        MaxTransformFeedbackBuffers = gl.GetInteger(GLEnum.MaxTransformFeedbackBuffers);
        MaxTransformFeedbackSeparateAttribs = gl.GetInteger(GLEnum.MaxTransformFeedbackSeparateAttribs);
        MaxTransformFeedbackInterleavedComponents = gl.GetInteger(GLEnum.MaxTransformFeedbackInterleavedComponents);
        MaxTransformFeedbackSeparateComponents = gl.GetInteger(GLEnum.MaxTransformFeedbackSeparateComponents);
        MaxCombinedUniformBlocks = gl.GetInteger(GLEnum.MaxCombinedUniformBlocks);
        MaxUniformBufferBindings = gl.GetInteger(GLEnum.MaxUniformBufferBindings);
        MaxUniformBlockSize = gl.GetInteger(GLEnum.MaxUniformBlockSize);
        UniformBufferOffsetAlignment = gl.GetInteger(GLEnum.UniformBufferOffsetAlignment);
        MaxVertexAttribs = gl.GetInteger(GLEnum.MaxVertexAttribs);
        MaxVertexAttribStride = gl.GetInteger(GLEnum.MaxVertexAttribStride);
        MaxVertexAttribBindings = gl.GetInteger(GLEnum.MaxVertexAttribBindings);
        MaxVertexAttribRelativeOffset = gl.GetInteger(GLEnum.MaxVertexAttribRelativeOffset);
        ShaderStorageBufferOffsetAlignment = gl.GetInteger(GLEnum.ShaderStorageBufferOffsetAlignment);
        MaxShaderStorageBufferBindings = gl.GetInteger(GLEnum.MaxShaderStorageBufferBindings);
        MaxCombinedShaderStorageBlocks = gl.GetInteger(GLEnum.MaxCombinedShaderStorageBlocks);
        MaxCombinedImageUniforms = gl.GetInteger(GLEnum.MaxCombinedImageUniforms);
        MaxImageUnits = gl.GetInteger(GLEnum.MaxImageUnits);
        MaxCombinedAtomicCounters = gl.GetInteger(GLEnum.MaxCombinedAtomicCounters);
        MaxCombinedAtomicCounterBuffers = gl.GetInteger(GLEnum.MaxCombinedAtomicCounterBuffers);
        MaxAtomicCounterBufferBindings = gl.GetInteger(GLEnum.MaxAtomicCounterBufferBindings);
        MinMapBufferAlignment = gl.GetInteger(GLEnum.MinMapBufferAlignment);
    }
}
