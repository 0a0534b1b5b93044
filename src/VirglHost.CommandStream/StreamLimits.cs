namespace VirglHost.CommandStream;

/// <summary>Slot counts that the protocol fixes.</summary>
public static class StreamLimits
{
    /// <summary>Viewports and scissors.</summary>
    public const int Viewports = 16;

    /// <summary>Vertex buffers, and elements of one vertex layout.</summary>
    public const int VertexAttributes = 32;

    /// <summary>Colour buffers of a framebuffer.</summary>
    public const int ColorBuffers = 8;

    /// <summary>Constant buffers of a stage.</summary>
    public const int ConstantBuffers = 32;

    /// <summary>Sampler states of a stage.</summary>
    public const int Samplers = 32;

    /// <summary>Sampler views of a stage.</summary>
    public const int SamplerViews = 128;

    /// <summary>Storage buffers of a stage.</summary>
    public const int ShaderBuffers = 32;

    /// <summary>Images of a stage.</summary>
    public const int ShaderImages = 32;

    /// <summary>Atomic counter buffers.</summary>
    public const int AtomicBuffers = 32;

    /// <summary>Stream outputs of one shader.</summary>
    public const int StreamOutputs = 64;

    /// <summary>Capture buffers that stream outputs can name.</summary>
    public const int StreamOutBuffers = 4;

    /// <summary>Most handles that SET_STREAMOUT_TARGETS may carry.</summary>
    public const int StreamOutTargetsPerCommand = 16;

    /// <summary>User clip planes.</summary>
    public const int ClipPlanes = 8;

    /// <summary>Planes of an imported resource.</summary>
    public const int Planes = 4;

    /// <summary>Shader stages.</summary>
    public const int ShaderStages = 6;

    /// <summary>First number that is no format of a guest.</summary>
    public const int FormatCount = 481;
}
