namespace VirglHost.Daemon.Recordings;

/// <summary>What `virglhost replay` is asked to do.</summary>
internal sealed record ReplayOptions
{
    /// <summary>The recording.</summary>
    public required string File { get; init; }

    /// <summary>Folder for the pictures; null: none.</summary>
    public string? PngDirectory { get; init; }

    /// <summary>How often it is played.</summary>
    public int Loops { get; init; } = 1;

    /// <summary>Whether counts and times are printed.</summary>
    public bool PrintsStatistics { get; init; }
}
