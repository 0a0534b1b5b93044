using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>GET_QUERY_RESULT_QBO: writes a result into a buffer resource.</summary>
public readonly record struct GetQueryResultToBufferCommand : IVirglCommand<GetQueryResultToBufferCommand>
{
    /// <summary>Query object.</summary>
    public uint Handle { get; init; }

    /// <summary>Buffer resource written.</summary>
    public uint BufferHandle { get; init; }

    /// <summary>Whether to write only when the result is there.</summary>
    public bool Wait { get; init; }

    /// <summary>Width and sign written; not range-checked.</summary>
    public QueryValueType ValueType { get; init; }

    /// <summary>Byte offset in the buffer.</summary>
    public uint Offset { get; init; }

    /// <summary>Result index; -1 asks for availability.</summary>
    public int Index { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.GetQueryResultToBuffer;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out GetQueryResultToBufferCommand command)
    {
        if (body.Length != 6)
        {
            command = default;
            return false;
        }

        command = new GetQueryResultToBufferCommand
        {
            Handle = body[0],
            BufferHandle = body[1],
            Wait = body[2] != 0,
            ValueType = (QueryValueType)body[3],
            Offset = body[4],
            Index = Words.Int(body[5]),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(BufferHandle);
        writer.Put(Wait);
        writer.Put((uint)ValueType);
        writer.Put(Offset);
        writer.Put(Index);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, VirglObjectType.Query);
        visitor.Resource("qbo_handle", BufferHandle);
        visitor.Flag("wait", Wait);
        visitor.Choice("result_type", ValueType);
        visitor.Number("offset", Offset);
        visitor.Signed("index", Index);
    }
}
