using System.Buffers.Binary;

namespace VirglHost.Vtest.Tests;

/// <summary>What an X screen shows: 24-bit pixels as Xvfb writes them (XWD file, bytes B, G, R, unused).</summary>
internal sealed class Screenshot
{
    private readonly byte[] _pixels;

    private Screenshot(int width, int height, byte[] pixels)
    {
        Width = width;
        Height = height;
        _pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Reads the file that `Xvfb -fbdir` keeps up to date.</summary>
    public static Screenshot Read(string path)
    {
        byte[] file;
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            file = new byte[stream.Length];
            stream.ReadExactly(file);
        }
        // SPEC: X11/XWDFile.h: big-endian words; 0 header size, 4 width, 5 height, 12 bytes per line, 19 colour-map entries of 12 bytes.
        int Word(int index) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(index * 4));
        int width = Word(4), height = Word(5), stride = Word(12), begin = Word(0) + Word(19) * 12;
        byte[] pixels = new byte[width * height * 4];
        for (int y = 0; y < height; y++)
            file.AsSpan(begin + y * stride, width * 4).CopyTo(pixels.AsSpan(y * width * 4));
        return new Screenshot(width, height, pixels);
    }

    public bool Equals(Screenshot other) => _pixels.AsSpan().SequenceEqual(other._pixels);

    public int CountColours()
    {
        HashSet<int> colours = [];
        for (int i = 0; i < _pixels.Length; i += 4)
            colours.Add(_pixels[i] | _pixels[i + 1] << 8 | _pixels[i + 2] << 16);
        return colours.Count;
    }

    /// <summary>Share of pixels, 0 to 1, of which a channel differs by more than <paramref name="tolerance"/>; only where either picture is not black.</summary>
    public double PartThatDiffers(Screenshot other, int tolerance)
    {
        Assert.Equal((Width, Height), (other.Width, other.Height));
        int drawn = 0, different = 0;
        for (int i = 0; i < _pixels.Length; i += 4)
        {
            bool isDrawn = false, isDifferent = false;
            for (int c = i; c < i + 3; c++)
            {
                isDrawn |= _pixels[c] != 0 || other._pixels[c] != 0;
                isDifferent |= Math.Abs(_pixels[c] - other._pixels[c]) > tolerance;
            }
            drawn += isDrawn ? 1 : 0;
            different += isDifferent ? 1 : 0;
        }
        return drawn == 0 ? 0 : (double)different / drawn;
    }

    /// <summary>Writes a PPM for whoever looks into a failure; returns its path.</summary>
    public string Save(string name)
    {
        string path = Path.Combine(Path.GetTempPath(), $"virglhost-{name}.ppm");
        using FileStream file = File.Create(path);
        file.Write(System.Text.Encoding.ASCII.GetBytes($"P6\n{Width} {Height}\n255\n"));
        for (int i = 0; i < _pixels.Length; i += 4)
            file.Write([_pixels[i + 2], _pixels[i + 1], _pixels[i]]);
        return path;
    }
}
