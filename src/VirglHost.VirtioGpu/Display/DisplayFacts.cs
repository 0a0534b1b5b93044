using System.Runtime.InteropServices;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// What the device itself knows about the screens' sizes: from the options, and from the last answer of a viewer. Used where no viewer answers.
/// </summary>
internal sealed class DisplayFacts
{
    private readonly int _scanoutCount;
    private DisplayModeArray _modes;

    public DisplayFacts(int width, int height, int scanoutCount)
    {
        _scanoutCount = scanoutCount;
        _modes[0] = new DisplayMode { Rect = new WireRect { Width = (uint)width, Height = (uint)height }, Enabled = 1 };
    }

    /// <summary>Keeps what a viewer said.</summary>
    /// <param name="reply">A virtio_gpu_resp_display_info.</param>
    public void Learn(ReadOnlySpan<byte> reply)
    {
        DisplayInfoResponse response = MemoryMarshal.Read<DisplayInfoResponse>(reply);
        bool isAnyEnabled = false;
        foreach (ref readonly DisplayMode mode in (ReadOnlySpan<DisplayMode>)response.Modes) isAnyEnabled |= mode.Enabled != 0;
        if (isAnyEnabled) _modes = response.Modes;
    }

    public DisplayInfoResponse MakeDisplayInfo() => new() { Modes = _modes };

    public EdidResponse MakeEdid(int scanout)
    {
        var response = default(EdidResponse);
        // GUEST: a viewer's sizes pass through here too, so they are brought into the range that an EDID can hold. A screen that is off gets
        // the size of the first one: it may be enabled later.
        WireRect rect = _modes[scanout].Rect.Width != 0 ? _modes[scanout].Rect : _modes[0].Rect;
        response.Size = (uint)Edid.Write((int)Math.Clamp(rect.Width, 32, 8192), (int)Math.Clamp(rect.Height, 32, 8192), scanout, response.Edid);
        return response;
    }

    /// <summary>Screens that exist as far as this device can tell; a viewer may have more than the options say.</summary>
    public int CountScanouts(bool hasViewer) => hasViewer ? DisplayModeArray.Count : _scanoutCount;
}
