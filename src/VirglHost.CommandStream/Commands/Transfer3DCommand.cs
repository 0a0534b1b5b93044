using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>TRANSFER3D: moves a box between a resource and its own backing store.</summary>
public readonly record struct Transfer3DCommand : IVirglCommand<Transfer3DCommand>
{
    /// <summary>Resource.</summary>
    public uint Handle { get; init; }

    /// <summary>Level.</summary>
    public uint Level { get; init; }

    /// <summary>Ignored.</summary>
    public uint Usage { get; init; }

    /// <summary>Bytes between rows in the backing store; 0 means natural.</summary>
    public uint Stride { get; init; }

    /// <summary>Bytes between layers in the backing store; 0 means natural.</summary>
    public uint LayerStride { get; init; }

    /// <summary>Box: x, y, z, width, height, depth in texels of the level (bytes for buffers).</summary>
    public Box Box { get; init; }

    /// <summary>Byte offset of the box in the backing store.</summary>
    public uint Offset { get; init; }

    /// <summary>Direction; checked.</summary>
    public TransferDirection Direction { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.Transfer3D;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out Transfer3DCommand command)
    {
        if (body.Length < 13)
        {
            command = default;
            return false;
        }

        command = new Transfer3DCommand
        {
            Handle = body[0],
            Level = body[1],
            Usage = body[2],
            Stride = body[3],
            LayerStride = body[4],
            Box = Words.Box(body, 5),
            Offset = body[11],
            Direction = (TransferDirection)body[12],
        };
        return command.Direction is TransferDirection.ToHost or TransferDirection.FromHost;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(Level);
        writer.Put(Usage);
        writer.Put(Stride);
        writer.Put(LayerStride);
        writer.Put(Box);
        writer.Put(Offset);
        writer.Put((uint)Direction);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Resource("handle", Handle);
        visitor.Number("level", Level);
        visitor.Number("usage", Usage);
        visitor.Number("stride", Stride);
        visitor.Number("layer_stride", LayerStride);
        visitor.Box("box", Box);
        visitor.Number("offset", Offset);
        visitor.Choice("direction", Direction);
    }
}
