namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// Where a picture changed: as many rectangles as changes come between two pictures of a busy desktop, so that small changes far apart do not cost the whole
/// picture between them. Rectangles are joined where that adds hardly any pixels, and in pairs where there are too many. Allocates nothing after it was made.
/// </summary>
internal sealed class DamageRegion
{
    /// <summary>Most rectangles.</summary>
    public const int MaximumParts = 128;

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
            int nearest = FindNearest(grown, 0, out long waste);
            if (waste > SmallWaste)
            {
                if (Count == MaximumParts) JoinPairs();
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

    /// <summary>Joins each part with the one that goes best with it: half as many are left, and a trail of small changes does not end in one large part.</summary>
    private void JoinPairs()
    {
        for (int joined = 0; joined < Count; joined++)
        {
            Rectangle part = _parts[--Count];
            int nearest = FindNearest(part, joined, out _);
            if (nearest >= 0)
            {
                part = part.Union(_parts[nearest]);
                _parts[nearest] = _parts[--Count];
            }

            _parts[Count++] = _parts[joined];
            _parts[joined] = part;
        }
    }

    /// <summary>The one of the parts from a place on with which a rectangle makes the union with the fewest pixels that belong to neither; −1 where there is none.</summary>
    private int FindNearest(in Rectangle rectangle, int first, out long waste)
    {
        int nearest = -1;
        waste = long.MaxValue;
        long area = Area(rectangle);
        for (int i = first; i < Count; i++)
        {
            ref readonly Rectangle part = ref _parts[i];
            long extra = Area(rectangle.Union(part)) - area - Area(part);
            if (extra >= waste) continue;
            // What they share was taken off twice.
            extra += Area(rectangle.Intersect(part));
            if (extra < waste) (nearest, waste) = (i, extra);
        }

        return nearest;
    }
}
