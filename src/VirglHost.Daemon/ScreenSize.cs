using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace VirglHost.Daemon;

/// <summary>Width and height of a screen in pixels, 32 to 8192 each; written 1280x800.</summary>
internal readonly record struct ScreenSize(int Width, int Height)
{
    private const int Smallest = 32;
    private const int Largest = 8192;

    public static ScreenSize Default => new(1280, 800);

    public static bool TryParse(string text, [NotNullWhen(true)] out ScreenSize size)
    {
        size = default;
        string[] parts = text.Split('x');
        if (parts.Length != 2 || !TryParseSide(parts[0], out int width) || !TryParseSide(parts[1], out int height))
            return false;
        size = new ScreenSize(width, height);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");

    private static bool TryParseSide(string text, out int pixels) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out pixels) && pixels is >= Smallest and <= Largest;
}
