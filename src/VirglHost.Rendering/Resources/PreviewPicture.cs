using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.Resources;

/// <summary>A small picture of a texture, kept and filled again and again.</summary>
public sealed class PreviewPicture
{
    private byte[] _pixels = [];

    /// <summary>Pixels of a row.</summary>
    public int Width { get; private set; }

    /// <summary>Rows.</summary>
    public int Height { get; private set; }

    /// <summary>What the pixels stand for.</summary>
    public PreviewKind Kind { get; private set; }

    /// <summary>What black stands for where <see cref="Kind"/> is not <see cref="PreviewKind.Color"/>.</summary>
    public double Minimum { get; private set; }

    /// <summary>What white stands for.</summary>
    public double Maximum { get; private set; }

    /// <summary>Red, green, blue bytes; the first row is the guest's row 0.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels.AsSpan(0, Width * Height * 3);

    /// <summary>Takes a picture of other origin.</summary>
    /// <param name="pixels">Blue, green, red and one byte that does not count, first row first, without padding.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="maxSize">Most pixels of a side, at least 1.</param>
    public void Take(ReadOnlySpan<byte> pixels, int width, int height, int maxSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSize, 1);
        byte[] texels = pixels[..checked(width * height * 4)].ToArray();
        TexelRepacker.SwapRedBlue(texels);
        new BoxReducer().Reduce(new ReductionSource(texels, width, height, false), maxSize, this, (PreviewKind.Color, 0, 1));
    }

    /// <summary>Room for a picture of this size.</summary>
    internal Span<byte> Begin(int width, int height, PreviewKind kind, double minimum, double maximum)
    {
        (Width, Height, Kind, Minimum, Maximum) = (width, height, kind, minimum, maximum);
        if (_pixels.Length < width * height * 3)
            _pixels = new byte[width * height * 3];
        return _pixels.AsSpan(0, width * height * 3);
    }
}
