using VirglHost.Rendering;

namespace VirglHost.Vtest;

/// <summary>
/// Pixels on their way through the socket (protocol 0), standing in for a resource's memory during one transfer. It is as long as the client says but
/// holds only what has been written; the rest reads as zero.
/// </summary>
internal sealed class ScratchStore : IBackingStore
{
    /// <summary>More than this is given back after a transfer.</summary>
    private const int KeptLength = 1 << 24;

    private byte[] _bytes = [];
    private int _length;
    private int _filled;

    /// <inheritdoc/>
    public long LengthInBytes => _length;

    /// <summary>What has been written so far, from offset 0; at most <see cref="LengthInBytes"/>.</summary>
    public ReadOnlySpan<byte> Filled => _bytes.AsSpan(0, _filled);

    /// <summary>Takes the next <paramref name="length"/> bytes of the client as content.</summary>
    public void Fill(VtestConnection connection, int length)
    {
        connection.ReadGrowing(ref _bytes, length);
        _length = length;
        _filled = length;
    }

    /// <summary>Starts empty, with room for <paramref name="length"/> bytes.</summary>
    public void Clear(int length)
    {
        if (_bytes.Length > KeptLength)
            _bytes = [];
        _length = length;
        _filled = 0;
    }

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> destination)
    {
        Require(offset, destination.Length);
        int known = (int)Math.Clamp(_filled - offset, 0, destination.Length);
        _bytes.AsSpan((int)offset, known).CopyTo(destination);
        destination[known..].Clear();
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> source)
    {
        Require(offset, source.Length);
        Grow((int)offset + source.Length);
        source.CopyTo(_bytes.AsSpan((int)offset));
    }

    /// <inheritdoc/>
    public bool TryGetSpan(long offset, int length, out Span<byte> span)
    {
        span = default;
        if (offset < 0 || length < 0 || offset > _length - length)
            return false;
        Grow((int)offset + length);
        span = _bytes.AsSpan((int)offset, length);
        return true;
    }

    private void Require(long offset, int length)
    {
        if (offset < 0 || offset > _length - length)
            throw new ArgumentOutOfRangeException(nameof(offset));
    }

    private void Grow(int needed)
    {
        if (needed <= _filled)
            return;
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(_length, Math.Max(needed, 2L * _bytes.Length)));
        _bytes.AsSpan(_filled, needed - _filled).Clear();
        _filled = needed;
    }
}
