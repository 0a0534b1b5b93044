namespace VirglHost.Shaders;

/// <summary>Edge division of a tessellated patch; TGSI's numbers.</summary>
public enum TessSpacing
{
    /// <summary>fractional_odd_spacing</summary>
    FractionalOdd = 0,

    /// <summary>fractional_even_spacing</summary>
    FractionalEven = 1,

    /// <summary>equal_spacing</summary>
    Equal = 2,
}
