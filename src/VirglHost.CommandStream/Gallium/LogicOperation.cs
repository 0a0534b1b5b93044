namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_LOGICOP_*: bitwise framebuffer operations (not in GL order).</summary>
public enum LogicOperation : uint
{
    /// <summary>PIPE_LOGICOP_CLEAR.</summary>
    Clear = 0,
    /// <summary>PIPE_LOGICOP_NOR.</summary>
    Nor = 1,
    /// <summary>PIPE_LOGICOP_AND_INVERTED.</summary>
    AndInverted = 2,
    /// <summary>PIPE_LOGICOP_COPY_INVERTED.</summary>
    CopyInverted = 3,
    /// <summary>PIPE_LOGICOP_AND_REVERSE.</summary>
    AndReverse = 4,
    /// <summary>PIPE_LOGICOP_INVERT.</summary>
    Invert = 5,
    /// <summary>PIPE_LOGICOP_XOR.</summary>
    Xor = 6,
    /// <summary>PIPE_LOGICOP_NAND.</summary>
    Nand = 7,
    /// <summary>PIPE_LOGICOP_AND.</summary>
    And = 8,
    /// <summary>PIPE_LOGICOP_EQUIV.</summary>
    Equivalent = 9,
    /// <summary>PIPE_LOGICOP_NOOP.</summary>
    NoOperation = 10,
    /// <summary>PIPE_LOGICOP_OR_INVERTED.</summary>
    OrInverted = 11,
    /// <summary>PIPE_LOGICOP_COPY.</summary>
    Copy = 12,
    /// <summary>PIPE_LOGICOP_OR_REVERSE.</summary>
    OrReverse = 13,
    /// <summary>PIPE_LOGICOP_OR.</summary>
    Or = 14,
    /// <summary>PIPE_LOGICOP_SET.</summary>
    Set = 15,
}
