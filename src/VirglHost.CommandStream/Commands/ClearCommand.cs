using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>CLEAR: clears the whole framebuffer; ignores scissor, write masks and rasterizer discard.</summary>
public readonly record struct ClearCommand : IVirglCommand<ClearCommand>
{
    /// <summary>Buffers to clear.</summary>
    public ClearBuffers Buffers { get; init; }

    /// <summary>Raw colour, read as the format of each attachment wants.</summary>
    public RawColor Color { get; init; }

    /// <summary>Depth value.</summary>
    public double Depth { get; init; }

    /// <summary>Stencil value.</summary>
    public uint Stencil { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.Clear;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out ClearCommand command)
    {
        if (body.Length != 8)
        {
            command = default;
            return false;
        }

        command = new ClearCommand
        {
            Buffers = (ClearBuffers)body[0],
            Color = Words.Color(body, 1),
            Depth = Words.Double(body, 5),
            Stencil = body[7],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put((uint)Buffers);
        writer.Put(Color);
        writer.Put(Depth);
        writer.Put(Stencil);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("buffers", Buffers);
        visitor.Color("color", Color);
        visitor.Real("depth", Depth);
        visitor.Number("stencil", Stencil);
    }
}
