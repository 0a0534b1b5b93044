namespace VirglHost.VhostUser.Queues;

/// <summary>What <see cref="VirtQueue.TryPop"/> found.</summary>
public enum PopResult
{
    /// <summary>Nothing is available, or the queue does not run.</summary>
    Empty,

    /// <summary>A well-formed chain.</summary>
    Chain,

    /// <summary>A chain that breaks the rules; it has no readable or writable bytes and must be returned with length 0.</summary>
    Malformed,

    /// <summary>The ring itself is nonsense; nothing more is taken from it until the next start. The error descriptor was signalled.</summary>
    QueueBroken,
}
