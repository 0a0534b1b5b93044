namespace VirglHost.CommandStream.Commands;

/// <summary>SET_SAMPLE_MASK.</summary>
public readonly record struct SetSampleMaskCommand : IVirglCommand<SetSampleMaskCommand>
{
    /// <summary>One bit per sample.</summary>
    public uint Mask { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetSampleMask;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetSampleMaskCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new SetSampleMaskCommand
        {
            Mask = body[0],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Mask);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Mask("sample_mask", Mask);
    }
}
