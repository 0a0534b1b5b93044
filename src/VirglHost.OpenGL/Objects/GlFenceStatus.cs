namespace VirglHost.OpenGL.Objects;

/// <summary>Outcome of waiting for a fence.</summary>
public enum GlFenceStatus
{
    /// <summary>Everything before the fence is done.</summary>
    Signaled = 0,

    /// <summary>The time ran out first.</summary>
    TimedOut = 1,

    /// <summary>The driver failed to wait; the context may be lost.</summary>
    Failed = 2,
}
