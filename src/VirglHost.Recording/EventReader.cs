namespace VirglHost.Recording;

/// <summary>The events of a recording, one after the other. Says what is wrong with a file that does not hold what it should.</summary>
internal sealed class EventReader(Stream file) : IDisposable
{
    // A century and a half: what sums up to more is no recording's time.
    private const ulong MaxMicroseconds = 1UL << 52;

    private readonly BlockReader _blocks = new(file);
    private byte[] _payload = new byte[1 << 16];
    private long _microseconds;
    private bool _isOver;

    /// <summary>Events read so far.</summary>
    public long EventCount { get; private set; }

    /// <summary>Bytes of the file read so far.</summary>
    public long Position => _blocks.Position;

    /// <summary>The next event.</summary>
    /// <returns>False after the last one of a whole recording.</returns>
    /// <exception cref="RecordingException">Truncated or damaged.</exception>
    public bool TryRead(out RecordedEvent next)
    {
        next = default;
        if (_isOver)
            return false;
        Span<byte> kind = stackalloc byte[1];
        if (!_blocks.TryRead(kind))
            throw new RecordingException(RecordingFault.Truncated, $"it ends after {EventCount} events without saying so: the recording program was killed, or the file was cut");
        _microseconds = Math.Min(_microseconds + (long)Math.Min(ReadNumber(), MaxMicroseconds), (long)MaxMicroseconds);
        ulong length = ReadNumber();
        if (length > RecordingFormat.MaxEventSizeInBytes)
            throw new RecordingException(RecordingFault.Damaged, $"event {EventCount} claims {length} bytes");
        Span<byte> payload = Grow((int)length);
        if (!payload.IsEmpty && !_blocks.TryRead(payload))
            throw CutShort();
        next = new RecordedEvent((EventKind)kind[0], TimeSpan.FromMicroseconds(_microseconds), payload);
        if (next.Kind == EventKind.End)
        {
            ulong count = new EventFields(next.Kind, payload).NextLong();
            if (count != (ulong)EventCount)
                throw new RecordingException(RecordingFault.Damaged, $"it holds {EventCount} events and says that it has {count}");
            _isOver = true;
        }

        EventCount++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _blocks.Dispose();

    private ulong ReadNumber()
    {
        ulong value = 0;
        Span<byte> part = stackalloc byte[1];
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (!_blocks.TryRead(part))
                throw CutShort();
            value |= (ulong)(part[0] & 0x7F) << shift;
            if (part[0] < 0x80)
                return value;
        }

        throw new RecordingException(RecordingFault.Damaged, $"event {EventCount} holds a number without end");
    }

    private Span<byte> Grow(int length)
    {
        if (_payload.Length < length)
            _payload = new byte[Math.Max(length, 2 * _payload.Length)];
        return _payload.AsSpan(0, length);
    }

    private RecordingException CutShort() => new(RecordingFault.Truncated, $"it ends in the middle of event {EventCount}");
}
