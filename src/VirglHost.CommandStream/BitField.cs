namespace VirglHost.CommandStream;

/// <summary>A run of bits inside a word, used by decoder and encoder alike.</summary>
internal readonly struct BitField
{
    private readonly int _shift;
    private readonly uint _mask;

    /// <summary>Names the bits <paramref name="shift"/> to <paramref name="shift"/> + <paramref name="width"/> - 1.</summary>
    internal BitField(int shift, int width)
    {
        _shift = shift;
        _mask = width == 32 ? uint.MaxValue : (1u << width) - 1;
    }

    /// <summary>The bits of a word, moved down to bit 0.</summary>
    internal uint Read(uint word) => (word >> _shift) & _mask;

    /// <summary>A word that is zero but for these bits; bits of the value that do not fit are dropped.</summary>
    internal uint Write(uint value) => (value & _mask) << _shift;

    /// <summary>A word that is zero but for a one in the lowest of these bits when <paramref name="value"/> is true.</summary>
    internal uint Write(bool value) => value ? 1u << _shift : 0u;
}
