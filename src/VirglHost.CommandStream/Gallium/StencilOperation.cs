namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_STENCIL_OP_*: what happens to a stencil value.</summary>
public enum StencilOperation : uint
{
    /// <summary>PIPE_STENCIL_OP_KEEP.</summary>
    Keep = 0,
    /// <summary>PIPE_STENCIL_OP_ZERO.</summary>
    Zero = 1,
    /// <summary>PIPE_STENCIL_OP_REPLACE.</summary>
    Replace = 2,
    /// <summary>PIPE_STENCIL_OP_INCR (saturating).</summary>
    Increment = 3,
    /// <summary>PIPE_STENCIL_OP_DECR (saturating).</summary>
    Decrement = 4,
    /// <summary>PIPE_STENCIL_OP_INCR_WRAP.</summary>
    IncrementWrap = 5,
    /// <summary>PIPE_STENCIL_OP_DECR_WRAP.</summary>
    DecrementWrap = 6,
    /// <summary>PIPE_STENCIL_OP_INVERT.</summary>
    Invert = 7,
}
