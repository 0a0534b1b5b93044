namespace VirglHost.CommandStream.Commands;

/// <summary>NOP: any number of words, all ignored.</summary>
public readonly record struct NopCommand : IVirglCommand<NopCommand>
{
    /// <summary>Words of padding.</summary>
    public int PaddingInWords { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.Nop;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out NopCommand command)
    {
        command = new NopCommand { PaddingInWords = body.Length };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        for (int i = 0; i < PaddingInWords; i++)
            writer.Put(0u);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Signed("padding_words", PaddingInWords);
    }
}
