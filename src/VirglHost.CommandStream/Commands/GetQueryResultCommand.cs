namespace VirglHost.CommandStream.Commands;

/// <summary>GET_QUERY_RESULT: asks for the result in the query's result resource.</summary>
public readonly record struct GetQueryResultCommand : IVirglCommand<GetQueryResultCommand>
{
    /// <summary>Query object.</summary>
    public uint Handle { get; init; }

    /// <summary>Whether the guest wants the result at once.</summary>
    public bool Wait { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.GetQueryResult;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out GetQueryResultCommand command)
    {
        if (body.Length != 2)
        {
            command = default;
            return false;
        }

        command = new GetQueryResultCommand
        {
            Handle = body[0],
            Wait = body[1] != 0,
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(Wait);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, VirglObjectType.Query);
        visitor.Flag("wait", Wait);
    }
}
