namespace VirglHost.CommandStream.Commands;

/// <summary>SET_FRAMEBUFFER_STATE_NO_ATTACH: size of a framebuffer without attachments.</summary>
public readonly record struct SetFramebufferNoAttachmentsCommand : IVirglCommand<SetFramebufferNoAttachmentsCommand>
{
    private static readonly BitField WidthBits = new(0, 16);
    private static readonly BitField HeightBits = new(16, 16);
    private static readonly BitField LayersBits = new(0, 16);
    private static readonly BitField SamplesBits = new(16, 8);

    /// <summary>Width in pixels.</summary>
    public uint Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public uint Height { get; init; }

    /// <summary>Layer count.</summary>
    public uint Layers { get; init; }

    /// <summary>Sample count.</summary>
    public uint Samples { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetFramebufferNoAttachments;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetFramebufferNoAttachmentsCommand command)
    {
        if (body.Length != 2)
        {
            command = default;
            return false;
        }

        command = new SetFramebufferNoAttachmentsCommand
        {
            Width = WidthBits.Read(body[0]),
            Height = HeightBits.Read(body[0]),
            Layers = LayersBits.Read(body[1]),
            Samples = SamplesBits.Read(body[1]),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(WidthBits.Write(Width) | HeightBits.Write(Height));
        writer.Put(LayersBits.Write(Layers) | SamplesBits.Write(Samples));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("width", Width);
        visitor.Number("height", Height);
        visitor.Number("layers", Layers);
        visitor.Number("samples", Samples);
    }
}
