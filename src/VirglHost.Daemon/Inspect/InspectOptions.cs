using VirglHost.Inspection;

namespace VirglHost.Daemon.Inspect;

/// <summary>What `virglhost inspect` is asked to do.</summary>
internal sealed record InspectOptions
{
    /// <summary>The recording.</summary>
    public required string File { get; init; }

    /// <summary>The page.</summary>
    public required string Page { get; init; }

    /// <summary>What it is to hold.</summary>
    public required InspectionOptions Content { get; init; }
}
