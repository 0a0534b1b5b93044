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
}
