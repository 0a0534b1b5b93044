using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Wire;

/// <summary>struct virtio_gpu_resource_create_blob: followed by nr_entries entries.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceCreateBlobCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>blob_mem: 1 guest, 2 host 3D, 3 both.</summary>
    public uint BlobMem;

    /// <summary>blob_flags: 1 mappable, 2 shareable, 4 cross-device.</summary>
    public uint BlobFlags;

    /// <summary>nr_entries.</summary>
    public uint EntryCount;

    /// <summary>blob_id: names an object of the context, for host memory.</summary>
    public ulong BlobId;

    /// <summary>size, bytes.</summary>
    public ulong Size;
}

/// <summary>Four words: one per plane.</summary>
[InlineArray(4)]
internal struct PlaneArray
{
    private uint _first;
}

/// <summary>struct virtio_gpu_set_scanout_blob: shows a blob as an image of a given layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SetScanoutBlobCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>r.</summary>
    public WireRect Rect;

    /// <summary>scanout_id.</summary>
    public uint ScanoutId;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>width, pixels of the image.</summary>
    public uint Width;

    /// <summary>height, pixels of the image.</summary>
    public uint Height;

    /// <summary>format.</summary>
    public uint Format;

    /// <summary>padding.</summary>
    public uint Padding;

    /// <summary>strides, bytes.</summary>
    public PlaneArray Strides;

    /// <summary>offsets, bytes.</summary>
    public PlaneArray Offsets;
}

/// <summary>struct virtio_gpu_resource_assign_uuid: asks for a number that names the resource everywhere.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceAssignUuidCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>Sixteen bytes, the most significant one first (RFC 4122).</summary>
[InlineArray(SizeInBytes)]
internal struct UuidBytes
{
    /// <summary>Length of a UUID.</summary>
    public const int SizeInBytes = 16;

    private byte _first;
}

/// <summary>struct virtio_gpu_resp_resource_uuid.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceUuidResponse
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>uuid.</summary>
    public UuidBytes Uuid;
}
