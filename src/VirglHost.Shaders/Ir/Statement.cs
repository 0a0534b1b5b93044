using System.Collections.Immutable;

namespace VirglHost.Shaders.Ir;

/// <summary>An effect. Statements run in order; each evaluates all its expressions before it changes anything.</summary>
internal abstract record Statement;

/// <summary>Writes the lanes of <paramref name="Mask"/>; the value has as many lanes as the mask has bits.</summary>
internal sealed record StoreStatement(VariableId Variable, ExpressionId Element, ExpressionId Second, int Mask, ExpressionId Value) : Statement;

internal sealed record IfStatement(ExpressionId Condition, Block Then, Block Else) : Statement;

/// <summary>Runs its body until a break leaves it.</summary>
internal sealed record LoopStatement(Block Body) : Statement;

/// <summary>A scalar UInt or Int compared with constant labels; cases fall through unless they break.</summary>
internal sealed record SwitchStatement(ExpressionId Selector, ImmutableArray<SwitchCase> Cases) : Statement;

/// <summary>A run of labels and what they run; an empty label list is the default.</summary>
internal sealed record SwitchCase(ImmutableArray<uint> Labels, bool IsDefault, Block Body);

internal sealed record BreakStatement : Statement;

internal sealed record ContinueStatement : Statement;

/// <summary>Leaves the body; the epilogue still runs.</summary>
internal sealed record ReturnStatement : Statement;

internal sealed record DiscardStatement : Statement;

/// <summary>Runs the epilogue, then emits a vertex to a stream.</summary>
internal sealed record EmitVertexStatement(int Stream) : Statement;

internal sealed record EndPrimitiveStatement(int Stream) : Statement;

internal sealed record BarrierStatement : Statement;

internal sealed record MemoryBarrierStatement(MemoryBarrierKinds Kinds) : Statement;

internal sealed record ImageStoreStatement(VariableId Image, ExpressionId Element, ExpressionId Coordinate, ExpressionId Sample, ExpressionId Value)
    : Statement;

/// <summary>
/// An atomic read-modify-write of a word (storage, shared) or a texel (image); the old value goes to lane x of <paramref name="Result"/>.
/// </summary>
internal sealed record AtomicStatement(
    VariableId Result, AtomicOperation Operation, VariableId Resource, ExpressionId Element, ExpressionId Address, ExpressionId Sample,
    ExpressionId Operand, ExpressionId Replacement) : Statement;
