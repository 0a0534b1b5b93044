namespace VirglHost.CommandStream.Objects;

/// <summary>One captured output of a shader, as the two packed words of the wire.</summary>
/// <param name="Word">The packed first word.</param>
/// <param name="StreamWord">The second word: vertex stream in bits 0-1.</param>
public readonly record struct StreamOutput(uint Word, uint StreamWord)
{
    private static readonly BitField RegisterBits = new(0, 8);
    private static readonly BitField StartComponentBits = new(8, 2);
    private static readonly BitField ComponentCountBits = new(10, 3);
    private static readonly BitField BufferBits = new(13, 3);
    private static readonly BitField OffsetBits = new(16, 16);

    /// <summary>OUT register captured.</summary>
    public uint Register { get => RegisterBits.Read(Word); init => Word = Replace(RegisterBits, value); }

    /// <summary>First component captured.</summary>
    public uint StartComponent { get => StartComponentBits.Read(Word); init => Word = Replace(StartComponentBits, value); }

    /// <summary>Components captured; checked so that start + count is at most 4.</summary>
    public uint ComponentCount { get => ComponentCountBits.Read(Word); init => Word = Replace(ComponentCountBits, value); }

    /// <summary>Capture buffer; checked to be below 4.</summary>
    public uint Buffer { get => BufferBits.Read(Word); init => Word = Replace(BufferBits, value); }

    /// <summary>Offset in the captured vertex, in words.</summary>
    public uint OffsetInWords { get => OffsetBits.Read(Word); init => Word = Replace(OffsetBits, value); }

    /// <summary>Vertex stream, 0..3.</summary>
    public uint Stream { get => StreamWord & 3; init => StreamWord = value & 3; }

    internal bool IsValid => StartComponent + ComponentCount <= 4 && Buffer < StreamLimits.StreamOutBuffers;

    private uint Replace(BitField field, uint value) => (Word & ~field.Write(uint.MaxValue)) | field.Write(value);

    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("register", Register);
        visitor.Number("start_component", StartComponent);
        visitor.Number("component_count", ComponentCount);
        visitor.Number("buffer", Buffer);
        visitor.Number("offset_in_words", OffsetInWords);
        visitor.Number("stream", Stream);
    }
}
