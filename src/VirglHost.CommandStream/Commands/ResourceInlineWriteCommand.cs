using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Commands;

/// <summary>RESOURCE_INLINE_WRITE: pixels in the stream into a box of a resource.</summary>
public readonly ref struct ResourceInlineWriteCommand : IVirglCommand<ResourceInlineWriteCommand>
{
    /// <summary>Resource.</summary>
    public uint Handle { get; init; }

    /// <summary>Level.</summary>
    public uint Level { get; init; }

    /// <summary>Ignored.</summary>
    public uint Usage { get; init; }

    /// <summary>Bytes between rows of the data; 0 means natural.</summary>
    public uint Stride { get; init; }

    /// <summary>Bytes between layers of the data; 0 means natural.</summary>
    public uint LayerStride { get; init; }

    /// <summary>Box: x, y, z, width, height, depth in texels of the level (bytes for buffers).</summary>
    public Box Box { get; init; }

    /// <summary>Texels; padded to whole words.</summary>
    public ReadOnlySpan<byte> Content { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.ResourceInlineWrite;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out ResourceInlineWriteCommand command)
    {
        if (body.Length < 12)
        {
            command = default;
            return false;
        }

        command = new ResourceInlineWriteCommand
        {
            Handle = body[0],
            Level = body[1],
            Usage = body[2],
            Stride = body[3],
            LayerStride = body[4],
            Box = Words.Box(body, 5),
            Content = MemoryMarshal.AsBytes(body[11..]),
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
        writer.PutBytes(Content);
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
        visitor.Bytes("content", Content);
    }
}
