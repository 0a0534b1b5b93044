using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Lowering;

namespace VirglHost.Shaders.Tgsi;

/// <summary>Computes an opcode's value from its already typed and swizzled sources.</summary>
internal delegate ExpressionId ValueRule(IrBuilder builder, ReadOnlySpan<ExpressionId> sources);

/// <summary>Lowers an opcode that is more than a value.</summary>
internal delegate void SpecialRule(TgsiLowering lowering, TgsiInstruction instruction);

/// <summary>One row of <see cref="TgsiOpcodeTable"/>.</summary>
internal sealed record TgsiOpcode
{
    public required string Mnemonic { get; init; }

    public required int DestinationCount { get; init; }

    public required int SourceCount { get; init; }

    public OpcodeShape Shape { get; init; } = OpcodeShape.Special;

    /// <summary>What the destination receives.</summary>
    public OperandKind Result { get; init; }

    /// <summary>One entry per source; empty for special opcodes.</summary>
    public OperandKind[] Operands { get; init; } = [];

    public ValueRule? Value { get; init; }

    public SpecialRule? Special { get; init; }

    /// <summary>What the host must have for it; at most one feature.</summary>
    public GlslHostFeatures Needs { get; init; }

    /// <summary>Why the opcode is refused; empty when it is supported.</summary>
    public string Refusal { get; init; } = string.Empty;
}
