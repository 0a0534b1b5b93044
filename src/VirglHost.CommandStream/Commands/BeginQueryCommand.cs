namespace VirglHost.CommandStream.Commands;

/// <summary>BEGIN_QUERY.</summary>
public readonly record struct BeginQueryCommand : IVirglCommand<BeginQueryCommand>
{
    /// <summary>Query object.</summary>
    public uint Handle { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.BeginQuery;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out BeginQueryCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new BeginQueryCommand
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
