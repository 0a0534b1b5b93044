namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// Something that shows the guest's screens. Called on the GPU thread only and never waits there. A sink pulls pictures when it is ready for
/// one, so a slow viewer costs frames and not speed.
/// </summary>
internal interface IDisplaySink : IDisposable
{
    /// <summary>Another frame can be taken. A sink that says no holds the guest's commands up until it wakes the loop; a viewer never does.</summary>
    bool HasRoom => true;

    /// <summary>The screen was turned on or off, or shows a picture of another size. Damage for the whole picture follows where it is on.</summary>
    void ScanoutChanged(Scanout scanout);

    /// <summary>A part of the screen changed. <paramref name="isFlush"/> tells a finished frame from a change of what is shown.</summary>
    void Damaged(Scanout scanout, in Rectangle damage, bool isFlush);

    /// <summary>The pointer moved, or (<paramref name="isNewShape"/>) looks different.</summary>
    void CursorChanged(int scanout, CursorState cursor, bool isNewShape);

    /// <summary>The screen's picture can be had for the last time: it is about to be turned off, or its resource to end.</summary>
    void Finish(Scanout scanout);

    /// <summary>The guest's driver was reset: nothing is shown any more.</summary>
    void Reset();

    /// <summary>Shows what it can right now.</summary>
    /// <returns>Milliseconds after which it wants to be called again; −1 = only after a change.</returns>
    int Pump(long now);
}
