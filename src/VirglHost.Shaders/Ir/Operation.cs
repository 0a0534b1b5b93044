namespace VirglHost.Shaders.Ir;

/// <summary>Pure operations. Unless said otherwise they work lane by lane on operands of the result's own type.</summary>
internal enum Operation
{
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Min,
    Max,
    Abs,
    Sign,
    Floor,
    Ceiling,
    Truncate,
    RoundEven,
    Fract,
    Sqrt,
    InverseSqrt,
    Exp2,
    Log2,
    Sin,
    Cos,
    Pow,
    Fma,

    /// <summary>Linear blend: A at C = 0, B at C = 1.</summary>
    Mix,
    Clamp,
    BitNot,
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,

    /// <summary>Arithmetic on Int, logical on UInt.</summary>
    ShiftRight,

    /// <summary>Scalar: B and C are Int offset and width.</summary>
    BitfieldExtract,

    /// <summary>Scalar: base, insert, Int offset, Int width.</summary>
    BitfieldInsert,
    BitReverse,

    /// <summary>Int result of any integer operand.</summary>
    BitCount,

    /// <summary>Int result of any integer operand.</summary>
    FindLsb,

    /// <summary>Int result; the operand's kind decides what the highest bit means.</summary>
    FindMsb,

    /// <summary>Scalar: upper half of the 64-bit product.</summary>
    MultiplyHigh,

    /// <summary>Bool lanes from two operands of one kind.</summary>
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,

    /// <summary>Scalar Bool.</summary>
    LogicalNot,

    /// <summary>Scalar Bool.</summary>
    LogicalAnd,

    /// <summary>Scalar Bool.</summary>
    LogicalOr,

    /// <summary>Scalar Bool from Bool lanes.</summary>
    Any,

    /// <summary>A holds Bool lanes: B where true, C where false; chooses bits, computes nothing.</summary>
    Select,

    /// <summary>Scalar from two float vectors.</summary>
    Dot,

    /// <summary>Number of another kind with the nearest value (truncating to integers).</summary>
    Convert,
    Ddx,
    Ddy,
    DdxFine,
    DdyFine,

    /// <summary>Double from two UInt lanes, low word first.</summary>
    PackDouble,

    /// <summary>Two UInt lanes from a Double, low word first.</summary>
    UnpackDouble,

    /// <summary>UInt from two Float lanes.</summary>
    PackHalf,

    /// <summary>Two Float lanes from a UInt.</summary>
    UnpackHalf,

    /// <summary>A loads a fragment input: its value at the centroid.</summary>
    InterpolateCentroid,

    /// <summary>A loads a fragment input, B is an Int sample.</summary>
    InterpolateSample,

    /// <summary>A loads a fragment input, B is a Float2 offset.</summary>
    InterpolateOffset,

    /// <summary>Float or Double: A times 2 to the Int B.</summary>
    LoadExponent,

    /// <summary>Double: A without its power of two, at least a half and below one.</summary>
    Significand,

    /// <summary>Int: the power of two of the Double A.</summary>
    Exponent,

    /// <summary>UInt64 from two UInt lanes, low word first.</summary>
    PackWords,

    /// <summary>Two UInt lanes from a UInt64, low word first.</summary>
    UnpackWords,

    /// <summary>UInt from two Float lanes, 16 bits each, unsigned normalised.</summary>
    PackUnorm16,

    /// <summary>UInt from four Float lanes, 8 bits each, signed normalised.</summary>
    PackSnorm8,

    /// <summary>UInt from four Float lanes, 8 bits each, unsigned normalised.</summary>
    PackUnorm8,

    /// <summary>Two Float lanes from a UInt.</summary>
    UnpackUnorm16,

    /// <summary>Four Float lanes from a UInt.</summary>
    UnpackSnorm8,

    /// <summary>Four Float lanes from a UInt.</summary>
    UnpackUnorm8,

    /// <summary>Bool: A is true in some active invocation of the group.</summary>
    VoteAny,

    /// <summary>Bool: A is true in every active invocation of the group.</summary>
    VoteAll,

    /// <summary>Bool: A is the same in every active invocation of the group.</summary>
    VoteEqual,

    /// <summary>Two UInt lanes: the time, low word first.</summary>
    Clock,

    /// <summary>UInt64: a bit for each active invocation of the group in which the Bool A is true.</summary>
    Ballot,

    /// <summary>A of the group's first active invocation.</summary>
    ReadFirstInvocation,

    /// <summary>A of the group's invocation number B (UInt).</summary>
    ReadInvocation,
}
