namespace VirglHost.Daemon.Pictures;

/// <summary>What `virglhost compare` was asked for.</summary>
internal sealed record CompareOptions
{
    /// <summary>The picture that is looked at.</summary>
    public required string First { get; init; }

    /// <summary>What it is compared with; null: the question is whether the first one is blank.</summary>
    public string? Second { get; init; }

    /// <summary>How far a channel may be apart before its pixel counts as different, 0…255.</summary>
    public int Tolerance { get; init; }

    /// <summary>Percent of all pixels that may be different, 0…100.</summary>
    public double MaxDiffering { get; init; }

    /// <summary>How far all channels may be apart on average, 0…255; null: any distance.</summary>
    public double? MaxMean { get; init; }

    /// <summary>File that gets the difference picture; null: none.</summary>
    public string? Difference { get; init; }
}
