namespace VirglHost.Rendering.Formats;

/// <summary>How shaders see the texels of a format.</summary>
internal enum ChannelKind
{
    /// <summary>Floats: normalised or floating point.</summary>
    Float,

    /// <summary>Signed integers.</summary>
    SignedInteger,

    /// <summary>Unsigned integers, stencil included.</summary>
    UnsignedInteger,

    /// <summary>Depth, with or without stencil.</summary>
    DepthStencil,
}
