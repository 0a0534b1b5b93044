using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Serilog;
using VirglHost.Linux;
using VirglHost.Rendering;
using VirglHost.VhostUser;
using VirglHost.VhostUser.Memory;
using VirglHost.VhostUser.Queues;
using VirglHost.VirtioGpu.Commands;
using VirglHost.VirtioGpu.Display;
using VirglHost.VirtioGpu.Display.Window;
using VirglHost.VirtioGpu.Fences;
using VirglHost.VirtioGpu.Watching;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu;

/// <summary>
/// The virtio-gpu device behind a vhost-user session: features, config space, start, stop and reset. Stopping keeps the guest's resources,
/// contexts and screens; only a reset drops them. GPU thread only.
/// </summary>
internal sealed class GpuDevice : IVhostUserDevice, IDisposable
{
    private const ulong VirglFeature = 1 << 0;
    private const ulong EdidFeature = 1 << 1;
    private const ulong UuidFeature = 1 << 2;
    private const ulong BlobFeature = 1 << 3;
    private const ulong ContextInitFeature = 1 << 4;
    private const int ControlIndex = 0;

    // SPEC: virtio GPU, VIRTIO_GPU_EVENT_DISPLAY, and the offset of events_clear in the config space.
    private const uint DisplayEvent = 1;
    private const int EventsClearOffset = 4;
    private static readonly long TurnTicks = Stopwatch.Frequency / 250;

    private readonly Epoll _epoll;
    private readonly ILogger _log;
    private readonly GpuParts _parts;
    private readonly GlFenceQueue _glFences;
    private readonly ControlQueue _control;
    private readonly CursorQueue _cursor;
    private readonly ScreenSet _screens;
    private readonly VhostUserDisplay _viewer;
    private readonly PngSink? _png;
    private readonly WindowLink? _windows;
    private readonly DeviceCounters _counters = new();
    private readonly DeviceMeter _meter;
    private readonly ReportWriter _report;
    private readonly int[] _watchedKicks = [-1, -1];
    private readonly VirtQueue?[] _queues = new VirtQueue?[2];
    private bool _isControlDue;
    private bool _isCursorDue;
    private bool _isStalled;
    private bool _isConfigChanged;
    private uint _events;

    public GpuDevice(GpuServerOptions options, Renderer? renderer, Epoll epoll, WindowLink? windows, ILogger log)
    {
        _epoll = epoll;
        _log = log;
        _meter = new DeviceMeter(_counters);
        _screens = new ScreenSet(_counters, log);
        _parts = new GpuParts(renderer, options, _screens, _counters, log);
        _report = new ReportWriter(_parts, _counters);
        _glFences = new GlFenceQueue(renderer, _parts.Works);
        renderer?.StartThreads(options.ContextThreads, _glFences.Passed.Signal);
        _control = new ControlQueue(_parts, _glFences);
        _cursor = new CursorQueue(_parts, _control);
        _viewer = new VhostUserDisplay(
            new DisplaySocketOptions(epoll, (ulong)WakeReason.DisplaySocket, (int)options.DisplayInterval.TotalMilliseconds),
            _control.Screens, _control, log);
        _control.Screens.Viewer = _viewer;
        _screens.Add(_viewer);
        if (options.PngDirectory is { } directory)
        {
            _png = new PngSink(
                new PngSinkOptions(directory, options.PngPolicy, options.PngEvery, (int)options.PngInterval.TotalMilliseconds), _control.Screens, log);
            _screens.Add(_png);
            epoll.Add(_png.Encoder.Written.Fd, EpollInterest.Read, (ulong)WakeReason.PictureWritten);
        }

        // Last: it only looks, and each sink before it may have refreshed the picture already.
        if (options.ScreenTap is { } tap) _screens.Add(new TapSink(tap, _control.Screens));
        _windows = windows;
        if (windows is not null)
        {
            _screens.Add(new WindowSink(windows, _control.Screens, (int)options.DisplayInterval.TotalMilliseconds));
            epoll.Add(windows.Wished.Fd, EpollInterest.Read, (ulong)WakeReason.Window);
        }

        if (options.ReportRequested is { } request) epoll.Add(request.Fd, EpollInterest.Read, (ulong)WakeReason.Report);
        epoll.Add(_glFences.Passed.Fd, EpollInterest.Read, (ulong)WakeReason.Fence);
    }

    public ulong Features => EdidFeature | UuidFeature | BlobFeature | (_parts.Offers3d ? VirglFeature | ContextInitFeature : 0);

    public int QueueCount => _queues.Length;

    private bool IsConnected { get; set; }

    public int ReadConfig(uint offset, Span<byte> destination)
    {
        var config = new GpuConfig { EventsRead = _events, NumScanouts = (uint)_parts.Options.ScanoutCount, NumCapsets = _control.CapsetCount };
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<GpuConfig>(ref config));
        if (offset >= (uint)bytes.Length) return 0;
        bytes = bytes[(int)offset..];
        int count = Math.Min(bytes.Length, destination.Length);
        bytes[..count].CopyTo(destination);
        return count;
    }

    public void WriteConfig(uint offset, ReadOnlySpan<byte> bytes)
    {
        // SPEC: virtio GPU config space: only events_clear can be written; it takes events back.
        if (offset > EventsClearOffset || offset + (long)bytes.Length < EventsClearOffset + sizeof(uint)) return;
        _events &= ~BinaryPrimitives.ReadUInt32LittleEndian(bytes[(EventsClearOffset - (int)offset)..]);
    }

    public void FeaturesNegotiated(ulong features)
    {
        _log.Debug("driver features {Features:x}", features);
        _parts.HasContextInit = (features & ContextInitFeature) != 0;
    }

    // What other threads still do for the guest may read or write its memory.
    public void MemoryChanging() => _parts.WaitForThreads();

    public void MemoryChanged(GuestMemory memory) => _parts.Memory = memory;

    public void QueueStarted(int index, VirtQueue queue)
    {
        _queues[index] = queue;
        _watchedKicks[index] = queue.Kick.Fd;
        _epoll.Add(queue.Kick.Fd, EpollInterest.Read, (ulong)KickOf(index));
        if (index == ControlIndex) _control.Start(queue);
        else _cursor.Start(queue);
        // Kicks may have been consumed before the start.
        MarkDue(index);
    }

    public void QueueStopping(int index)
    {
        Unwatch(index);
        if (index == ControlIndex) _control.Stop();
        else _cursor.Stop();
        _queues[index] = null;
    }

    /// <summary>A front-end has connected.</summary>
    public void Connected()
    {
        IsConnected = true;
        _counters.Connections++;
    }

    public void DisplaySocketReceived(UnixSocket socket) => _viewer.Attach(socket);

    public void Reset()
    {
        _log.Debug("device reset: {Resources} resources and {Contexts} contexts dropped", _parts.Resources.Count, _parts.Contexts.Count);
        if (_parts.IsHostLost) return;
        // Order: the last pictures are read while their resources still exist.
        _screens.Reset();
        _control.Reset();
    }

    /// <summary>GL cannot be called any more; what is left to do is done without it.</summary>
    public void HostLost() => _parts.IsHostLost = true;

    public void RequestRefused(string reason) => _log.Error("front-end request refused: {Reason}", reason);

    /// <summary>The front-end is gone: its display too.</summary>
    public void Disconnected()
    {
        IsConnected = false;
        _viewer.Detach();
        _parts.Memory = null;
    }

    /// <summary>Something happened to one of the descriptors this device watches.</summary>
    public void Woken(WakeReason reason)
    {
        switch (reason)
        {
            case WakeReason.ControlQueue:
            case WakeReason.CursorQueue:
                int index = reason == WakeReason.ControlQueue ? ControlIndex : 1;
                _queues[index]?.Kick.TryConsume();
                MarkDue(index);
                break;
            case WakeReason.Fence:
                _glFences.Passed.TryConsume();
                break;
            case WakeReason.DisplaySocket:
                _viewer.ProcessInput();
                break;
            case WakeReason.PictureWritten:
                _png?.Encoder.Written.TryConsume();
                break;
            case WakeReason.Window:
                TakeWishes();
                break;
            case WakeReason.Report:
                _parts.Options.ReportRequested?.TryConsume();
                Report();
                break;
        }
    }

    /// <summary>One turn: what fences held back, the queues for a limited time, then the screens.</summary>
    /// <returns>Milliseconds until the next turn is due; 0 = there is more to do, −1 = only when woken.</returns>
    public int Work()
    {
        _control.TakeFinishedWork();
        _control.TakePassedFences();
        if (_isStalled && _control.HasRoom) _isControlDue = true;
        if (_isControlDue)
        {
            DrainResult result = _control.Drain(Stopwatch.GetTimestamp() + TurnTicks);
            _isStalled = result == DrainResult.Stalled;
            _isControlDue = result == DrainResult.MoreToDo;
            if (result == DrainResult.Stopped) Unwatch(ControlIndex);
        }

        if (_isCursorDue)
        {
            DrainResult result = _cursor.Drain();
            _isCursorDue = result == DrainResult.MoreToDo;
            if (result == DrainResult.Stopped) Unwatch(1);
        }

        Note();
        int next = _screens.Pump(Environment.TickCount64);
        return _isControlDue || _isCursorDue ? 0 : next;
    }

    public void Dispose()
    {
        if (_parts.Options.ReportRequested is { } request) _epoll.Remove(request.Fd);
        if (_png is not null) _epoll.Remove(_png.Encoder.Written.Fd);
        if (_windows is not null) _epoll.Remove(_windows.Wished.Fd);
        _epoll.Remove(_glFences.Passed.Fd);
        _meter.Dispose();
        _viewer.Dispose();
        _png?.Dispose();
        _glFences.Dispose();
    }

    /// <summary>
    /// The config space changed and the front-end does not know. QEMU's GPU device raises display events by itself and takes no such message; where there is no display
    /// socket, it is some other front-end, which passes the message on to the guest.
    /// </summary>
    public bool TakeConfigChange()
    {
        bool isDue = _isConfigChanged && !_viewer.IsConnected;
        _isConfigChanged = false;
        return isDue;
    }

    private void TakeWishes()
    {
        _windows!.Wished.TryConsume();
        while (_windows.TryTakeWish(out WindowWish wish))
        {
            _control.Screens.Resize(wish.Scanout, wish.Width, wish.Height);
            _events |= DisplayEvent;
            _isConfigChanged = true;
        }
    }

    /// <summary>What listeners of the meter read at any time.</summary>
    private void Note()
    {
        _counters.Contexts = _parts.Contexts.Count;
        _counters.Resources = _parts.Resources.Count;
        _counters.MemoryUsed = _parts.MemoryUsedInBytes;
        _counters.MemoryBudget = _parts.MemoryBudgetInBytes;
        _counters.FencesWaiting = _control.FencesWaiting;
    }

    private void Report()
    {
        _png?.TakeScreenshots();
        var connection = new DeviceConnection(IsConnected, _viewer.IsConnected, _queues[ControlIndex], _queues[1], _control.FencesWaiting);
        ReportFile.Write(_report, connection, _parts.Options.ReportPath, _log);
    }

    private static WakeReason KickOf(int index) => index == ControlIndex ? WakeReason.ControlQueue : WakeReason.CursorQueue;

    private void MarkDue(int index)
    {
        if (index == ControlIndex) _isControlDue = true;
        else _isCursorDue = true;
    }

    private void Unwatch(int index)
    {
        if (_watchedKicks[index] < 0) return;
        _epoll.Remove(_watchedKicks[index]);
        _watchedKicks[index] = -1;
    }
}
