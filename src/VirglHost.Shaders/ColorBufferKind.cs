namespace VirglHost.Shaders;

/// <summary>What a colour buffer wants from the fragment output that feeds it.</summary>
public enum ColorBufferKind
{
    /// <summary>Floating point or normalised.</summary>
    Float = 0,

    /// <summary>Signed pure integer.</summary>
    Int = 1,

    /// <summary>Unsigned pure integer.</summary>
    UInt = 2,

    /// <summary>An alpha-only format stored in a red-only texture: red receives the output's alpha.</summary>
    AlphaInRed = 3,

    /// <summary>As <see cref="AlphaInRed"/>, signed pure integer.</summary>
    IntAlphaInRed = 4,

    /// <summary>As <see cref="AlphaInRed"/>, unsigned pure integer.</summary>
    UIntAlphaInRed = 5,
}
