namespace VirglHost.CommandStream.Gallium;

/// <summary>Shader stage numbers of the wire (PIPE_SHADER in the order the protocol froze).</summary>
public enum ShaderStage : uint
{
    /// <summary>VS.</summary>
    Vertex = 0,
    /// <summary>FS.</summary>
    Fragment = 1,
    /// <summary>GS.</summary>
    Geometry = 2,
    /// <summary>TCS.</summary>
    TessControl = 3,
    /// <summary>TES.</summary>
    TessEvaluation = 4,
    /// <summary>CS.</summary>
    Compute = 5,
}
