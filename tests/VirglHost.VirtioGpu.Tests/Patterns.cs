using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>Pictures in which every pixel tells where it belongs.</summary>
internal static class Patterns
{
    /// <summary>B, G, R, X bytes: blue = x, green = y, red = seed.</summary>
    public static byte[] Gradient(int width, int height, byte seed)
    {
        byte[] pixels = new byte[width * height * 4];
        for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
        {
            int at = (y * width + x) * 4;
            (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)(x & 0xff), (byte)(y & 0xff), seed);
        }

        return pixels;
    }

    /// <summary>The picture shows the gradient's part that starts at (<paramref name="left"/>, <paramref name="top"/>), pixel for pixel.</summary>
    public static void AssertGradient(Picture picture, byte seed, int left = 0, int top = 0)
    {
        for (int y = 0; y < picture.Height; y++)
        for (int x = 0; x < picture.Width; x++)
            Assert.Equal((seed, (byte)((y + top) & 0xff), (byte)((x + left) & 0xff), (byte)255), picture[x, y]);
    }

    public static bool IsGradient(DisplaySurface surface, byte seed, int left = 0, int top = 0)
    {
        for (int y = 0; y < surface.Height; y++)
        for (int x = 0; x < surface.Width; x++)
        {
            if (surface[x, y] != (seed, (byte)((y + top) & 0xff), (byte)((x + left) & 0xff))) return false;
        }

        return true;
    }
}
