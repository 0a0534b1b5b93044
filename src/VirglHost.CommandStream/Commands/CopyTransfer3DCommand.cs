using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>COPY_TRANSFER3D: moves a box between a resource and the backing store of another.</summary>
public readonly record struct CopyTransfer3DCommand : IVirglCommand<CopyTransfer3DCommand>
{
    /// <summary>Resource written, or read when the flags say so.</summary>
    public uint Handle { get; init; }

    /// <summary>Level.</summary>
    public uint Level { get; init; }

    /// <summary>Ignored.</summary>
    public uint Usage { get; init; }

    /// <summary>Bytes between rows in the staging store; 0 means natural.</summary>
    public uint Stride { get; init; }

    /// <summary>Bytes between layers in the staging store; 0 means natural.</summary>
    public uint LayerStride { get; init; }

    /// <summary>Box: x, y, z, width, height, depth in texels of the level (bytes for buffers).</summary>
    public Box Box { get; init; }

    /// <summary>Resource whose backing store holds the texels.</summary>
    public uint StagingHandle { get; init; }

    /// <summary>Byte offset in that backing store.</summary>
    public uint StagingOffset { get; init; }

    /// <summary>Direction and synchronisation.</summary>
    public CopyTransferFlags Flags { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.CopyTransfer3D;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out CopyTransfer3DCommand command)
    {
        if (body.Length != 14)
        {
            command = default;
            return false;
        }

        command = new CopyTransfer3DCommand
        {
            Handle = body[0],
            Level = body[1],
            Usage = body[2],
            Stride = body[3],
            LayerStride = body[4],
            Box = Words.Box(body, 5),
            StagingHandle = body[11],
            StagingOffset = body[12],
            Flags = (CopyTransferFlags)body[13],
        };
        return true;
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
        writer.Put(StagingHandle);
        writer.Put(StagingOffset);
        writer.Put((uint)Flags);
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
        visitor.Resource("staging_handle", StagingHandle);
        visitor.Number("staging_offset", StagingOffset);
        visitor.Choice("flags", Flags);
    }
}
