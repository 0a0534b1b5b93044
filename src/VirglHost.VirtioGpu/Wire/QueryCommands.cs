using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Wire;

/// <summary>struct virtio_gpu_get_capset_info: asks for the id behind an index.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GetCapsetInfoCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>capset_index.</summary>
    public uint CapsetIndex;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_resp_capset_info: id, version and size of a capability set.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CapsetInfoResponse
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>capset_id.</summary>
    public uint CapsetId;

    /// <summary>capset_max_version.</summary>
    public uint CapsetMaxVersion;

    /// <summary>capset_max_size, bytes.</summary>
    public uint CapsetMaxSize;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_get_capset: asks for the content of a capability set.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GetCapsetCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>capset_id.</summary>
    public uint CapsetId;

    /// <summary>capset_version.</summary>
    public uint CapsetVersion;
}

/// <summary>struct virtio_gpu_cmd_get_edid: asks for the EDID of a scan-out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GetEdidCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>scanout.</summary>
    public uint Scanout;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_config: the device's config space.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GpuConfig
{
    /// <summary>events_read.</summary>
    public uint EventsRead;

    /// <summary>events_clear.</summary>
    public uint EventsClear;

    /// <summary>num_scanouts.</summary>
    public uint NumScanouts;

    /// <summary>num_capsets.</summary>
    public uint NumCapsets;
}
