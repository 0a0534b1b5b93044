namespace VirglHost.CommandStream.Commands;

/// <summary>SET_MIN_SAMPLES: least number of samples that are shaded separately.</summary>
public readonly record struct SetMinimumSamplesCommand : IVirglCommand<SetMinimumSamplesCommand>
{
    /// <summary>Number of samples.</summary>
    public uint Count { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetMinimumSamples;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetMinimumSamplesCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new SetMinimumSamplesCommand
        {
            Count = body[0],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Count);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("min_samples", Count);
    }
}
