namespace VirglHost.CommandStream.Commands;

/// <summary>SET_SUB_CTX: makes a sub-context current.</summary>
public readonly record struct SetSubContextCommand : IVirglCommand<SetSubContextCommand>
{
    /// <summary>Sub-context id.</summary>
    public uint Id { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetSubContext;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetSubContextCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new SetSubContextCommand
        {
            Id = body[0],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Id);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("id", Id);
    }
}
