namespace VirglHost.Shaders.Ir;

/// <summary>Read-modify-write operations; the operand's kind decides signedness of Min and Max.</summary>
internal enum AtomicOperation
{
    Add,
    Exchange,
    CompareExchange,
    And,
    Or,
    Xor,
    Min,
    Max,

    /// <summary>Counters only: adds one, without an operand.</summary>
    Increment,

    /// <summary>Counters only: takes one away, without an operand; the result is the new value.</summary>
    Decrement,
}
