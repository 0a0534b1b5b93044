namespace VirglHost.CommandStream.Commands;

/// <summary>SET_TWEAKS: a work-around knob.</summary>
public readonly record struct SetTweaksCommand : IVirglCommand<SetTweaksCommand>
{
    /// <summary>Which knob.</summary>
    public uint Id { get; init; }

    /// <summary>Its value.</summary>
    public uint Value { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetTweaks;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetTweaksCommand command)
    {
        if (body.Length < 2)
        {
            command = default;
            return false;
        }

        command = new SetTweaksCommand
        {
            Id = body[0],
            Value = body[1],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Id);
        writer.Put(Value);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("id", Id);
        visitor.Number("value", Value);
    }
}
