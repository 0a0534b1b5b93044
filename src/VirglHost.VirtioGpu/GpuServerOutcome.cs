namespace VirglHost.VirtioGpu;

/// <summary>Why the server came back.</summary>
public enum GpuServerOutcome
{
    /// <summary>The stop event was signalled.</summary>
    Stopped,

    /// <summary>The only front-end that was to be served has left between two messages.</summary>
    PeerGone,

    /// <summary>The only front-end that was to be served broke the vhost-user protocol, or hung up in the middle of a message.</summary>
    PeerBroke,

    /// <summary>The host's GL is lost; nothing can be drawn any more.</summary>
    HostLost,
}
