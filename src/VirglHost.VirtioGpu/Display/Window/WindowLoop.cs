using Serilog;
using VirglHost.Linux;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Windowing;

namespace VirglHost.VirtioGpu.Display.Window;

/// <summary>
/// Runs the windows on the main thread while the server works on its own: one for each screen that is on. The last window that the user closes ends the server.
/// </summary>
internal sealed class WindowLoop : IDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(100);

    private readonly ILogger _log;
    private readonly ScreenWindow?[] _windows = new ScreenWindow?[Wire.DisplayModeArray.Count];
    private readonly bool[] _isDismissed = new bool[Wire.DisplayModeArray.Count];

    private WindowLoop(ILogger log)
    {
        _log = log;
        Link = new WindowLink(OpenGL.Windowing.Window.PostEmptyEvent);
    }

    public WindowLink Link { get; }

    /// <exception cref="GpuServerException">There is no desktop here.</exception>
    public static WindowLoop Open(ILogger log)
    {
        try
        {
            OpenGL.Windowing.Window.Initialize();
            return new WindowLoop(log);
        }
        catch (WindowException fault)
        {
            throw new GpuServerException(GpuServerFault.WindowUnavailable, $"cannot open a window: {fault.Message}", fault);
        }
    }

    /// <summary>Shows what comes until the server's thread has ended.</summary>
    /// <param name="server">The thread that serves; it wakes this one when it ends.</param>
    /// <param name="stop">Signalled when the user wants the end.</param>
    public void Run(Thread server, EventFd stop)
    {
        while (server.IsAlive)
        {
            OpenGL.Windowing.Window.WaitEvents(Turn);
            bool wasOpen = Array.Exists(_windows, window => window is not null);
            for (int i = 0; i < _windows.Length; i++) Look(i);
            bool isOpen = Array.Exists(_windows, window => window is not null);
            if (wasOpen && !isOpen && Array.Exists(_isDismissed, isDismissed => isDismissed))
            {
                _log.Information("the last window was closed");
                stop.Signal();
                Array.Clear(_isDismissed);
            }
        }

        server.Join();
    }

    public void Dispose()
    {
        foreach (ScreenWindow? window in _windows) window?.Dispose();
        OpenGL.Windowing.Window.Terminate();
        Link.Dispose();
    }

    private void Look(int scanout)
    {
        WindowMailbox mailbox = Link[scanout];
        if (mailbox.TryTake()) Show(scanout, mailbox.Front);
        if (_windows[scanout] is not { } window) return;
        if (window.IsClosing)
        {
            Close(scanout);
            _isDismissed[scanout] = true;
        }
        else if (window.TryFindWish(Environment.TickCount64, out WindowWish wish))
        {
            _log.Information("window {Scanout} has {Width}x{Height} now", wish.Scanout, wish.Width, wish.Height);
            Link.Wish(wish);
        }
    }

    private void Show(int scanout, WindowFrame frame)
    {
        if (frame.Width == 0)
        {
            Close(scanout);
            _isDismissed[scanout] = false;
            return;
        }

        if (_isDismissed[scanout]) return;
        try
        {
            _windows[scanout] ??= new ScreenWindow(scanout, frame, scanout == 0 ? null : _windows.Sum(window => window?.Width ?? 0));
            _windows[scanout]!.Show(frame);
        }
        catch (Exception fault) when (fault is WindowException or HostFaultException)
        {
            // The guest goes on without this window; other sinks show the screen still.
            _log.Error("no window for screen {Scanout}: {Reason}", scanout, fault.Message);
            _isDismissed[scanout] = true;
        }
    }

    private void Close(int scanout)
    {
        _windows[scanout]?.Dispose();
        _windows[scanout] = null;
    }
}
