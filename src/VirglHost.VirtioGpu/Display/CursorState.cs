namespace VirglHost.VirtioGpu.Display;

/// <summary>The pointer of one screen: 64×64 premultiplied B, G, R, A pixels and where its top left pixel is. GPU thread only.</summary>
internal sealed class CursorState
{
    /// <summary>Pixels per side. SPEC: virtio GPU, UPDATE_CURSOR.</summary>
    public const int Size = 64;

    /// <summary>Bytes per row of <see cref="Pixels"/>.</summary>
    public const int Stride = Size * 4;

    public byte[] Pixels { get; } = new byte[Size * Stride];

    public bool IsVisible { get; set; }

    /// <summary>May be negative: the pointer hangs over the left edge.</summary>
    public int X { get; set; }

    /// <summary>May be negative: the pointer hangs over the top edge.</summary>
    public int Y { get; set; }

    public uint HotX { get; set; }

    public uint HotY { get; set; }

    public void Reset()
    {
        IsVisible = false;
        X = Y = 0;
        HotX = HotY = 0;
        Pixels.AsSpan().Clear();
    }

    /// <summary>Draws the pointer over a picture of B, G, R, X rows.</summary>
    public void DrawOver(Span<byte> picture, int width, int height)
    {
        if (!IsVisible) return;
        // GUEST: x and y are any int; the loop bounds are computed in 64 bits and clipped to the picture.
        int left = (int)Math.Clamp(-(long)X, 0, Size), right = (int)Math.Clamp(width - (long)X, 0, Size);
        int top = (int)Math.Clamp(-(long)Y, 0, Size), bottom = (int)Math.Clamp(height - (long)Y, 0, Size);
        for (int row = top; row < bottom; row++)
        for (int column = left; column < right; column++)
        {
            ReadOnlySpan<byte> source = Pixels.AsSpan(row * Stride + column * 4, 4);
            Span<byte> target = picture.Slice(((Y + row) * width + X + column) * 4, 4);
            int rest = 255 - source[3];
            for (int channel = 0; channel < 3; channel++)
                target[channel] = (byte)Math.Min(255, source[channel] + (target[channel] * rest + 127) / 255);
        }
    }
}
