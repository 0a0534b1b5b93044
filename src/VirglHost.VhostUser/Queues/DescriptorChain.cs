using VirglHost.VhostUser.Memory;

namespace VirglHost.VhostUser.Queues;

/// <summary>
/// One request taken from a queue: first the bytes the driver wrote, then the room for the answer. Reusable: each
/// <see cref="VirtQueue.TryPop"/> overwrites it. Everything is copied; the guest may change its memory at any time.
/// </summary>
public sealed class DescriptorChain
{
    /// <summary>Most descriptors in one chain, indirect ones included. A guest's fragmented entry list needs about a thousand.</summary>
    public const int MaximumDescriptors = 4096;

    private Segment[] _segments = new Segment[16];
    private GuestMemory? _memory;
    private int _readableCount;
    private int _count;
    private int _cursor;
    private long _cursorStart;

    /// <summary>What names the request to the driver: index of its first descriptor, or the buffer id of a packed ring.</summary>
    public ushort Head { get; private set; }

    /// <summary>Bytes that the driver wrote.</summary>
    public long ReadableLength { get; private set; }

    /// <summary>Bytes of room for the answer; may be 0.</summary>
    public long WritableLength { get; private set; }

    /// <summary>The queue it was taken from; null before the first pop.</summary>
    public VirtQueue? Queue { get; private set; }

    /// <summary>Which start of the queue it belongs to.</summary>
    internal int Epoch { get; private set; }

    /// <summary>Its place in the order of arrival, where that order must be kept.</summary>
    internal ulong Place { get; private set; }

    /// <summary>Entries of the ring that it takes up; always 1 in a split ring, whose used ring is a list of its own.</summary>
    internal int SlotCount { get; private set; }

    /// <summary>Descriptors so far, indirect ones included.</summary>
    internal int SegmentCount => _count;

    /// <summary>Popped and not yet pushed.</summary>
    internal bool IsOutstanding { get; set; }

    /// <summary>Copies out of the readable part.</summary>
    /// <param name="offset">First byte, counted over the whole readable part.</param>
    /// <param name="destination">Receives bytes.</param>
    /// <returns>Bytes copied: less than asked at the end of the part, or when the memory went away.</returns>
    public int Read(long offset, Span<byte> destination)
    {
        if (offset < 0 || offset >= ReadableLength) return 0;
        int total = (int)Math.Min(destination.Length, ReadableLength - offset);
        int index = Seek(offset, out long start);
        int done = 0;
        while (done < total)
        {
            Segment segment = _segments[index];
            long inside = offset + done - start;
            int run = (int)Math.Min(total - done, segment.Length - inside);
            if (!_memory!.TryRead(segment.Address + (ulong)inside, destination.Slice(done, run))) break;
            done += run;
            start += segment.Length;
            index++;
        }

        return done;
    }

    /// <summary>Copies into the writable part. Does nothing once the queue has stopped.</summary>
    /// <param name="offset">First byte, counted over the whole writable part.</param>
    /// <param name="source">The bytes.</param>
    /// <returns>Bytes copied: less than asked at the end of the part, or when the memory went away.</returns>
    public int Write(long offset, ReadOnlySpan<byte> source)
    {
        if (offset < 0 || offset >= WritableLength || !Queue!.IsCurrent(this)) return 0;
        int total = (int)Math.Min(source.Length, WritableLength - offset);
        int done = 0;
        long start = 0;
        for (int i = _readableCount; i < _count && done < total; i++)
        {
            Segment segment = _segments[i];
            long inside = offset + done - start;
            start += segment.Length;
            if (inside >= segment.Length) continue;
            int run = (int)Math.Min(total - done, segment.Length - inside);
            if (!_memory!.TryWrite(segment.Address + (ulong)inside, source.Slice(done, run))) break;
            done += run;
        }

        return done;
    }

    /// <summary>Hands the filled chain out.</summary>
    internal void Begin(VirtQueue queue, GuestMemory memory, int epoch, ulong place)
    {
        Queue = queue;
        _memory = memory;
        Epoch = epoch;
        Place = place;
        IsOutstanding = true;
    }

    /// <summary>Says what the driver calls it.</summary>
    internal void Name(ushort head, int slots)
    {
        Head = head;
        SlotCount = slots;
    }

    internal void Clear()
    {
        _count = 0;
        _readableCount = 0;
        _cursor = 0;
        _cursorStart = 0;
        ReadableLength = 0;
        WritableLength = 0;
    }

    /// <summary>Adds a checked descriptor; false when a readable one follows a writable one.</summary>
    internal bool TryAdd(ulong address, uint length, bool isWritable)
    {
        if (!isWritable && _count > _readableCount) return false;
        if (_count == _segments.Length) Array.Resize(ref _segments, _count * 2);
        _segments[_count++] = new Segment(address, length);
        if (isWritable)
        {
            WritableLength += length;
        }
        else
        {
            ReadableLength += length;
            _readableCount = _count;
        }

        return true;
    }

    /// <summary>Finds the readable segment of a byte, going on from the last one found: payloads are read front to back.</summary>
    private int Seek(long offset, out long start)
    {
        if (offset < _cursorStart)
        {
            _cursor = 0;
            _cursorStart = 0;
        }

        while (offset - _cursorStart >= _segments[_cursor].Length) _cursorStart += _segments[_cursor++].Length;
        start = _cursorStart;
        return _cursor;
    }

    private readonly record struct Segment(ulong Address, uint Length);
}
