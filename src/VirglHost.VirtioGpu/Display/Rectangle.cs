using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Display;

/// <summary>A checked rectangle in pixels: nothing negative, right and bottom edge fit an int. Origin top left.</summary>
internal readonly record struct Rectangle(int X, int Y, int Width, int Height)
{
    public bool IsEmpty => Width == 0 || Height == 0;

    public int Right => X + Width;

    public int Bottom => Y + Height;

    /// <summary>True when the guest's rectangle lies wholly inside an image of the given size.</summary>
    public static bool TryInside(in WireRect rect, uint width, uint height, out Rectangle inside)
    {
        // GUEST: 64-bit sums cannot wrap; after the comparison every member is at most 16384.
        bool fits = (ulong)rect.X + rect.Width <= width && (ulong)rect.Y + rect.Height <= height;
        inside = fits ? new Rectangle((int)rect.X, (int)rect.Y, (int)rect.Width, (int)rect.Height) : default;
        return fits;
    }

    /// <summary>The common part; empty (all zero) when there is none.</summary>
    public Rectangle Intersect(in Rectangle other)
    {
        int x = Math.Max(X, other.X), y = Math.Max(Y, other.Y);
        int right = Math.Min(Right, other.Right), bottom = Math.Min(Bottom, other.Bottom);
        return right > x && bottom > y ? new Rectangle(x, y, right - x, bottom - y) : default;
    }

    /// <summary>The smallest rectangle around both; an empty one adds nothing.</summary>
    public Rectangle Union(in Rectangle other)
    {
        if (IsEmpty) return other;
        if (other.IsEmpty) return this;
        int x = Math.Min(X, other.X), y = Math.Min(Y, other.Y);
        return new Rectangle(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    public Rectangle RelativeTo(int x, int y) => this with { X = X - x, Y = Y - y };
}
