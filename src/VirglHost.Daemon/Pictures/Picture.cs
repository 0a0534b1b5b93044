using StbImageSharp;
using VirglHost.VirtioGpu.Display;

namespace VirglHost.Daemon.Pictures;

/// <summary>A picture in memory: B, G, R, X bytes, first row on top, rows without padding.</summary>
internal sealed record Picture(int Width, int Height, byte[] Pixels)
{
    private const int BytesPerPixel = 4;

    /// <summary>Number of pixels.</summary>
    public long Area => (long)Width * Height;

    /// <summary>An all black picture.</summary>
    public static Picture Black(int width, int height) => new(width, height, new byte[(long)width * height * BytesPerPixel]);

    /// <summary>Reads a PNG of any kind; grey is spread over the three channels and alpha is left out, for screens have none.</summary>
    /// <exception cref="PictureException">The file is not there, or is no whole PNG.</exception>
    public static Picture Read(string path)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PictureException($"virglhost: {path}: {fault.Message}", ExitCode.NoInput, fault);
        }

        return Decode(file) ?? throw new PictureException($"virglhost: {path}: this is no whole PNG picture", ExitCode.BadInput);
    }

    /// <summary>Writes it as PNG.</summary>
    /// <exception cref="PictureException">The file cannot be written.</exception>
    public void Write(string path)
    {
        using PngWriter writer = new();
        try
        {
            File.WriteAllBytes(path, writer.Encode(Pixels, Width, Height));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PictureException($"virglhost: {path}: {fault.Message}", ExitCode.CannotCreate, fault);
        }
    }

    /// <summary>The pixel's three channels, in the order of <see cref="Pixels"/>.</summary>
    public Span<byte> At(int x, int y) => Pixels.AsSpan(checked((y * Width + x) * BytesPerPixel), BytesPerPixel - 1);

    /// <summary>True when no channel of any pixel is further than <paramref name="tolerance"/> from the first pixel's.</summary>
    public bool IsOneColour(int tolerance)
    {
        ReadOnlySpan<byte> first = At(0, 0);
        for (int i = 0; i < Pixels.Length; i += BytesPerPixel)
        {
            for (int channel = 0; channel < first.Length; channel++)
            {
                if (Math.Abs(Pixels[i + channel] - first[channel]) > tolerance)
                    return false;
            }
        }

        return true;
    }

    private static Picture? Decode(byte[] file)
    {
        ReadOnlySpan<byte> magic = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];
        if (!file.AsSpan().StartsWith(magic))
            return null;
        try
        {
            ImageResult image = ImageResult.FromMemory(file, ColorComponents.RedGreenBlueAlpha);
            byte[] pixels = image.Data;
            for (int i = 0; i + BytesPerPixel <= pixels.Length; i += BytesPerPixel)
                (pixels[i], pixels[i + 2]) = (pixels[i + 2], pixels[i]);
            bool isWhole = image.Width > 0 && image.Height > 0 && pixels.Length == (long)image.Width * image.Height * BytesPerPixel;
            return isWhole ? new Picture(image.Width, image.Height, pixels) : null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or IndexOutOfRangeException or ArgumentException or OverflowException
            or NullReferenceException or OutOfMemoryException)
        {
            // The decoder says in many ways that a file is damaged, a pointer past the end among them.
            return null;
        }
    }
}
