namespace VirglHost.VirtioGpu.Display;

/// <summary>Which files a picture becomes; latest.png is among them always.</summary>
internal enum PngKind
{
    /// <summary>latest.png alone.</summary>
    Latest,

    /// <summary>frame-000001.png, numbered by the guest's flushes.</summary>
    Numbered,

    /// <summary>screenshot-20261122T214800123Z-frame-000001.png: what an operator asked for.</summary>
    Screenshot,
}
