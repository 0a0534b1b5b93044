namespace VirglHost.VirtioGpu.Display;

/// <summary>How a viewer takes memory in place of pixels.</summary>
internal enum SharingMode
{
    /// <summary>Not at all, or nobody here can give any.</summary>
    None,

    /// <summary>It has not said yet.</summary>
    Unknown,

    /// <summary>DMABUF_SCANOUT: it guesses how pixels lie in memory.</summary>
    WithoutModifier,

    /// <summary>DMABUF_SCANOUT2: it is told.</summary>
    WithModifier,
}
