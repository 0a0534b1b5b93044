namespace VirglHost.Inspection;

/// <summary>One line of the tree; its fields lie in a block of their own under the same number.</summary>
internal sealed class Row(string name, RowKind kind, byte depth)
{
    /// <summary>Command or event.</summary>
    public string Name { get; } = name;

    /// <summary>What it is about.</summary>
    public RowKind Kind { get; } = kind;

    /// <summary>0 for frames, 1 for events, 2 for commands, or 3 below a sub-context's line.</summary>
    public byte Depth { get; } = depth;

    /// <summary>The rest of the line.</summary>
    public string Summary { get; set; } = "";

    /// <summary>How long our thread was busy with it; of a line with lines below it, with all of them. −1: unknown.</summary>
    public long Nanoseconds { get; set; } = -1;

    /// <summary>Number of its picture, −1 for none.</summary>
    public int Picture { get; set; } = -1;

    /// <summary>Number of its bound state, −1 for none.</summary>
    public int State { get; set; } = -1;

    /// <summary>Number of the draw, 0 for anything else.</summary>
    public long Draw { get; set; }

    /// <summary>0 ran, 1 refused, 2 did nothing, 3 never reached.</summary>
    public byte Outcome { get; set; }
}
