using VirglHost.Linux;

namespace VirglHost.VhostUser.Memory;

/// <summary>
/// A byte sequence scattered over guest memory, e.g. the backing of a resource: guest-physical ranges in order, joined where they touch.
/// Holds addresses only and resolves them at each use, so it survives changes of the memory map and can never dangle.
/// </summary>
public sealed class GuestPages
{
    private readonly GuestMemory _memory;
    private ulong[] _addresses = new ulong[4];
    private long[] _ends = new long[4];
    private int _lastHit;

    /// <summary>Makes an empty sequence.</summary>
    /// <param name="memory">The session's memory.</param>
    public GuestPages(GuestMemory memory) => _memory = memory;

    /// <summary>Bytes in all.</summary>
    public long Length { get; private set; }

    /// <summary>Number of ranges after joining neighbours.</summary>
    public int RangeCount { get; private set; }

    /// <summary>Adds a range at the end.</summary>
    /// <param name="guestAddress">Guest-physical address of its first byte, any alignment.</param>
    /// <param name="length">Bytes, greater than 0.</param>
    /// <returns>False, with nothing added, when the length is 0 or a part of the range is not guest memory.</returns>
    public bool TryAppend(ulong guestAddress, uint length)
    {
        if (length == 0 || Length > long.MaxValue - length || !_memory.IsMapped(guestAddress, length)) return false;
        long end = Length + length;
        if (RangeCount > 0 && guestAddress == unchecked(_addresses[RangeCount - 1] + (ulong)(Length - StartOf(RangeCount - 1))))
        {
            _ends[RangeCount - 1] = end;
        }
        else
        {
            if (RangeCount == _addresses.Length)
            {
                Array.Resize(ref _addresses, RangeCount * 2);
                Array.Resize(ref _ends, RangeCount * 2);
            }

            _addresses[RangeCount] = guestAddress;
            _ends[RangeCount++] = end;
        }

        Length = end;
        return true;
    }

    /// <summary>Copies out.</summary>
    /// <param name="offset">First byte of the sequence.</param>
    /// <param name="destination">Filled completely on success.</param>
    /// <returns>False when the range is outside the sequence (nothing copied) or the memory is gone (partly copied).</returns>
    public bool TryRead(long offset, Span<byte> destination) => TryRead(offset, destination, isStreamed: false);

    /// <summary>Copies out past the processor's caches: for MiBs that nobody reads again at once. <see cref="StreamingCopy.Complete"/> ends a row of such calls.</summary>
    /// <param name="offset">First byte of the sequence.</param>
    /// <param name="destination">Filled completely on success.</param>
    /// <returns>As <see cref="TryRead(long, Span{byte})"/>.</returns>
    public bool TryStream(long offset, Span<byte> destination) => TryRead(offset, destination, isStreamed: true);

    /// <summary>Copies in.</summary>
    /// <param name="offset">First byte of the sequence.</param>
    /// <param name="source">The bytes.</param>
    /// <returns>False when the range is outside the sequence (nothing copied) or the memory is gone (partly copied).</returns>
    public bool TryWrite(long offset, ReadOnlySpan<byte> source)
    {
        if (!Contains(offset, source.Length)) return false;
        for (int i = source.IsEmpty ? 0 : Locate(offset); !source.IsEmpty; i++)
        {
            ulong address = AddressOf(i, offset, source.Length, out int run);
            if (!_memory.TryWrite(address, source[..run])) return false;
            source = source[run..];
            offset += run;
        }

        return true;
    }

    /// <summary>The bytes themselves, when they lie in one piece.</summary>
    /// <param name="offset">First byte of the sequence.</param>
    /// <param name="length">Number of bytes.</param>
    /// <param name="span">The bytes, shared with the guest; not to be kept past the request.</param>
    /// <returns>False when they are scattered, outside the sequence, or the memory is gone.</returns>
    public bool TryGetSpan(long offset, int length, out Span<byte> span)
    {
        span = default;
        if (!Contains(offset, length)) return false;
        if (length == 0) return true;
        ulong address = AddressOf(Locate(offset), offset, length, out int run);
        return run == length && _memory.TryGetSpan(address, length, out span);
    }

    private bool TryRead(long offset, Span<byte> destination, bool isStreamed)
    {
        if (!Contains(offset, destination.Length)) return false;
        GuestRegion? region = null;
        for (int i = destination.IsEmpty ? 0 : Locate(offset); !destination.IsEmpty; i++)
        {
            ulong address = AddressOf(i, offset, destination.Length, out int run);
            // A frame may lie in ten thousands of pieces: most lie in the region of the one before, and hardly one crosses a border of regions.
            if (region is null || !region.Contains(address, run)) region = _memory.Set.Find(address);
            if (region is null) return false;
            if (!region.Contains(address, run))
            {
                if (!_memory.TryRead(address, destination[..run])) return false;
            }
            else if (isStreamed)
            {
                StreamingCopy.Copy(region.Slice(address, run), destination);
            }
            else
            {
                region.Slice(address, run).CopyTo(destination);
            }

            destination = destination[run..];
            offset += run;
        }

        return true;
    }

    private bool Contains(long offset, int length) => offset >= 0 && length >= 0 && offset <= Length - length;

    private long StartOf(int index) => index == 0 ? 0 : _ends[index - 1];

    private ulong AddressOf(int index, long offset, int wanted, out int run)
    {
        run = (int)Math.Min(wanted, _ends[index] - offset);
        return unchecked(_addresses[index] + (ulong)(offset - StartOf(index)));
    }

    /// <summary>Index of the range that holds a byte of the sequence; rows of a transfer mostly hit the last one or the next.</summary>
    private int Locate(long offset)
    {
        int hit = _lastHit;
        if (offset >= StartOf(hit) && offset < _ends[hit]) return hit;
        if (hit + 1 < RangeCount && offset >= _ends[hit] && offset < _ends[hit + 1]) return _lastHit = hit + 1;
        int found = Array.BinarySearch(_ends, 0, RangeCount, offset);
        // _ends are exclusive: an exact match belongs to the next range.
        return _lastHit = found >= 0 ? found + 1 : ~found;
    }
}
