using VirglHost.Rendering;

namespace VirglHost.VirtioGpu.Display;

/// <summary>Hands every flush of a picture in plain memory to a tap. What a renderer holds, its own tap sees.</summary>
internal sealed class TapSink(IScreenTap tap, IPictureSource pictures) : IDisplaySink
{
    public void ScanoutChanged(Scanout scanout)
    {
    }

    public void Damaged(Scanout scanout, in Rectangle damage, bool isFlush)
    {
        if (!isFlush || !pictures.IsPlain(scanout) || !pictures.TryRefresh(scanout)) return;
        tap.Flushed(
            scanout.Index, new PixelRectangle(0, 0, (uint)scanout.Width, (uint)scanout.Height),
            new PixelRectangle((uint)damage.X, (uint)damage.Y, (uint)damage.Width, (uint)damage.Height), scanout.Pixels);
    }

    public void CursorChanged(int scanout, CursorState cursor, bool isNewShape)
    {
    }

    public void Finish(Scanout scanout)
    {
    }

    public void Reset()
    {
    }

    public int Pump(long now) => -1;

    public void Dispose()
    {
    }
}
