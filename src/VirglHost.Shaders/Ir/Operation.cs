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

    /// <summary>Double: A times 2 to the Int B.</summary>
    LoadExponent,
}
