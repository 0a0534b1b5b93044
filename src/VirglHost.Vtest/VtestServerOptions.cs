namespace VirglHost.Vtest;

/// <summary>What a vtest server listens on, and what one client may take.</summary>
public sealed record VtestServerOptions
{
    /// <summary>UNIX socket to bind, at most 107 bytes.</summary>
    public required string SocketPath { get; init; }

    /// <summary>Serve one client and return when it has left.</summary>
    public bool Once { get; init; }

    /// <summary>Most clients at once; one more is hung up on.</summary>
    public int MaxClients { get; init; } = 64;

    /// <summary>Shared memory that all resources of one client together may have, in bytes.</summary>
    public long SharedMemoryBudgetInBytes { get; init; } = 4L << 30;

    /// <summary>
    /// Called once on the thread that runs the server, when clients can connect already and wait: for what takes time before the first of them. What it throws comes out
    /// of the server, and the socket's file is gone then.
    /// </summary>
    public Action? Listening { get; init; }

    /// <summary>
    /// Called on a client's thread after it has left, unless the server ends with it: for what the next one would wait for. What it throws is logged.
    /// </summary>
    public Action? ClientGone { get; init; }
}
