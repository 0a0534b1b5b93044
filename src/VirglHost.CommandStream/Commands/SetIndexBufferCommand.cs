namespace VirglHost.CommandStream.Commands;

/// <summary>SET_INDEX_BUFFER: one word unbinds (or names a buffer that is 0); three words bind.</summary>
public readonly record struct SetIndexBufferCommand : IVirglCommand<SetIndexBufferCommand>
{
    /// <summary>Buffer resource; 0 unbinds.</summary>
    public uint Handle { get; init; }

    /// <summary>Bytes per index as sent: 1, 2, or anything else for 4; 0 when unbinding.</summary>
    public uint IndexSize { get; init; }

    /// <summary>Byte offset of the first index.</summary>
    public uint Offset { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetIndexBuffer;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetIndexBufferCommand command)
    {
        command = default;
        if (body.Length == 1)
            return true;
        if (body.Length != 3)
            return false;
        command = new SetIndexBufferCommand { Handle = body[0], IndexSize = body[1], Offset = body[2] };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        if (Handle == 0 && IndexSize == 0 && Offset == 0)
            return;
        writer.Put(IndexSize);
        writer.Put(Offset);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Resource("handle", Handle);
        visitor.Number("index_size", IndexSize);
        visitor.Number("offset", Offset);
    }
}
