using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>PIPE_RESOURCE_CREATE: makes host storage that a later blob creation takes by its id.</summary>
public readonly record struct CreatePipeResourceCommand : IVirglCommand<CreatePipeResourceCommand>
{
    /// <summary>Shape; not range-checked.</summary>
    public PipeTarget Target { get; init; }

    /// <summary>Format; not range-checked.</summary>
    public VirglFormat Format { get; init; }

    /// <summary>Uses.</summary>
    public BindFlags Bind { get; init; }

    /// <summary>Width in texels or bytes.</summary>
    public uint Width { get; init; }

    /// <summary>Height in texels.</summary>
    public uint Height { get; init; }

    /// <summary>Depth in texels.</summary>
    public uint Depth { get; init; }

    /// <summary>Layers.</summary>
    public uint ArraySize { get; init; }

    /// <summary>Highest level.</summary>
    public uint LastLevel { get; init; }

    /// <summary>Samples per texel; 0 and 1 are single.</summary>
    public uint Samples { get; init; }

    /// <summary>Creation flags.</summary>
    public ResourceFlags Flags { get; init; }

    /// <summary>Id the blob creation names.</summary>
    public uint BlobId { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.CreatePipeResource;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out CreatePipeResourceCommand command)
    {
        if (body.Length != 11)
        {
            command = default;
            return false;
        }

        command = new CreatePipeResourceCommand
        {
            Target = (PipeTarget)body[0],
            Format = (VirglFormat)body[1],
            Bind = (BindFlags)body[2],
            Width = body[3],
            Height = body[4],
            Depth = body[5],
            ArraySize = body[6],
            LastLevel = body[7],
            Samples = body[8],
            Flags = (ResourceFlags)body[9],
            BlobId = body[10],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put((uint)Target);
        writer.Put((uint)Format);
        writer.Put((uint)Bind);
        writer.Put(Width);
        writer.Put(Height);
        writer.Put(Depth);
        writer.Put(ArraySize);
        writer.Put(LastLevel);
        writer.Put(Samples);
        writer.Put((uint)Flags);
        writer.Put(BlobId);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("target", Target);
        visitor.Choice("format", Format);
        visitor.Choice("bind", Bind);
        visitor.Number("width", Width);
        visitor.Number("height", Height);
        visitor.Number("depth", Depth);
        visitor.Number("array_size", ArraySize);
        visitor.Number("last_level", LastLevel);
        visitor.Number("samples", Samples);
        visitor.Choice("flags", Flags);
        visitor.Number("blob_id", BlobId);
    }
}
