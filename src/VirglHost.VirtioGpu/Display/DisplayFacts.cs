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

    public DisplayFacts(GpuServerOptions options)
    {
        _scanoutCount = options.ScanoutCount;
        // A window of this host shows any screen at once; elsewhere the others wait until a viewer turns them on.
        int enabledCount = options.ShowsWindow ? options.ScanoutCount : 1;
        for (int i = 0; i < enabledCount; i++)
            _modes[i] = new DisplayMode { Rect = new WireRect { X = (uint)(i * options.Width), Width = (uint)options.Width, Height = (uint)options.Height }, Enabled = 1 };
    }

    /// <summary>A screen shall have another size; those right of it move along.</summary>
    public void Resize(int scanout, int width, int height)
    {
        _modes[scanout].Rect.Width = (uint)width;
        _modes[scanout].Rect.Height = (uint)height;
        for (int i = 1; i < _scanoutCount; i++) _modes[i].Rect.X = _modes[i - 1].Rect.X + _modes[i - 1].Rect.Width;
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
