using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT SAMPLER_VIEW: how shaders see a resource.</summary>
public readonly record struct SamplerViewObject : IVirglObject<SamplerViewObject>
{
    private static readonly BitField FormatBits = new(0, 24);
    private static readonly BitField TargetBits = new(24, 8);
    private static readonly BitField SwizzleRBits = new(0, 3);
    private static readonly BitField SwizzleGBits = new(3, 3);
    private static readonly BitField SwizzleBBits = new(6, 3);
    private static readonly BitField SwizzleABits = new(9, 3);

    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>Resource.</summary>
    public uint ResourceHandle { get; init; }

    /// <summary>Format to sample as; not range-checked.</summary>
    public VirglFormat Format { get; init; }

    /// <summary>Shape to sample as; not range-checked; 0 for the resource's own.</summary>
    public PipeTarget Target { get; init; }

    /// <summary>First layer in bits 0-15 and last in 16-31, or first element of a buffer.</summary>
    public uint LayerWord { get; init; }

    /// <summary>First level in bits 0-7 and last in 8-15, or last element of a buffer, inclusive.</summary>
    public uint LevelWord { get; init; }

    /// <summary>Source of red; checked.</summary>
    public Swizzle SwizzleR { get; init; }

    /// <summary>Source of green; checked.</summary>
    public Swizzle SwizzleG { get; init; }

    /// <summary>Source of blue; checked.</summary>
    public Swizzle SwizzleB { get; init; }

    /// <summary>Source of alpha; checked.</summary>
    public Swizzle SwizzleA { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.SamplerView;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SamplerViewObject decoded)
    {
        if (body.Length != 6)
        {
            decoded = default;
            return false;
        }

        decoded = new SamplerViewObject
        {
            Handle = body[0],
            ResourceHandle = body[1],
            Format = (VirglFormat)FormatBits.Read(body[2]),
            Target = (PipeTarget)TargetBits.Read(body[2]),
            LayerWord = body[3],
            LevelWord = body[4],
            SwizzleR = (Swizzle)SwizzleRBits.Read(body[5]),
            SwizzleG = (Swizzle)SwizzleGBits.Read(body[5]),
            SwizzleB = (Swizzle)SwizzleBBits.Read(body[5]),
            SwizzleA = (Swizzle)SwizzleABits.Read(body[5]),
        };
        return decoded.Handle != 0 && decoded.SwizzleR <= Swizzle.One && decoded.SwizzleG <= Swizzle.One && decoded.SwizzleB <= Swizzle.One && decoded.SwizzleA <= Swizzle.One;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(ResourceHandle);
        writer.Put(FormatBits.Write((uint)Format) | TargetBits.Write((uint)Target));
        writer.Put(LayerWord);
        writer.Put(LevelWord);
        writer.Put(SwizzleRBits.Write((uint)SwizzleR) | SwizzleGBits.Write((uint)SwizzleG) |
            SwizzleBBits.Write((uint)SwizzleB) | SwizzleABits.Write((uint)SwizzleA));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        visitor.Resource("res_handle", ResourceHandle);
        visitor.Choice("format", Format);
        visitor.Choice("target", Target);
        visitor.Number("first_layer", FirstLayer);
        visitor.Number("last_layer", LastLayer);
        visitor.Number("first_level", FirstLevel);
        visitor.Number("last_level", LastLevel);
        visitor.Number("first_element", FirstElement);
        visitor.Number("last_element", LastElement);
        visitor.Choice("swizzle_r", SwizzleR);
        visitor.Choice("swizzle_g", SwizzleG);
        visitor.Choice("swizzle_b", SwizzleB);
        visitor.Choice("swizzle_a", SwizzleA);
    }

    /// <summary>First layer of a texture view.</summary>
    public uint FirstLayer => LayerWord & 0xFFFF;

    /// <summary>Last layer of a texture view, inclusive.</summary>
    public uint LastLayer => LayerWord >> 16;

    /// <summary>First level of a texture view.</summary>
    public uint FirstLevel => LevelWord & 0xFF;

    /// <summary>Last level of a texture view, inclusive.</summary>
    public uint LastLevel => (LevelWord >> 8) & 0xFF;

    /// <summary>First element of a buffer view.</summary>
    public uint FirstElement => LayerWord;

    /// <summary>Last element of a buffer view, inclusive.</summary>
    public uint LastElement => LevelWord;
}
