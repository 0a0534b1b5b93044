namespace VirglHost.CommandStream.Commands;

/// <summary>BIND_OBJECT: makes an object current; the type is in the header.</summary>
public readonly record struct BindObjectCommand : IVirglCommand<BindObjectCommand>
{
    /// <summary>Object handle; 0 unbinds.</summary>
    public uint Handle { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.BindObject;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out BindObjectCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new BindObjectCommand
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
        visitor.Object("handle", Handle, VirglObjectType.None);
    }
}
