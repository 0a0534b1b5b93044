using VirglHost.CommandStream.Gallium;

namespace VirglHost.Rendering.Formats;

/// <summary>Where each component comes from when a texture is read.</summary>
/// <param name="R">Source of red.</param>
/// <param name="G">Source of green.</param>
/// <param name="B">Source of blue.</param>
/// <param name="A">Source of alpha.</param>
internal readonly record struct FormatSwizzle(Swizzle R, Swizzle G, Swizzle B, Swizzle A)
{
    /// <summary>Every component from itself.</summary>
    public static FormatSwizzle Identity => new(Swizzle.X, Swizzle.Y, Swizzle.Z, Swizzle.W);

    /// <summary>Alpha reads as one.</summary>
    public static FormatSwizzle Opaque => new(Swizzle.X, Swizzle.Y, Swizzle.Z, Swizzle.One);

    /// <summary>Red everywhere, alpha one.</summary>
    public static FormatSwizzle Luminance => new(Swizzle.X, Swizzle.X, Swizzle.X, Swizzle.One);

    /// <summary>Luminance in red, alpha in green.</summary>
    public static FormatSwizzle LuminanceAlpha => new(Swizzle.X, Swizzle.X, Swizzle.X, Swizzle.Y);

    /// <summary>Red in every component.</summary>
    public static FormatSwizzle Intensity => new(Swizzle.X, Swizzle.X, Swizzle.X, Swizzle.X);

    /// <summary>Alpha from red, the rest zero.</summary>
    public static FormatSwizzle AlphaInRed => new(Swizzle.Zero, Swizzle.Zero, Swizzle.Zero, Swizzle.X);

    /// <summary>What a reader sees who asks for <paramref name="outer"/> on top of this.</summary>
    public FormatSwizzle Then(FormatSwizzle outer) => new(Of(outer.R), Of(outer.G), Of(outer.B), Of(outer.A));

    private Swizzle Of(Swizzle component) => component switch
    {
        Swizzle.X => R,
        Swizzle.Y => G,
        Swizzle.Z => B,
        Swizzle.W => A,
        _ => component,
    };
}
