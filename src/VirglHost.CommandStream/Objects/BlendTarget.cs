using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Objects;

/// <summary>Blend equation and write mask of one colour buffer, as the packed word of the wire.</summary>
/// <param name="Word">The packed word.</param>
public readonly record struct BlendTarget(uint Word)
{
    private static readonly BitField EnabledBits = new(0, 1);
    private static readonly BitField RgbFunctionBits = new(1, 3);
    private static readonly BitField RgbSourceBits = new(4, 5);
    private static readonly BitField RgbDestinationBits = new(9, 5);
    private static readonly BitField AlphaFunctionBits = new(14, 3);
    private static readonly BitField AlphaSourceBits = new(17, 5);
    private static readonly BitField AlphaDestinationBits = new(22, 5);
    private static readonly BitField WriteMaskBits = new(27, 4);

    /// <summary>Whether blending is on.</summary>
    public bool Enabled { get => EnabledBits.Read(Word) != 0; init => Word = Replace(EnabledBits, value ? 1u : 0u); }

    /// <summary>Combination of red, green and blue; 5..7 are illegal.</summary>
    public BlendFunction RgbFunction { get => (BlendFunction)RgbFunctionBits.Read(Word); init => Word = Replace(RgbFunctionBits, (uint)value); }

    /// <summary>Factor of the source's red, green and blue.</summary>
    public BlendFactor RgbSource { get => (BlendFactor)RgbSourceBits.Read(Word); init => Word = Replace(RgbSourceBits, (uint)value); }

    /// <summary>Factor of the destination's red, green and blue.</summary>
    public BlendFactor RgbDestination { get => (BlendFactor)RgbDestinationBits.Read(Word); init => Word = Replace(RgbDestinationBits, (uint)value); }

    /// <summary>Combination of alpha; 5..7 are illegal.</summary>
    public BlendFunction AlphaFunction { get => (BlendFunction)AlphaFunctionBits.Read(Word); init => Word = Replace(AlphaFunctionBits, (uint)value); }

    /// <summary>Factor of the source's alpha.</summary>
    public BlendFactor AlphaSource { get => (BlendFactor)AlphaSourceBits.Read(Word); init => Word = Replace(AlphaSourceBits, (uint)value); }

    /// <summary>Factor of the destination's alpha.</summary>
    public BlendFactor AlphaDestination { get => (BlendFactor)AlphaDestinationBits.Read(Word); init => Word = Replace(AlphaDestinationBits, (uint)value); }

    /// <summary>Channels written.</summary>
    public ColorMask WriteMask { get => (ColorMask)WriteMaskBits.Read(Word); init => Word = Replace(WriteMaskBits, (uint)value); }

    private uint Replace(BitField field, uint value) => (Word & ~field.Write(uint.MaxValue)) | field.Write(value);

    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Flag("blend_enable", Enabled);
        visitor.Choice("rgb_func", RgbFunction);
        visitor.Choice("rgb_src_factor", RgbSource);
        visitor.Choice("rgb_dst_factor", RgbDestination);
        visitor.Choice("alpha_func", AlphaFunction);
        visitor.Choice("alpha_src_factor", AlphaSource);
        visitor.Choice("alpha_dst_factor", AlphaDestination);
        visitor.Choice("colormask", WriteMask);
    }
}
