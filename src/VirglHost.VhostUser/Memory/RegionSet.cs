namespace VirglHost.VhostUser.Memory;

/// <summary>An immutable set of regions, sorted by guest address and free of overlaps.</summary>
internal sealed class RegionSet
{
    internal static readonly RegionSet Empty = new([]);

    private readonly GuestRegion[] _regions;
    private int _lastHit;

    private RegionSet(GuestRegion[] regions) => _regions = regions;

    internal ReadOnlySpan<GuestRegion> Regions => _regions;

    /// <summary>Sorts and checks; null when two regions overlap.</summary>
    internal static RegionSet? TryCreate(IEnumerable<GuestRegion> regions)
    {
        GuestRegion[] sorted = [.. regions.OrderBy(region => region.Start)];
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Start <= sorted[i - 1].Last) return null;
        }

        return new RegionSet(sorted);
    }

    /// <summary>The region that holds a guest address, or null. The last one found is tried first: accesses come in runs.</summary>
    internal GuestRegion? Find(ulong guestAddress)
    {
        GuestRegion[] regions = _regions;
        int hit = _lastHit;
        if ((uint)hit < (uint)regions.Length && guestAddress >= regions[hit].Start && guestAddress <= regions[hit].Last)
            return regions[hit];

        int low = 0, high = regions.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            GuestRegion region = regions[middle];
            if (guestAddress < region.Start)
            {
                high = middle - 1;
            }
            else if (guestAddress > region.Last)
            {
                low = middle + 1;
            }
            else
            {
                _lastHit = middle;
                return region;
            }
        }

        return null;
    }

    /// <summary>Translates a range of front-end virtual addresses that must lie inside one region.</summary>
    internal bool TryResolveFrontEnd(ulong frontEndAddress, ulong length, out GuestRegion? region, out long offset)
    {
        foreach (GuestRegion candidate in _regions)
        {
            NegotiatedRegion description = candidate.Description;
            if (frontEndAddress < description.FrontEndAddress) continue;
            ulong inside = frontEndAddress - description.FrontEndAddress;
            if (inside >= description.Size || length > description.Size - inside) continue;
            region = candidate;
            offset = (long)inside;
            return true;
        }

        region = null;
        offset = 0;
        return false;
    }
}
