using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>BLIT: scaled, converting copy between two boxes; negative sizes mirror.</summary>
public readonly record struct BlitCommand : IVirglCommand<BlitCommand>
{
    private static readonly BitField MaskBits = new(0, 8);
    private static readonly BitField FilterBits = new(8, 2);
    private static readonly BitField ScissorEnabledBits = new(10, 1);
    private static readonly BitField RenderConditionEnabledBits = new(11, 1);
    private static readonly BitField AlphaBlendBits = new(12, 1);
    private static readonly BitField ScissorMinXBits = new(0, 16);
    private static readonly BitField ScissorMinYBits = new(16, 16);
    private static readonly BitField ScissorMaxXBits = new(0, 16);
    private static readonly BitField ScissorMaxYBits = new(16, 16);

    /// <summary>Aspects written.</summary>
    public BlitMask Mask { get; init; }

    /// <summary>Filter; 2 and 3 are illegal.</summary>
    public TextureFilter Filter { get; init; }

    /// <summary>Whether the scissor applies.</summary>
    public bool ScissorEnabled { get; init; }

    /// <summary>Whether the render condition applies.</summary>
    public bool RenderConditionEnabled { get; init; }

    /// <summary>Ignored.</summary>
    public bool AlphaBlend { get; init; }

    /// <summary>Scissor left edge.</summary>
    public uint ScissorMinX { get; init; }

    /// <summary>Scissor first row.</summary>
    public uint ScissorMinY { get; init; }

    /// <summary>Scissor right edge, exclusive.</summary>
    public uint ScissorMaxX { get; init; }

    /// <summary>Scissor last row, exclusive.</summary>
    public uint ScissorMaxY { get; init; }

    /// <summary>Resource written.</summary>
    public uint DestinationHandle { get; init; }

    /// <summary>Level written.</summary>
    public uint DestinationLevel { get; init; }

    /// <summary>Format to write as; not range-checked.</summary>
    public VirglFormat DestinationFormat { get; init; }

    /// <summary>Box: x, y, z, width, height, depth in texels of the level (bytes for buffers).</summary>
    public Box DestinationBox { get; init; }

    /// <summary>Resource read.</summary>
    public uint SourceHandle { get; init; }

    /// <summary>Level read.</summary>
    public uint SourceLevel { get; init; }

    /// <summary>Format to read as; not range-checked.</summary>
    public VirglFormat SourceFormat { get; init; }

    /// <summary>Box: x, y, z, width, height, depth in texels of the level (bytes for buffers).</summary>
    public Box SourceBox { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.Blit;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out BlitCommand command)
    {
        if (body.Length != 21)
        {
            command = default;
            return false;
        }

        command = new BlitCommand
        {
            Mask = (BlitMask)MaskBits.Read(body[0]),
            Filter = (TextureFilter)FilterBits.Read(body[0]),
            ScissorEnabled = ScissorEnabledBits.Read(body[0]) != 0,
            RenderConditionEnabled = RenderConditionEnabledBits.Read(body[0]) != 0,
            AlphaBlend = AlphaBlendBits.Read(body[0]) != 0,
            ScissorMinX = ScissorMinXBits.Read(body[1]),
            ScissorMinY = ScissorMinYBits.Read(body[1]),
            ScissorMaxX = ScissorMaxXBits.Read(body[2]),
            ScissorMaxY = ScissorMaxYBits.Read(body[2]),
            DestinationHandle = body[3],
            DestinationLevel = body[4],
            DestinationFormat = (VirglFormat)body[5],
            DestinationBox = Words.Box(body, 6),
            SourceHandle = body[12],
            SourceLevel = body[13],
            SourceFormat = (VirglFormat)body[14],
            SourceBox = Words.Box(body, 15),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(MaskBits.Write((uint)Mask) | FilterBits.Write((uint)Filter) |
            ScissorEnabledBits.Write(ScissorEnabled) | RenderConditionEnabledBits.Write(RenderConditionEnabled) |
            AlphaBlendBits.Write(AlphaBlend));
        writer.Put(ScissorMinXBits.Write(ScissorMinX) | ScissorMinYBits.Write(ScissorMinY));
        writer.Put(ScissorMaxXBits.Write(ScissorMaxX) | ScissorMaxYBits.Write(ScissorMaxY));
        writer.Put(DestinationHandle);
        writer.Put(DestinationLevel);
        writer.Put((uint)DestinationFormat);
        writer.Put(DestinationBox);
        writer.Put(SourceHandle);
        writer.Put(SourceLevel);
        writer.Put((uint)SourceFormat);
        writer.Put(SourceBox);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("mask", Mask);
        visitor.Choice("filter", Filter);
        visitor.Flag("scissor_enable", ScissorEnabled);
        visitor.Flag("render_condition_enable", RenderConditionEnabled);
        visitor.Flag("alpha_blend", AlphaBlend);
        visitor.Number("scissor_min_x", ScissorMinX);
        visitor.Number("scissor_min_y", ScissorMinY);
        visitor.Number("scissor_max_x", ScissorMaxX);
        visitor.Number("scissor_max_y", ScissorMaxY);
        visitor.Resource("dst_handle", DestinationHandle);
        visitor.Number("dst_level", DestinationLevel);
        visitor.Choice("dst_format", DestinationFormat);
        visitor.Box("dst_box", DestinationBox);
        visitor.Resource("src_handle", SourceHandle);
        visitor.Number("src_level", SourceLevel);
        visitor.Choice("src_format", SourceFormat);
        visitor.Box("src_box", SourceBox);
    }
}
