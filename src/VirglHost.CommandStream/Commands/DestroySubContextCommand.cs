namespace VirglHost.CommandStream.Commands;

/// <summary>DESTROY_SUB_CTX.</summary>
public readonly record struct DestroySubContextCommand : IVirglCommand<DestroySubContextCommand>
{
    /// <summary>Sub-context id.</summary>
    public uint Id { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.DestroySubContext;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out DestroySubContextCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new DestroySubContextCommand
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
