namespace VirglHost.CommandStream.Commands;

/// <summary>END_QUERY.</summary>
public readonly record struct EndQueryCommand : IVirglCommand<EndQueryCommand>
{
    /// <summary>Query object.</summary>
    public uint Handle { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.EndQuery;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out EndQueryCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new EndQueryCommand
        {
            Handle = body[0],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, VirglObjectType.Query);
    }
}
