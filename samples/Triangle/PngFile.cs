using StbImageWriteSharp;
using VirglHost.Testing;

namespace VirglHost.Samples.Triangle;

/// <summary>Writes what the display peer holds as a PNG.</summary>
internal static class PngFile
{
    public static void Write(string path, DisplaySurface surface)
    {
        byte[] rgb = new byte[surface.Width * surface.Height * 3];
        for (int i = 0, at = 0; at < rgb.Length; i += 4, at += 3)
            (rgb[at], rgb[at + 1], rgb[at + 2]) = (surface.Pixels[i + 2], surface.Pixels[i + 1], surface.Pixels[i]);
        using FileStream stream = File.Create(path);
        new ImageWriter().WritePng(rgb, surface.Width, surface.Height, ColorComponents.RedGreenBlue, stream);
    }
}
