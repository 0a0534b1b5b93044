namespace VirglHost.Shaders.Ir;

/// <summary>What one lane holds. Float, Int and UInt are 32 bits and may be bit-cast into each other.</summary>
internal enum ScalarKind : byte
{
    Bool,
    Float,
    Int,
    UInt,
    Double,
    Int64,
    UInt64,
}
