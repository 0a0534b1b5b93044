namespace VirglHost.CommandStream.Commands;

/// <summary>DESTROY_OBJECT: forgets an object; the type is in the header.</summary>
public readonly record struct DestroyObjectCommand : IVirglCommand<DestroyObjectCommand>
{
    /// <summary>Object handle.</summary>
    public uint Handle { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.DestroyObject;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out DestroyObjectCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new DestroyObjectCommand
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
