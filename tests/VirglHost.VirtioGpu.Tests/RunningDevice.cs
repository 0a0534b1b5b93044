using Serilog;
using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>
/// The whole device on threads of its own, as the daemon runs it, and a guest's driver in front of it on the test's thread. The renderer is the
/// real one, on whatever GL this machine has.
/// </summary>
internal sealed class RunningDevice : IDisposable
{
    private readonly EventFd _stop = new();
    private readonly UnixSocket? _listener;
    private readonly GpuServerOptions _options;
    private readonly Func<Rendering.Renderer?> _createRenderer;
    private Thread _server;
    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-device-").FullName;
    private readonly RingFormat _rings;
    private Exception? _failure;

    /// <param name="isRealized">Negotiate and start at once.</param>
    /// <param name="adjust">Changes the options; one that sets ConnectPath makes this side listen.</param>
    /// <param name="rings">Format of the queues.</param>
    /// <param name="hasGl">The host has GL.</param>
    public RunningDevice(
        bool isRealized = true, Func<GpuServerOptions, GpuServerOptions>? adjust = null, RingFormat rings = RingFormat.Split, bool hasGl = true)
    {
        _rings = rings;
        SocketPath = Path.Combine(_folder, "gpu.sock");
        PngDirectory = Path.Combine(_folder, "png");
        var options = new GpuServerOptions
        {
            SocketPath = SocketPath, PngDirectory = PngDirectory, PngInterval = TimeSpan.Zero, DisplayInterval = TimeSpan.Zero, CrashOnBug = true,
        };
        _options = adjust is null ? options : adjust(options);
        _createRenderer = hasGl ? TestRenderer.Create : () => null;
        Log = new LogRecorder();
        if (_options.ConnectPath is not null)
        {
            SocketPath = _options.ConnectPath;
            _listener = UnixSocket.Listen(SocketPath);
        }

        _server = StartServer();
        Connect(isRealized);
    }

    public string SocketPath { get; }

    public string PngDirectory { get; }

    public string LatestPng => Path.Combine(PngDirectory, "latest.png");

    public LogRecorder Log { get; }

    public GpuServerOutcome? Outcome { get; private set; }

    public GuestRam Ram { get; private set; } = null!;

    public VhostUserFrontend Front { get; private set; } = null!;

    public GpuDriver Gpu { get; private set; } = null!;

    /// <summary>A new front-end with new guest memory.</summary>
    public void Connect(bool isRealized = true)
    {
        Ram = new GuestRam(64 << 20);
        Front = new VhostUserFrontend(_listener is null ? UnixSocket.Connect(SocketPath) : Accept(_listener), Ram, _rings);
        Gpu = new GpuDriver(Front);
        if (!isRealized) return;
        Front.Realize();
        Front.Start();
    }

    public void HangUp()
    {
        Front.Dispose();
        Ram.Dispose();
    }

    /// <summary>Creates a 2D image with backing, and returns the backing.</summary>
    public IReadOnlyList<GuestBuffer> CreateImage(uint id, uint width, uint height, uint format = 2)
    {
        Gpu.CreateResource2D(id, format, width, height);
        IReadOnlyList<GuestBuffer> backing = Ram.AllocateScattered((int)(width * height * 4), seed: (int)id);
        Gpu.AttachBacking(id, backing);
        return backing;
    }

    /// <summary>Waits until the viewer or the folder shows what is expected.</summary>
    public void WaitFor(Func<bool> condition, string what) => Front.Channel.WaitUntil(condition, what);

    /// <summary>Ends a server that connects to us and starts another one in its place, under the living guest.</summary>
    public void Restart()
    {
        Stop();
        _server = StartServer();
        Front.Reconnect(Accept(_listener!));
        Gpu.Forget();
    }

    /// <summary>Ends the server and waits: everything is on disk then.</summary>
    public GpuServerOutcome Stop()
    {
        _stop.Signal();
        if (!_server.Join(30_000)) throw new TimeoutException("the device does not stop");
        return _failure is null ? Outcome!.Value : throw new InvalidOperationException("the device failed", _failure);
    }

    public GpuServerOutcome Join()
    {
        if (!_server.Join(30_000)) throw new TimeoutException("the device does not end");
        return _failure is null ? Outcome!.Value : throw new InvalidOperationException("the device failed", _failure);
    }

    public void Dispose()
    {
        _stop.Signal();
        bool hasEnded = _server.Join(30_000);
        HangUp();
        _listener?.Dispose();
        if (!hasEnded) throw new TimeoutException($"the device does not stop:\n{Log}");
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
        if (_failure is not null) throw new InvalidOperationException("the device failed", _failure);
    }

    private static UnixSocket Accept(UnixSocket listener)
    {
        using var epoll = new Epoll();
        epoll.Add(listener.Fd, EpollInterest.Read, 0);
        return epoll.Wait(new EpollEvent[1], 30_000) == 1 ? listener.Accept() : throw new TimeoutException("the device does not call");
    }

    private Thread StartServer()
    {
        int before = Log.Count("listening on") + Log.Count("connecting to");
        ILogger logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(Log).CreateLogger();
        var server = new Thread(() =>
        {
            try
            {
                Outcome = GpuServer.Run(_options, _createRenderer, logger, _stop);
            }
            catch (Exception error)
            {
                _failure = error;
            }
        });
        server.Start();
        if (!SpinWait.SpinUntil(() => Log.Count("listening on") + Log.Count("connecting to") > before || _failure is not null, 30_000) || _failure is not null)
            throw new InvalidOperationException("the device did not start", _failure);
        return server;
    }
}
