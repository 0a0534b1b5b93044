namespace VirglHost.VhostUser.Memory;

/// <summary>
/// The guest's physical memory as the front-end shares it: one object per session, whose regions come and go. The guest writes the same
/// bytes at any time, so copy before interpreting. Spans must not be kept past the callback or request they were taken in.
/// </summary>
public sealed class GuestMemory
{
    private RegionSet _set = RegionSet.Empty;

    internal GuestMemory()
    {
    }

    /// <summary>Number of regions.</summary>
    public int RegionCount => _set.Regions.Length;

    /// <summary>Goes up with each change; what was resolved under another number must be resolved again.</summary>
    public int Generation { get; private set; }

    internal RegionSet Set => _set;

    /// <summary>Whether a range is guest memory throughout; it may run over regions that touch each other.</summary>
    /// <param name="guestAddress">Guest-physical address of the first byte.</param>
    /// <param name="length">Number of bytes; 0 is mapped everywhere.</param>
    public bool IsMapped(ulong guestAddress, ulong length)
    {
        if (length == 0) return true;
        if (guestAddress > ulong.MaxValue - (length - 1)) return false;
        while (true)
        {
            GuestRegion? region = _set.Find(guestAddress);
            if (region is null) return false;
            ulong available = region.Last - guestAddress;
            if (length - 1 <= available) return true;
            length -= available + 1;
            guestAddress = region.Last + 1;
        }
    }

    /// <summary>The bytes themselves, when the range lies inside one region.</summary>
    /// <param name="guestAddress">Guest-physical address of the first byte.</param>
    /// <param name="length">Number of bytes, 0 or greater.</param>
    /// <param name="span">The bytes; shared with the guest.</param>
    /// <returns>False when the range is not mapped or crosses a region border.</returns>
    public bool TryGetSpan(ulong guestAddress, int length, out Span<byte> span)
    {
        span = default;
        if (length <= 0) return length == 0;
        GuestRegion? region = _set.Find(guestAddress);
        if (region is null || !region.Contains(guestAddress, length)) return false;
        span = region.Slice(guestAddress, length);
        return true;
    }

    /// <summary>Copies out of guest memory, over region borders where needed.</summary>
    /// <param name="guestAddress">Guest-physical address of the first byte.</param>
    /// <param name="destination">Filled completely on success.</param>
    /// <returns>False when a part is not mapped; the destination is then partly written.</returns>
    public bool TryRead(ulong guestAddress, Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            if (!TryGetRun(guestAddress, destination.Length, out Span<byte> run)) return false;
            run.CopyTo(destination);
            destination = destination[run.Length..];
            guestAddress = unchecked(guestAddress + (ulong)run.Length);
        }

        return true;
    }

    /// <summary>Copies into guest memory, over region borders where needed.</summary>
    /// <param name="guestAddress">Guest-physical address of the first byte.</param>
    /// <param name="source">The bytes.</param>
    /// <returns>False when a part is not mapped; the mapped part before it is then written.</returns>
    public bool TryWrite(ulong guestAddress, ReadOnlySpan<byte> source)
    {
        while (!source.IsEmpty)
        {
            if (!TryGetRun(guestAddress, source.Length, out Span<byte> run)) return false;
            source[..run.Length].CopyTo(run);
            source = source[run.Length..];
            guestAddress = unchecked(guestAddress + (ulong)run.Length);
        }

        return true;
    }

    internal void Replace(RegionSet set)
    {
        _set = set;
        Generation = unchecked(Generation + 1);
    }

    /// <summary>As many bytes from here as one region holds, at most <paramref name="wanted"/>.</summary>
    private bool TryGetRun(ulong guestAddress, int wanted, out Span<byte> run)
    {
        run = default;
        GuestRegion? region = _set.Find(guestAddress);
        if (region is null) return false;
        int length = (int)Math.Min((ulong)(wanted - 1), region.Last - guestAddress) + 1;
        run = region.Slice(guestAddress, length);
        return true;
    }
}
