namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// Where a picture changed: a few rectangles, so that two small changes far apart do not cost the whole picture between them. Rectangles are joined
/// where that adds hardly any pixels, and the cheapest pair where there are too many. Allocates nothing after it was made.
/// </summary>
internal sealed class DamageRegion
{
    /// <summary>Most rectangles.</summary>
    public const int MaximumParts = 16;

    // A part costs its viewer a message of its own; as many pixels as this cost about the same.
    private const long SmallWaste = 1024;

    private readonly Rectangle[] _parts = new Rectangle[MaximumParts];

    public int Count { get; private set; }

    public bool IsEmpty => Count == 0;

    /// <summary>One of the rectangles.</summary>
    public Rectangle this[int index] => _parts[index];

    /// <summary>The smallest rectangle around all.</summary>
    public Rectangle Bounds
    {
        get
        {
            Rectangle bounds = default;
            for (int i = 0; i < Count; i++) bounds = bounds.Union(_parts[i]);
            return bounds;
        }
    }

    /// <summary>Adds a rectangle; an empty one adds nothing.</summary>
    public void Add(in Rectangle damage)
    {
        Rectangle grown = damage;
        while (!grown.IsEmpty)
        {
            int nearest = FindNearest(grown, Count, out long waste);
            if (waste > SmallWaste && Count == MaximumParts && TryJoinTwo(cheaperThan: waste)) continue;
            if (nearest < 0 || (waste > SmallWaste && Count < MaximumParts))
            {
                _parts[Count++] = grown;
                return;
            }

            // What was joined may now touch others.
            grown = grown.Union(_parts[nearest]);
            _parts[nearest] = _parts[--Count];
        }
    }

    /// <summary>Takes one rectangle out.</summary>
    public bool TryTake(out Rectangle part)
    {
        part = Count > 0 ? _parts[--Count] : default;
        return !part.IsEmpty;
    }

    public void Clear() => Count = 0;

    private static long Area(in Rectangle rectangle) => (long)rectangle.Width * rectangle.Height;

    /// <summary>Joins the two parts that go together best, if that wastes less: a trail of small changes must not all end in one part.</summary>
    private bool TryJoinTwo(long cheaperThan)
    {
        int first = -1, second = -1;
        for (int i = 1; i < Count; i++)
        {
            int other = FindNearest(_parts[i], i, out long waste);
            if (waste >= cheaperThan) continue;
            (first, second, cheaperThan) = (other, i, waste);
        }

        if (first < 0) return false;
        _parts[first] = _parts[first].Union(_parts[second]);
        _parts[second] = _parts[--Count];
        return true;
    }

    /// <summary>The one of the first parts with which a rectangle makes the union with the fewest pixels that belong to neither.</summary>
    private int FindNearest(in Rectangle rectangle, int count, out long waste)
    {
        int nearest = -1;
        waste = long.MaxValue;
        for (int i = 0; i < count; i++)
        {
            long extra = Area(rectangle.Union(_parts[i])) - Area(rectangle) - Area(_parts[i]) + Area(rectangle.Intersect(_parts[i]));
            if (extra >= waste) continue;
            (nearest, waste) = (i, extra);
        }

        return nearest;
    }
}
