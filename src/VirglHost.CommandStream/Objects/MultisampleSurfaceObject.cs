namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT MSAA_SURFACE: a render target with implicit resolve.</summary>
public readonly record struct MultisampleSurfaceObject : IVirglObject<MultisampleSurfaceObject>
{
    private static readonly BitField FirstLayerBits = new(0, 16);
    private static readonly BitField LastLayerBits = new(16, 16);

    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>Resource.</summary>
    public uint ResourceHandle { get; init; }

    /// <summary>Format to render as; not range-checked.</summary>
    public VirglFormat Format { get; init; }

    /// <summary>Level (element range word for buffers).</summary>
    public uint Level { get; init; }

    /// <summary>First layer.</summary>
    public uint FirstLayer { get; init; }

    /// <summary>Last layer, inclusive; not below the first.</summary>
    public uint LastLayer { get; init; }

    /// <summary>Samples per texel.</summary>
    public uint Samples { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.MultisampleSurface;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out MultisampleSurfaceObject decoded)
    {
        if (body.Length != 6)
        {
            decoded = default;
            return false;
        }

        decoded = new MultisampleSurfaceObject
        {
            Handle = body[0],
            ResourceHandle = body[1],
            Format = (VirglFormat)body[2],
            Level = body[3],
            FirstLayer = FirstLayerBits.Read(body[4]),
            LastLayer = LastLayerBits.Read(body[4]),
            Samples = body[5],
        };
        return decoded.Handle != 0 && decoded.LastLayer >= decoded.FirstLayer;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(ResourceHandle);
        writer.Put((uint)Format);
        writer.Put(Level);
        writer.Put(FirstLayerBits.Write(FirstLayer) | LastLayerBits.Write(LastLayer));
        writer.Put(Samples);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        visitor.Resource("res_handle", ResourceHandle);
        visitor.Choice("format", Format);
        visitor.Number("level", Level);
        visitor.Number("first_layer", FirstLayer);
        visitor.Number("last_layer", LastLayer);
        visitor.Number("samples", Samples);
    }
}
