namespace VirglHost.Shaders;

/// <summary>When a fragment passes the alpha test; the numbers are the wire's <c>PIPE_FUNC_*</c>.</summary>
public enum AlphaTestFunction
{
    /// <summary>Never passes.</summary>
    Never = 0,

    /// <summary>alpha &lt; reference</summary>
    Less = 1,

    /// <summary>alpha = reference</summary>
    Equal = 2,

    /// <summary>alpha ≤ reference</summary>
    LessOrEqual = 3,

    /// <summary>alpha &gt; reference</summary>
    Greater = 4,

    /// <summary>alpha ≠ reference</summary>
    NotEqual = 5,

    /// <summary>alpha ≥ reference</summary>
    GreaterOrEqual = 6,

    /// <summary>No test.</summary>
    Always = 7,
}
