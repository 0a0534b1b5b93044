namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT STREAMOUT_TARGET: range of a buffer that captures vertices.</summary>
public readonly record struct StreamOutTargetObject : IVirglObject<StreamOutTargetObject>
{
    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>Buffer resource.</summary>
    public uint ResourceHandle { get; init; }

    /// <summary>Byte offset.</summary>
    public uint Offset { get; init; }

    /// <summary>Size in bytes.</summary>
    public uint Size { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.StreamOutTarget;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out StreamOutTargetObject decoded)
    {
        if (body.Length != 4)
        {
            decoded = default;
            return false;
        }

        decoded = new StreamOutTargetObject
        {
            Handle = body[0],
            ResourceHandle = body[1],
            Offset = body[2],
            Size = body[3],
        };
        return decoded.Handle != 0;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(ResourceHandle);
        writer.Put(Offset);
        writer.Put(Size);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        visitor.Resource("res_handle", ResourceHandle);
        visitor.Number("offset", Offset);
        visitor.Number("size", Size);
    }
}
