namespace VirglHost.Inspection;

/// <summary>One thing that a handle can mean: an object or a resource.</summary>
internal sealed class Definition
{
    /// <summary>RESOURCE, or the object's type as the protocol calls it.</summary>
    public required string Kind { get; init; }

    /// <summary>The guest's number for it.</summary>
    public required uint Handle { get; init; }

    /// <summary>An object's context.</summary>
    public uint Context { get; init; }

    /// <summary>An object's sub-context.</summary>
    public uint SubContext { get; init; }

    /// <summary>What tells it from others of its kind: size and format, stage and length.</summary>
    public string Label { get; set; } = "";

    /// <summary>The fields it was made with, as the page's JSON.</summary>
    public byte[] Fields { get; set; } = [];

    /// <summary>What a surface draws into.</summary>
    public TargetPlace? Target { get; set; }

    /// <summary>A resource whose rows the host stores upside down, and draws so.</summary>
    public bool IsYInverted { get; set; }

    /// <summary>A shader's text; −1 for anything else.</summary>
    public int Text { get; set; } = -1;

    /// <summary>The line that made it; −1 where that line is not on the page.</summary>
    public int CreatedBy { get; set; } = -1;

    /// <summary>The line that destroyed it; −1 where none did.</summary>
    public int DestroyedBy { get; set; } = -1;

    /// <summary>Lines that name it.</summary>
    public List<int> Uses { get; } = [];
}
