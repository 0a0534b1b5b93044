namespace VirglHost.Shaders.Tgsi;

/// <summary>How an opcode reads a source or what it leaves in its destination.</summary>
internal enum OperandKind : byte
{
    /// <summary>32-bit lanes without meaning.</summary>
    Raw,
    Float,
    Int,
    UInt,
}
