using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu.Tests.Display;

/// <summary>Pictures whose pixel at (x, y) of resource r is B = x, G = y, R = r + generation, so every byte can be told apart.</summary>
internal sealed class FakePictures : IPictureSource
{
    public byte Generation { get; set; }

    public int ReadBacks { get; private set; }

    /// <summary>What can be shared, by resource; null: nothing on this host.</summary>
    public Dictionary<uint, SharedPicture>? Memories { get; init; }

    public int Flushes { get; private set; }

    public bool CanShare => Memories is not null;

    public SharedPicture? Share(Scanout scanout) => Memories?.GetValueOrDefault(scanout.ResourceId);

    public void FlushShared() => Flushes++;

    public bool TryRefresh(Scanout scanout)
    {
        if (scanout.Stale.IsEmpty) return true;
        ReadBacks++;
        byte[] pixels = scanout.PreparePixels();
        Rectangle stale = scanout.Stale;
        for (int y = stale.Y; y < stale.Bottom; y++)
        for (int x = stale.X; x < stale.Right; x++)
        {
            Span<byte> pixel = pixels.AsSpan(y * scanout.Stride + x * 4, 4);
            pixel[0] = (byte)((x + scanout.Source.X) & 0xff);
            pixel[1] = (byte)((y + scanout.Source.Y) & 0xff);
            pixel[2] = (byte)((scanout.ResourceId + Generation) & 0xff);
            pixel[3] = 0x77;
        }

        scanout.MarkFresh();
        return true;
    }

    public bool IsPlain(Scanout scanout) => true;
}
