namespace VirglHost.Rendering.Resources;

/// <summary>Bytes that a transfer reads: a backing store, or the words of a command.</summary>
internal readonly ref struct GuestBytes
{
    private readonly IBackingStore? _store;
    private readonly ReadOnlySpan<byte> _memory;

    /// <summary>The guest's pages.</summary>
    public GuestBytes(IBackingStore store) => _store = store;

    /// <summary>Bytes that already lie in private memory.</summary>
    public GuestBytes(ReadOnlySpan<byte> memory) => _memory = memory;

    /// <summary>Byte count.</summary>
    public long LengthInBytes => _store?.LengthInBytes ?? _memory.Length;

    /// <summary>The bytes in one piece, where they lie in one piece. The range was checked to lie inside.</summary>
    public bool TryGetSpan(long offset, long length, out ReadOnlySpan<byte> span)
    {
        span = default;
        if (length > int.MaxValue)
            return false;
        if (_store is null)
        {
            span = _memory.Slice((int)offset, (int)length);
            return true;
        }

        bool isWhole = _store.TryGetSpan(offset, (int)length, out Span<byte> bytes);
        span = bytes;
        return isWhole;
    }

    /// <summary>Copies out. The range was checked to lie inside.</summary>
    public void Read(long offset, Span<byte> destination)
    {
        if (_store is null)
            _memory.Slice((int)offset, destination.Length).CopyTo(destination);
        else
            _store.Read(offset, destination);
    }
}
