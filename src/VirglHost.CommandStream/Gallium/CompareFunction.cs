namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_FUNC_*: comparisons; GL_NEVER + n.</summary>
public enum CompareFunction : uint
{
    /// <summary>PIPE_FUNC_NEVER.</summary>
    Never = 0,
    /// <summary>PIPE_FUNC_LESS.</summary>
    Less = 1,
    /// <summary>PIPE_FUNC_EQUAL.</summary>
    Equal = 2,
    /// <summary>PIPE_FUNC_LEQUAL.</summary>
    LEqual = 3,
    /// <summary>PIPE_FUNC_GREATER.</summary>
    Greater = 4,
    /// <summary>PIPE_FUNC_NOTEQUAL.</summary>
    NotEqual = 5,
    /// <summary>PIPE_FUNC_GEQUAL.</summary>
    GEqual = 6,
    /// <summary>PIPE_FUNC_ALWAYS.</summary>
    Always = 7,
}
