namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// One of the guest's screens: which part of which resource it shows, and the last picture read back from it. The picture is B, G, R, X bytes,
/// rows of <see cref="Width"/> × 4 bytes, first row on top. GPU thread only.
/// </summary>
internal sealed class Scanout(int index)
{
    /// <summary>0…15.</summary>
    public int Index { get; } = index;

    /// <summary>The resource shown; 0 when the screen is off.</summary>
    public uint ResourceId { get; private set; }

    /// <summary>The part of the resource that is shown.</summary>
    public Rectangle Source { get; private set; }

    public int Width => Source.Width;

    public int Height => Source.Height;

    public bool IsOn => ResourceId != 0;

    /// <summary>Where <see cref="Pixels"/> is older than the resource.</summary>
    public Rectangle Stale => StaleParts.Bounds;

    /// <summary>The same, part by part.</summary>
    public DamageRegion StaleParts { get; } = new();

    /// <summary>How many flushes have touched this screen since the guest's driver started: the number of the frame.</summary>
    public long FrameNumber { get; private set; }

    /// <summary>The picture; empty until the first read-back after a change of size.</summary>
    public byte[] Pixels { get; private set; } = [];

    public int Stride => Width * 4;

    /// <summary>Shows a part of a resource. The whole picture is out of date from here on.</summary>
    /// <returns>True when the size changed or the screen was off.</returns>
    public bool Show(uint resourceId, in Rectangle source)
    {
        bool isNewSize = !IsOn || source.Width != Width || source.Height != Height;
        ResourceId = resourceId;
        Source = source;
        if (isNewSize) Pixels = [];
        StaleParts.Clear();
        StaleParts.Add(new Rectangle(0, 0, source.Width, source.Height));
        return isNewSize;
    }

    public void TurnOff()
    {
        ResourceId = 0;
        Source = default;
        StaleParts.Clear();
        Pixels = [];
    }

    public void Reset()
    {
        TurnOff();
        FrameNumber = 0;
    }

    /// <summary>A part of the resource is to be seen: returns the same part in screen coordinates, empty when this screen doesn't show it.</summary>
    public Rectangle Damage(in Rectangle resourcePart)
    {
        Rectangle visible = resourcePart.Intersect(Source);
        if (visible.IsEmpty) return default;
        FrameNumber++;
        Rectangle damage = visible.RelativeTo(Source.X, Source.Y);
        StaleParts.Add(damage);
        return damage;
    }

    /// <summary>Room for the picture; the caller fills <see cref="Stale"/> and then calls <see cref="MarkFresh"/>.</summary>
    public byte[] PreparePixels()
    {
        // GUEST: width and height come from a live resource, whose size the renderer's memory budget has already paid for once.
        if (Pixels.Length == 0) Pixels = new byte[(long)Width * Height * 4];
        return Pixels;
    }

    public void MarkFresh() => StaleParts.Clear();
}
