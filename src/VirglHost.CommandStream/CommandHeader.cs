namespace VirglHost.CommandStream;

/// <summary>The word that starts every command: number, object type, length.</summary>
/// <param name="Word">The raw word.</param>
public readonly record struct CommandHeader(uint Word)
{
    // Plain shifts: this is read three times for each command of a stream.
    private const int ObjectTypeShift = 8;
    private const int LengthShift = 16;

    /// <summary>Longest body in words that a header can count.</summary>
    public const int MaximumLengthInWords = 0xFFFF;

    /// <summary>Packs a header.</summary>
    /// <param name="opcode">Command number.</param>
    /// <param name="objectType">Object type, or <see cref="VirglObjectType.None"/>.</param>
    /// <param name="lengthInWords">Words after the header, 0..65535.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length does not fit.</exception>
    public CommandHeader(VirglOpcode opcode, VirglObjectType objectType, int lengthInWords)
        : this(Pack(opcode, objectType, lengthInWords))
    {
    }

    /// <summary>Command number; may be outside the enumeration.</summary>
    public VirglOpcode Opcode => (VirglOpcode)(Word & 0xFF);

    /// <summary>Object type of CREATE, BIND and DESTROY_OBJECT; may be outside the enumeration.</summary>
    public VirglObjectType ObjectType => (VirglObjectType)((Word >> ObjectTypeShift) & 0xFF);

    /// <summary>Words after the header.</summary>
    public int LengthInWords => (int)(Word >> LengthShift);

    private static uint Pack(VirglOpcode opcode, VirglObjectType objectType, int lengthInWords)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lengthInWords);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lengthInWords, MaximumLengthInWords);
        return ((uint)opcode & 0xFF) | (((uint)objectType & 0xFF) << ObjectTypeShift) | ((uint)lengthInWords << LengthShift);
    }
}
