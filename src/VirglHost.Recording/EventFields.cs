using System.Text;

namespace VirglHost.Recording;

/// <summary>Reads the fields of one event in order. A field that is not there is damage: the event was written by this form's rules.</summary>
internal ref struct EventFields
{
    private readonly EventKind _kind;
    private ReadOnlySpan<byte> _rest;

    /// <param name="kind">For the message.</param>
    /// <param name="payload">The event without kind and length.</param>
    public EventFields(EventKind kind, ReadOnlySpan<byte> payload)
    {
        _kind = kind;
        _rest = payload;
    }

    /// <summary>What follows the fields: words of a stream, bytes of memory.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>A number of up to 64 bits.</summary>
    public ulong NextLong()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (_rest.IsEmpty)
                throw Short();
            byte part = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new RecordingException(RecordingFault.Damaged, $"an event of kind {_kind} holds a number without end");
    }

    /// <summary>A number of up to 32 bits.</summary>
    public uint Next()
    {
        ulong value = NextLong();
        return value <= uint.MaxValue ? (uint)value : throw new RecordingException(RecordingFault.Damaged, $"an event of kind {_kind} holds {value} where 32 bits belong");
    }

    /// <summary>A number that may be negative.</summary>
    public int NextSigned()
    {
        ulong value = NextLong();
        long number = unchecked((long)(value >> 1) ^ -(long)(value & 1));
        return number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new RecordingException(RecordingFault.Damaged, $"an event of kind {_kind} holds {number} where 32 bits belong");
    }

    /// <summary>A text.</summary>
    public string NextText()
    {
        uint length = Next();
        if (length > (uint)_rest.Length)
            throw Short();
        string text = Encoding.UTF8.GetString(_rest[..(int)length]);
        _rest = _rest[(int)length..];
        return text;
    }

    private readonly RecordingException Short() => new(RecordingFault.Damaged, $"an event of kind {_kind} is too short");
}
