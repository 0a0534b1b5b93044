namespace VirglHost.VirtioGpu;

/// <summary>When pictures of the guest's screens are written. A picture that an operator asks for is written under every policy.</summary>
public enum PngPolicy
{
    /// <summary>latest.png follows the screen at a limited rate; the last frame before a change of what is shown is always written.</summary>
    Change,

    /// <summary>Numbered files at the guest's flushes, and none is left out: a guest that is faster than the disk waits for it.</summary>
    Flush,

    /// <summary>latest.png when a screen goes off, its resource ends, the driver is reset or the server stops.</summary>
    Exit,

    /// <summary>Only when an operator asks.</summary>
    Signal,
}
