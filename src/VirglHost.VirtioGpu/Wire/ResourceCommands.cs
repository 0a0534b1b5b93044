using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Wire;

/// <summary>struct virtio_gpu_resource_create_2d: a 32 bit per pixel image.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceCreate2dCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>format.</summary>
    public uint Format;

    /// <summary>width, pixels.</summary>
    public uint Width;

    /// <summary>height, pixels.</summary>
    public uint Height;
}

/// <summary>struct virtio_gpu_resource_create_3d: a texture or buffer of the renderer.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceCreate3dCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>target: pipe texture target.</summary>
    public uint Target;

    /// <summary>format: virgl format.</summary>
    public uint Format;

    /// <summary>bind: virgl bind mask.</summary>
    public uint Bind;

    /// <summary>width, texels (bytes for a buffer).</summary>
    public uint Width;

    /// <summary>height.</summary>
    public uint Height;

    /// <summary>depth.</summary>
    public uint Depth;

    /// <summary>array_size.</summary>
    public uint ArraySize;

    /// <summary>last_level.</summary>
    public uint LastLevel;

    /// <summary>nr_samples.</summary>
    public uint NrSamples;

    /// <summary>flags.</summary>
    public uint Flags;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_resource_unref: ends a resource.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceUnrefCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_resource_attach_backing: followed by nr_entries entries.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceAttachBackingCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>nr_entries.</summary>
    public uint EntryCount;
}

/// <summary>struct virtio_gpu_resource_detach_backing: takes the guest pages away.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceDetachBackingCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_mem_entry: one guest-physical run of a backing.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MemoryEntry
{
    /// <summary>addr: guest-physical.</summary>
    public ulong Address;

    /// <summary>length, bytes.</summary>
    public uint Length;

    /// <summary>padding.</summary>
    public uint Padding;
}
