namespace VirglHost.Rendering.Formats;

/// <summary>What the host's GL was seen to do with a format.</summary>
[Flags]
internal enum FormatSupport
{
    /// <summary>Nothing: no texture of this format can be made.</summary>
    None = 0,

    /// <summary>Textures can be made and sampled.</summary>
    Sampled = 1,

    /// <summary>A framebuffer with it as its only attachment is complete.</summary>
    Rendered = 2,

    /// <summary>A two-sample texture can be made and attached.</summary>
    Multisampled = 4,
}
