namespace VirglHost.Shaders.Ir;

/// <summary>The shapes an expression can have; Ir/README.md says what each means.</summary>
internal enum ExpressionKind : byte
{
    /// <summary>Constant bits.</summary>
    Literal,

    /// <summary>Value of a variable or of an element of it.</summary>
    Load,

    /// <summary>Reordered lanes of A.</summary>
    Swizzle,

    /// <summary>Lanes of A to D side by side; one scalar alone is repeated.</summary>
    Construct,

    /// <summary>Same bits, other 32-bit kind.</summary>
    Bitcast,

    /// <summary>A pure operation on A to D.</summary>
    Apply,

    /// <summary>A resource function on a sampler or image, with arguments in GLSL order.</summary>
    Call,
}
