namespace VirglHost.Testing;

/// <summary>What QEMU would show on one head: 32-bit pixels B, G, R, X, first row on top.</summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Rows.</param>
public sealed class DisplaySurface(int width, int height)
{
    /// <summary>Pixels in a row.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>Width × height × 4 bytes.</summary>
    public byte[] Pixels { get; } = new byte[width * height * 4];

    /// <summary>Number of UPDATE messages that reached this surface.</summary>
    public int UpdateCount { get; internal set; }

    /// <summary>One pixel as (red, green, blue).</summary>
    public (byte R, byte G, byte B) this[int x, int y]
    {
        get
        {
            int at = (y * Width + x) * 4;
            return (Pixels[at + 2], Pixels[at + 1], Pixels[at]);
        }
    }
}
