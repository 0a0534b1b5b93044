namespace VirglHost.VirtioGpu;

/// <summary>Why a queue was not drained further.</summary>
internal enum DrainResult
{
    /// <summary>Nothing is there; the guest's next kick tells.</summary>
    Empty,

    /// <summary>The time is up and more is there: call again after the others had their turn.</summary>
    MoreToDo,

    /// <summary>Too many requests wait: call again when one is complete.</summary>
    Stalled,

    /// <summary>The queue is not running, or its ring makes no sense: nothing until it is started anew.</summary>
    Stopped,
}
