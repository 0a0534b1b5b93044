namespace VirglHost.VhostUser.Queues;

/// <summary>What was negotiated about the rings.</summary>
[Flags]
internal enum RingFeatures
{
    /// <summary>A plain split ring.</summary>
    None = 0,

    /// <summary>VIRTIO_F_INDIRECT_DESC.</summary>
    Indirect = 1,

    /// <summary>VIRTIO_F_EVENT_IDX.</summary>
    EventIndex = 2,

    /// <summary>VIRTIO_F_RING_PACKED.</summary>
    Packed = 4,

    /// <summary>VIRTIO_F_IN_ORDER.</summary>
    InOrder = 8,
}
