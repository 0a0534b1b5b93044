namespace VirglHost.Shaders.Tgsi;

/// <summary>One instruction with its operands, checked against its opcode row's counts.</summary>
internal sealed class TgsiInstruction
{
    public required TgsiOpcode Opcode { get; init; }

    /// <summary>Place in the text.</summary>
    public required int Offset { get; init; }

    public bool IsSaturated { get; init; }

    public bool IsPrecise { get; init; }

    public TgsiDestination[] Destinations { get; init; } = [];

    public TgsiSource[] Sources { get; init; } = [];

    /// <summary>Texture target; null when the instruction names none.</summary>
    public TextureTarget? Target { get; set; }

    /// <summary>Texel offsets, at most four.</summary>
    public List<TgsiSource> TexelOffsets { get; } = [];

    /// <summary>A COHERENT or VOLATILE qualifier is present.</summary>
    public bool IsCoherent { get; set; }
}
