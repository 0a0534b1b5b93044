using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Lowering;

/// <summary>An open block: what opened it, and where its statements continue once it closes.</summary>
internal sealed class FlowFrame(FlowKind kind, Block outer, int offset)
{
    public FlowKind Kind { get; set; } = kind;

    public Block Outer { get; } = outer;

    /// <summary>Place in the text.</summary>
    public int Offset { get; } = offset;

    public ExpressionId Condition { get; init; } = ExpressionId.None;

    public Block First { get; init; } = new();

    public Block Second { get; } = new();

    public List<SwitchCase> Cases { get; } = [];

    /// <summary>Case labels seen.</summary>
    public HashSet<uint> Labels { get; } = [];

    /// <summary>The default has been seen.</summary>
    public bool HasDefault { get; set; }
}
