using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT SAMPLER_STATE: how texels are addressed and filtered.</summary>
public readonly record struct SamplerStateObject : IVirglObject<SamplerStateObject>
{
    private static readonly BitField WrapSBits = new(0, 3);
    private static readonly BitField WrapTBits = new(3, 3);
    private static readonly BitField WrapRBits = new(6, 3);
    private static readonly BitField MinFilterBits = new(9, 1);
    private static readonly BitField MipFilterBits = new(11, 2);
    private static readonly BitField MagFilterBits = new(13, 1);
    private static readonly BitField CompareEnabledBits = new(15, 1);
    private static readonly BitField CompareFunctionBits = new(16, 3);
    private static readonly BitField SeamlessCubeBits = new(19, 1);
    private static readonly BitField MaxAnisotropyBits = new(20, 5);

    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>Addressing in s.</summary>
    public TextureWrap WrapS { get; init; }

    /// <summary>Addressing in t.</summary>
    public TextureWrap WrapT { get; init; }

    /// <summary>Addressing in r.</summary>
    public TextureWrap WrapR { get; init; }

    /// <summary>Filter when minified.</summary>
    public TextureFilter MinFilter { get; init; }

    /// <summary>Filter between levels; checked.</summary>
    public MipFilter MipFilter { get; init; }

    /// <summary>Filter when magnified.</summary>
    public TextureFilter MagFilter { get; init; }

    /// <summary>Whether texels are compared with a reference.</summary>
    public bool CompareEnabled { get; init; }

    /// <summary>The comparison.</summary>
    public CompareFunction CompareFunction { get; init; }

    /// <summary>Whether cube faces join.</summary>
    public bool SeamlessCube { get; init; }

    /// <summary>Anisotropy; 0 and 1 are off.</summary>
    public uint MaxAnisotropy { get; init; }

    /// <summary>Level of detail bias.</summary>
    public float LodBias { get; init; }

    /// <summary>Least level of detail.</summary>
    public float MinLod { get; init; }

    /// <summary>Greatest level of detail.</summary>
    public float MaxLod { get; init; }

    /// <summary>Raw border colour.</summary>
    public RawColor BorderColor { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.SamplerState;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SamplerStateObject decoded)
    {
        if (body.Length != 9)
        {
            decoded = default;
            return false;
        }

        decoded = new SamplerStateObject
        {
            Handle = body[0],
            WrapS = (TextureWrap)WrapSBits.Read(body[1]),
            WrapT = (TextureWrap)WrapTBits.Read(body[1]),
            WrapR = (TextureWrap)WrapRBits.Read(body[1]),
            MinFilter = (TextureFilter)MinFilterBits.Read(body[1]),
            MipFilter = (MipFilter)MipFilterBits.Read(body[1]),
            MagFilter = (TextureFilter)MagFilterBits.Read(body[1]),
            CompareEnabled = CompareEnabledBits.Read(body[1]) != 0,
            CompareFunction = (CompareFunction)CompareFunctionBits.Read(body[1]),
            SeamlessCube = SeamlessCubeBits.Read(body[1]) != 0,
            MaxAnisotropy = MaxAnisotropyBits.Read(body[1]),
            LodBias = Words.Float(body[2]),
            MinLod = Words.Float(body[3]),
            MaxLod = Words.Float(body[4]),
            BorderColor = Words.Color(body, 5),
        };
        return decoded.Handle != 0 && decoded.MipFilter <= MipFilter.None;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(WrapSBits.Write((uint)WrapS) | WrapTBits.Write((uint)WrapT) | WrapRBits.Write((uint)WrapR) |
            MinFilterBits.Write((uint)MinFilter) | MipFilterBits.Write((uint)MipFilter) |
            MagFilterBits.Write((uint)MagFilter) | CompareEnabledBits.Write(CompareEnabled) |
            CompareFunctionBits.Write((uint)CompareFunction) | SeamlessCubeBits.Write(SeamlessCube) |
            MaxAnisotropyBits.Write(MaxAnisotropy));
        writer.Put(LodBias);
        writer.Put(MinLod);
        writer.Put(MaxLod);
        writer.Put(BorderColor);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        visitor.Choice("wrap_s", WrapS);
        visitor.Choice("wrap_t", WrapT);
        visitor.Choice("wrap_r", WrapR);
        visitor.Choice("min_img_filter", MinFilter);
        visitor.Choice("min_mip_filter", MipFilter);
        visitor.Choice("mag_img_filter", MagFilter);
        visitor.Flag("compare_mode", CompareEnabled);
        visitor.Choice("compare_func", CompareFunction);
        visitor.Flag("seamless_cube_map", SeamlessCube);
        visitor.Number("max_anisotropy", MaxAnisotropy);
        visitor.Real("lod_bias", LodBias);
        visitor.Real("min_lod", MinLod);
        visitor.Real("max_lod", MaxLod);
        visitor.Color("border_color", BorderColor);
    }
}
