namespace VirglHost.Testing;

/// <summary>The two formats of a virtqueue.</summary>
public enum RingFormat
{
    /// <summary>Descriptor table, available ring, used ring.</summary>
    Split,

    /// <summary>One ring of descriptors (VIRTIO_F_RING_PACKED).</summary>
    Packed,
}
