using VirglHost.Linux;

namespace VirglHost.VhostUser;

/// <summary>One virtqueue, as the front-end set it up. Addresses are the front-end's virtual ones.</summary>
public sealed record NegotiatedRing
{
    /// <summary>Number of descriptors; 0 before SET_VRING_NUM.</summary>
    public uint Size { get; internal set; }

    /// <summary>Address of the descriptor table.</summary>
    public ulong DescriptorAddress { get; internal set; }

    /// <summary>Address of the used ring.</summary>
    public ulong UsedAddress { get; internal set; }

    /// <summary>Address of the available ring.</summary>
    public ulong AvailableAddress { get; internal set; }

    /// <summary>SET_VRING_ADDR came since the last device reset.</summary>
    public bool HasAddresses { get; internal set; }

    /// <summary>Where the next request is taken; kept current while the ring runs. Split: the index. Packed: descriptor in bits 0 to 14, wrap counter in bit 15.</summary>
    public ushort NextAvailable { get; internal set; }

    /// <summary>Packed: where the next request is returned, in the same form. Split: unused; the used ring holds it.</summary>
    public ushort NextUsed { get; internal set; }

    /// <summary>SET_VRING_ENABLE allows processing.</summary>
    public bool IsEnabled { get; internal set; }

    /// <summary>The guest signals here that it made buffers available; null while the ring is stopped.</summary>
    public EventFd? Kick { get; internal set; }

    /// <summary>Signalled when buffers were used; null when the front-end gave none.</summary>
    public EventFd? Call { get; internal set; }

    /// <summary>Signalled when the ring is broken. Sent once per connection, so it outlives every stop and reset.</summary>
    public EventFd? Error { get; internal set; }
}
