using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Wire;

/// <summary>struct virtio_gpu_transfer_to_host_2d: copies rows of the backing into the image.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TransferToHost2dCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>r.</summary>
    public WireRect Rect;

    /// <summary>offset of the rectangle's first pixel in the backing, bytes.</summary>
    public ulong Offset;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_transfer_host_3d: copies a box between backing and resource, either way.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TransferHost3dCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>box.</summary>
    public WireBox Box;

    /// <summary>offset of the box's first texel in the backing, bytes.</summary>
    public ulong Offset;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>level.</summary>
    public uint Level;

    /// <summary>stride, bytes; 0 = derived from the level.</summary>
    public uint Stride;

    /// <summary>layer_stride, bytes; 0 = derived.</summary>
    public uint LayerStride;
}
