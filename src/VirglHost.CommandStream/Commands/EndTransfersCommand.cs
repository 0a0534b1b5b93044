namespace VirglHost.CommandStream.Commands;

/// <summary>END_TRANSFERS: padding after encoded transfers, all ignored.</summary>
public readonly record struct EndTransfersCommand : IVirglCommand<EndTransfersCommand>
{
    /// <summary>Words of padding.</summary>
    public int PaddingInWords { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.EndTransfers;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out EndTransfersCommand command)
    {
        command = new EndTransfersCommand { PaddingInWords = body.Length };
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
