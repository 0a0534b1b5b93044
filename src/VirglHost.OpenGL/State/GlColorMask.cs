namespace VirglHost.OpenGL;

/// <summary>Channels of one draw buffer that may be written.</summary>
/// <param name="Red">Red.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
/// <param name="Alpha">Alpha.</param>
public readonly record struct GlColorMask(bool Red, bool Green, bool Blue, bool Alpha)
{
    /// <summary>Every channel.</summary>
    public static GlColorMask All => new(true, true, true, true);
}
