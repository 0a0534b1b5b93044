using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Wire;

/// <summary>struct virtio_gpu_rect: a rectangle in pixels, origin top left.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct WireRect
{
    /// <summary>x.</summary>
    public uint X;

    /// <summary>y.</summary>
    public uint Y;

    /// <summary>width.</summary>
    public uint Width;

    /// <summary>height.</summary>
    public uint Height;
}

/// <summary>struct virtio_gpu_box: a box in texels of one level.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct WireBox
{
    /// <summary>x.</summary>
    public uint X;

    /// <summary>y.</summary>
    public uint Y;

    /// <summary>z.</summary>
    public uint Z;

    /// <summary>w.</summary>
    public uint W;

    /// <summary>h.</summary>
    public uint H;

    /// <summary>d.</summary>
    public uint D;
}

/// <summary>struct virtio_gpu_cursor_pos: where the cursor's top left pixel is; x and y are signed values carried in unsigned words.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CursorPosition
{
    /// <summary>scanout_id.</summary>
    public uint ScanoutId;

    /// <summary>x.</summary>
    public uint X;

    /// <summary>y.</summary>
    public uint Y;

    /// <summary>padding.</summary>
    public uint Padding;
}
