using StbImageSharp;

namespace VirglHost.Testing;

/// <summary>A decoded PNG: R, G, B, A bytes, first row on top.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Width × height × 4 bytes.</param>
public sealed record Picture(int Width, int Height, byte[] Pixels)
{
    /// <summary>One pixel.</summary>
    public (byte R, byte G, byte B, byte A) this[int x, int y]
    {
        get
        {
            int at = (y * Width + x) * 4;
            return (Pixels[at], Pixels[at + 1], Pixels[at + 2], Pixels[at + 3]);
        }
    }

    /// <summary>Reads a PNG file.</summary>
    public static Picture Load(string path)
    {
        ImageResult image = ImageResult.FromMemory(File.ReadAllBytes(path), ColorComponents.RedGreenBlueAlpha);
        return new Picture(image.Width, image.Height, image.Data);
    }

    /// <summary>Number of different colours.</summary>
    public int CountColours()
    {
        var colours = new HashSet<int>();
        for (int at = 0; at < Pixels.Length; at += 4) colours.Add(BitConverter.ToInt32(Pixels, at));
        return colours.Count;
    }
}
