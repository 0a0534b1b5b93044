namespace VirglHost.Shaders;

/// <summary>The processor a shader runs on; the numbers are the wire's <c>PIPE_SHADER_*</c> (virgl-commands.md §3).</summary>
public enum ShaderStage
{
    /// <summary><c>VERT</c></summary>
    Vertex = 0,

    /// <summary><c>FRAG</c></summary>
    Fragment = 1,

    /// <summary><c>GEOM</c></summary>
    Geometry = 2,

    /// <summary><c>TESS_CTRL</c></summary>
    TessControl = 3,

    /// <summary><c>TESS_EVAL</c></summary>
    TessEvaluation = 4,

    /// <summary><c>COMP</c></summary>
    Compute = 5,
}
