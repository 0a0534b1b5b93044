namespace VirglHost.Shaders.Ir;

/// <summary>What one lane holds. All but <see cref="Bool"/> and <see cref="Double"/> are 32 bits and may be bit-cast into each other.</summary>
internal enum ScalarKind : byte
{
    Bool,
    Float,
    Int,
    UInt,
    Double,
}
