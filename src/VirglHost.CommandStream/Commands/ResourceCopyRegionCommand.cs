namespace VirglHost.CommandStream.Commands;

/// <summary>RESOURCE_COPY_REGION: bit-exact copy of a box.</summary>
public readonly record struct ResourceCopyRegionCommand : IVirglCommand<ResourceCopyRegionCommand>
{
    /// <summary>Resource written.</summary>
    public uint DestinationHandle { get; init; }

    /// <summary>Level written.</summary>
    public uint DestinationLevel { get; init; }

    /// <summary>Left edge written.</summary>
    public int DestinationX { get; init; }

    /// <summary>First row written.</summary>
    public int DestinationY { get; init; }

    /// <summary>First layer or slice written.</summary>
    public int DestinationZ { get; init; }

    /// <summary>Resource read.</summary>
    public uint SourceHandle { get; init; }

    /// <summary>Level read.</summary>
    public uint SourceLevel { get; init; }

    /// <summary>Box: x, y, z, width, height, depth in texels of the level (bytes for buffers).</summary>
    public Box SourceBox { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.ResourceCopyRegion;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out ResourceCopyRegionCommand command)
    {
        if (body.Length != 13)
        {
            command = default;
            return false;
        }

        command = new ResourceCopyRegionCommand
        {
            DestinationHandle = body[0],
            DestinationLevel = body[1],
            DestinationX = Words.Int(body[2]),
            DestinationY = Words.Int(body[3]),
            DestinationZ = Words.Int(body[4]),
            SourceHandle = body[5],
            SourceLevel = body[6],
            SourceBox = Words.Box(body, 7),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(DestinationHandle);
        writer.Put(DestinationLevel);
        writer.Put(DestinationX);
        writer.Put(DestinationY);
        writer.Put(DestinationZ);
        writer.Put(SourceHandle);
        writer.Put(SourceLevel);
        writer.Put(SourceBox);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Resource("dst_handle", DestinationHandle);
        visitor.Number("dst_level", DestinationLevel);
        visitor.Signed("dst_x", DestinationX);
        visitor.Signed("dst_y", DestinationY);
        visitor.Signed("dst_z", DestinationZ);
        visitor.Resource("src_handle", SourceHandle);
        visitor.Number("src_level", SourceLevel);
        visitor.Box("src_box", SourceBox);
    }
}
