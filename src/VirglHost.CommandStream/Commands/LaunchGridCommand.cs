namespace VirglHost.CommandStream.Commands;

/// <summary>LAUNCH_GRID: runs the bound compute shader.</summary>
public readonly record struct LaunchGridCommand : IVirglCommand<LaunchGridCommand>
{
    /// <summary>Ignored: the shader declares its block.</summary>
    public uint BlockX { get; init; }

    /// <summary>Ignored.</summary>
    public uint BlockY { get; init; }

    /// <summary>Ignored.</summary>
    public uint BlockZ { get; init; }

    /// <summary>Work groups in x.</summary>
    public uint GridX { get; init; }

    /// <summary>Work groups in y.</summary>
    public uint GridY { get; init; }

    /// <summary>Work groups in z.</summary>
    public uint GridZ { get; init; }

    /// <summary>Buffer holding the grid; 0 for none.</summary>
    public uint IndirectHandle { get; init; }

    /// <summary>Byte offset in that buffer.</summary>
    public uint IndirectOffset { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.LaunchGrid;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out LaunchGridCommand command)
    {
        if (body.Length != 8)
        {
            command = default;
            return false;
        }

        command = new LaunchGridCommand
        {
            BlockX = body[0],
            BlockY = body[1],
            BlockZ = body[2],
            GridX = body[3],
            GridY = body[4],
            GridZ = body[5],
            IndirectHandle = body[6],
            IndirectOffset = body[7],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(BlockX);
        writer.Put(BlockY);
        writer.Put(BlockZ);
        writer.Put(GridX);
        writer.Put(GridY);
        writer.Put(GridZ);
        writer.Put(IndirectHandle);
        writer.Put(IndirectOffset);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("block_x", BlockX);
        visitor.Number("block_y", BlockY);
        visitor.Number("block_z", BlockZ);
        visitor.Number("grid_x", GridX);
        visitor.Number("grid_y", GridY);
        visitor.Number("grid_z", GridZ);
        visitor.Resource("indirect_handle", IndirectHandle);
        visitor.Number("indirect_offset", IndirectOffset);
    }
}
