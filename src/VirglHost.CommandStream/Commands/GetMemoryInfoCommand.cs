namespace VirglHost.CommandStream.Commands;

/// <summary>GET_MEMORY_INFO: six words about host memory into a backing store.</summary>
public readonly record struct GetMemoryInfoCommand : IVirglCommand<GetMemoryInfoCommand>
{
    /// <summary>Resource whose backing store is written.</summary>
    public uint Handle { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.GetMemoryInfo;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out GetMemoryInfoCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new GetMemoryInfoCommand
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
        visitor.Resource("handle", Handle);
    }
}
