using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Wire;

/// <summary>struct virtio_gpu_set_scanout: shows a part of a resource on a scan-out, or nothing (resource 0).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SetScanoutCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>r.</summary>
    public WireRect Rect;

    /// <summary>scanout_id.</summary>
    public uint ScanoutId;

    /// <summary>resource_id.</summary>
    public uint ResourceId;
}

/// <summary>struct virtio_gpu_resource_flush: the rectangle of the resource is to be seen.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceFlushCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>r.</summary>
    public WireRect Rect;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_update_cursor: cursor shape and position, or only position.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UpdateCursorCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>pos.</summary>
    public CursorPosition Position;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>hot_x.</summary>
    public uint HotX;

    /// <summary>hot_y.</summary>
    public uint HotY;

    /// <summary>padding.</summary>
    public uint Padding;
}
