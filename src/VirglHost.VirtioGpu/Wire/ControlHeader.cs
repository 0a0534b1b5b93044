using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Wire;

/// <summary>struct virtio_gpu_ctrl_hdr: starts every request and every response. 24 bytes, little-endian.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ControlHeader
{
    /// <summary>VIRTIO_GPU_FLAG_FENCE: answer only when the command and everything before it on its timeline is complete.</summary>
    public const uint FenceFlag = 1;

    /// <summary>VIRTIO_GPU_FLAG_INFO_RING_IDX: <see cref="RingIndex"/> names a timeline of the context.</summary>
    public const uint RingIndexFlag = 2;

    /// <summary>Size on the wire in bytes.</summary>
    public const int SizeInBytes = 24;

    /// <summary>type.</summary>
    public ControlType Type;

    /// <summary>flags.</summary>
    public uint Flags;

    /// <summary>fence_id.</summary>
    public ulong FenceId;

    /// <summary>ctx_id.</summary>
    public uint ContextId;

    /// <summary>ring_idx.</summary>
    public byte RingIndex;

    /// <summary>padding.</summary>
    public byte Padding0;

    /// <summary>padding.</summary>
    public byte Padding1;

    /// <summary>padding.</summary>
    public byte Padding2;

    /// <summary>The guest asked for a fence.</summary>
    public readonly bool IsFenced => (Flags & FenceFlag) != 0;

    /// <summary>
    /// The header of the answer to this request. SPEC: virtio GPU "Device Operation: Request header": the fence flag, fence id, context and ring
    /// of a fenced request come back in its answer.
    /// </summary>
    public readonly ControlHeader Answer(ControlType type) => IsFenced
        ? new ControlHeader
        {
            Type = type,
            Flags = Flags & (FenceFlag | RingIndexFlag),
            FenceId = FenceId,
            ContextId = ContextId,
            RingIndex = (Flags & RingIndexFlag) != 0 ? RingIndex : (byte)0,
        }
        : new ControlHeader { Type = type };
}
