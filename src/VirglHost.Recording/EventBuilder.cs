using System.Text;

namespace VirglHost.Recording;

/// <summary>The fields of one event as bytes: whole numbers of seven bits a byte, lowest first; texts with their length in front.</summary>
internal ref struct EventBuilder
{
    /// <summary>Room that no event's fields exceed, long content apart.</summary>
    public const int SizeInBytes = 512;

    /// <summary>Room for kind, time and length.</summary>
    public const int HeaderSizeInBytes = 32;

    /// <summary>Longest text that is kept, in bytes of UTF-8.</summary>
    public const int MaxTextInBytes = 100;

    private readonly Span<byte> _buffer;
    private int _length;

    /// <param name="buffer"><see cref="SizeInBytes"/> bytes.</param>
    public EventBuilder(Span<byte> buffer) => _buffer = buffer;

    /// <summary>The fields so far.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _buffer[.._length];

    /// <summary>Appends a number.</summary>
    public void Add(ulong value)
    {
        while (value >= 0x80)
        {
            _buffer[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _buffer[_length++] = (byte)value;
    }

    /// <summary>Appends a number that may be negative: small ones stay small.</summary>
    public void AddSigned(long value) => Add(unchecked((ulong)((value << 1) ^ (value >> 63))));

    /// <summary>Appends a text, as much of it as is kept.</summary>
    public void Add(string text)
    {
        Span<byte> bytes = stackalloc byte[MaxTextInBytes];
        Encoding.UTF8.TryGetBytes(text.AsSpan(0, Math.Min(text.Length, MaxTextInBytes / 3)), bytes, out int written);
        Add((ulong)written);
        bytes[..written].CopyTo(_buffer[_length..]);
        _length += written;
    }
}
