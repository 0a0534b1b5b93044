using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Wire;

/// <summary>struct virtio_gpu_display_one: one scan-out's connector.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DisplayMode
{
    /// <summary>r: preferred size and suggested position.</summary>
    public WireRect Rect;

    /// <summary>enabled: 1 = connected.</summary>
    public uint Enabled;

    /// <summary>flags.</summary>
    public uint Flags;
}

/// <summary>The pmodes of <see cref="DisplayInfoResponse"/>.</summary>
[InlineArray(Count)]
internal struct DisplayModeArray
{
    /// <summary>VIRTIO_GPU_MAX_SCANOUTS.</summary>
    public const int Count = 16;

    private DisplayMode _first;
}

/// <summary>struct virtio_gpu_resp_display_info: 408 bytes; also the reply of the display socket's GET_DISPLAY_INFO.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DisplayInfoResponse
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>pmodes.</summary>
    public DisplayModeArray Modes;
}

/// <summary>The edid bytes of <see cref="EdidResponse"/>.</summary>
[InlineArray(SizeInBytes)]
internal struct EdidBytes
{
    /// <summary>Size on the wire in bytes.</summary>
    public const int SizeInBytes = 1024;

    private byte _first;
}

/// <summary>struct virtio_gpu_resp_edid: 1056 bytes; also the reply of the display socket's GET_EDID.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct EdidResponse
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>size: valid bytes of edid, a multiple of 128.</summary>
    public uint Size;

    /// <summary>padding.</summary>
    public uint Padding;

    /// <summary>edid.</summary>
    public EdidBytes Edid;
}
