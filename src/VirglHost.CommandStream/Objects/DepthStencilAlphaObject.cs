using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT DSA: depth, stencil and alpha tests.</summary>
public readonly record struct DepthStencilAlphaObject : IVirglObject<DepthStencilAlphaObject>
{
    private static readonly BitField DepthEnabledBits = new(0, 1);
    private static readonly BitField DepthWriteBits = new(1, 1);
    private static readonly BitField DepthFunctionBits = new(2, 3);
    private static readonly BitField AlphaEnabledBits = new(8, 1);
    private static readonly BitField AlphaFunctionBits = new(9, 3);

    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>Whether depth is tested.</summary>
    public bool DepthEnabled { get; init; }

    /// <summary>Whether depth is written, where it is tested.</summary>
    public bool DepthWrite { get; init; }

    /// <summary>The depth comparison.</summary>
    public CompareFunction DepthFunction { get; init; }

    /// <summary>Whether alpha is tested.</summary>
    public bool AlphaEnabled { get; init; }

    /// <summary>The alpha comparison.</summary>
    public CompareFunction AlphaFunction { get; init; }

    /// <summary>Stencil test of front faces.</summary>
    public StencilSide Front { get; init; }

    /// <summary>Stencil test of back faces; where it is off, the front's counts.</summary>
    public StencilSide Back { get; init; }

    /// <summary>Reference of the alpha comparison.</summary>
    public float AlphaReference { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.DepthStencilAlpha;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out DepthStencilAlphaObject decoded)
    {
        decoded = default;
        if (body.Length != 5 || body[0] == 0)
            return false;
        decoded = new DepthStencilAlphaObject
        {
            Handle = body[0],
            DepthEnabled = DepthEnabledBits.Read(body[1]) != 0,
            DepthWrite = DepthWriteBits.Read(body[1]) != 0,
            DepthFunction = (CompareFunction)DepthFunctionBits.Read(body[1]),
            AlphaEnabled = AlphaEnabledBits.Read(body[1]) != 0,
            AlphaFunction = (CompareFunction)AlphaFunctionBits.Read(body[1]),
            Front = new StencilSide(body[2]),
            Back = new StencilSide(body[3]),
            AlphaReference = Words.Float(body[4]),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(DepthEnabledBits.Write(DepthEnabled) | DepthWriteBits.Write(DepthWrite) | DepthFunctionBits.Write((uint)DepthFunction) |
            AlphaEnabledBits.Write(AlphaEnabled) | AlphaFunctionBits.Write((uint)AlphaFunction));
        writer.Put(Front.Word);
        writer.Put(Back.Word);
        writer.Put(AlphaReference);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        visitor.Flag("depth_enable", DepthEnabled);
        visitor.Flag("depth_writemask", DepthWrite);
        visitor.Choice("depth_func", DepthFunction);
        visitor.Flag("alpha_enable", AlphaEnabled);
        visitor.Choice("alpha_func", AlphaFunction);
        visitor.BeginItem("stencil", 0);
        Front.Describe(visitor);
        visitor.EndItem();
        visitor.BeginItem("stencil", 1);
        Back.Describe(visitor);
        visitor.EndItem();
        visitor.Real("alpha_ref_value", AlphaReference);
    }
}
