namespace VirglHost.CommandStream.Commands;

/// <summary>CREATE_SUB_CTX: makes a sub-context and makes it current.</summary>
public readonly record struct CreateSubContextCommand : IVirglCommand<CreateSubContextCommand>
{
    /// <summary>Sub-context id.</summary>
    public uint Id { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.CreateSubContext;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out CreateSubContextCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new CreateSubContextCommand
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
