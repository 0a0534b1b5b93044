namespace VirglHost.Rendering;

/// <summary>What a refused command costs its context.</summary>
public enum RefusalPolicy
{
    /// <summary>Everything: the context ends there, as the protocol has it for guests behind a kernel, which are told of it.</summary>
    EndContext,

    /// <summary>
    /// Itself: it is logged and left out, and the stream goes on behind it. For clients that nothing tells of an ended context, and that would wait for it or
    /// abort.
    /// </summary>
    SkipCommand,
}
