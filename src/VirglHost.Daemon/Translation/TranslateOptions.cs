using System.Collections.Immutable;

namespace VirglHost.Daemon.Translation;

/// <summary>What `virglhost translate` was asked for.</summary>
internal sealed record TranslateOptions
{
    /// <summary>Files, folders, or "-" for standard input; at least one.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>Key fields, each NAME=VALUE with a known name, in the order given.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>Print the IR in place of GLSL.</summary>
    public bool PrintsIr { get; init; }

    /// <summary>Compile and link on the host in place of printing.</summary>
    public bool Checks { get; init; }

    /// <summary>As <see cref="Checks"/>, and measure translation against the host's compiler.</summary>
    public bool Times { get; init; }
}
