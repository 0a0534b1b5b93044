using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Fences;

/// <summary>
/// Names a fence timeline: the device's one global timeline, or a ring of a context. Fences of one timeline complete in the order they came.
/// </summary>
internal readonly record struct FenceRing(bool IsGlobal, uint ContextId, byte RingIndex)
{
    /// <summary>Rings per context. SPEC: virtio GPU, VIRTIO_GPU_FLAG_INFO_RING_IDX.</summary>
    public const int RingCount = 64;

    public static FenceRing Global => new(true, 0, 0);

    /// <summary>The only place that reads a timeline out of a request.</summary>
    public static FenceRing From(in ControlHeader header) => (header.Flags & ControlHeader.RingIndexFlag) == 0
        ? Global
        : new FenceRing(false, header.ContextId, header.RingIndex);
}
