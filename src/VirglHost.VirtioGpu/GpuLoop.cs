using Serilog;
using VirglHost.Linux;
using VirglHost.OpenGL;
using VirglHost.Rendering;
using VirglHost.VhostUser;

namespace VirglHost.VirtioGpu;

/// <summary>
/// The thread "virglhost-gpu": waits for sockets, queues and fences, and does everything that touches the guest or GL. One front-end at a time;
/// when it leaves the device is reset and the next one is served. Between two waits every source gets a bounded turn, so a busy guest cannot
/// keep the front-end's messages waiting.
/// </summary>
internal sealed class GpuLoop : IDisposable
{
    private const int RetryInMilliseconds = 250;

    private readonly GpuServerOptions _options;
    private readonly EventFd _stop;
    private readonly ILogger _log;
    private readonly Epoll _epoll = new();
    private readonly EpollEvent[] _events = new EpollEvent[16];
    private readonly GpuDevice _device;
    private readonly UnixSocket? _listener;
    private VhostUserSession? _session;
    private GpuServerOutcome? _outcome;
    private long _nextAttempt;

    /// <param name="options">How to serve.</param>
    /// <param name="renderer">What draws; null: a 2D device.</param>
    /// <param name="parts">What it is given and does not own.</param>
    /// <param name="log">Where this room logs.</param>
    public GpuLoop(GpuServerOptions options, Renderer? renderer, in LoopParts parts, ILogger log)
    {
        _options = options;
        _stop = parts.Stop;
        _log = log;
        _device = new GpuDevice(options, renderer, _epoll, parts.Windows, log);
        _epoll.Add(_stop.Fd, EpollInterest.Read, (ulong)WakeReason.Stop);
        if (options.SocketFd is { } fd)
        {
            Connect(UnixSocket.FromFd(fd));
        }
        else if (options.ConnectPath is { } path)
        {
            log.Information("connecting to {Path}", path);
            TryConnect();
        }

        _listener = parts.Listener;
        if (_listener is not null) _epoll.Add(_listener.Fd, EpollInterest.Read, (ulong)WakeReason.Listener);
    }

    public GpuServerOutcome Run()
    {
        try
        {
            int timeout = NextAttempt(-1);
            while (_outcome is null)
            {
                int count = _epoll.Wait(_events, timeout);
                for (int i = 0; i < count && _outcome is null; i++) Woken((WakeReason)_events[i].Token);
                timeout = NextAttempt(_device.Work());
                if (_device.TakeConfigChange()) _session?.NotifyConfigChanged();
            }

            return _outcome.Value;
        }
        catch (HostFaultException host)
        {
            _log.Error("the host's GL is lost: {Reason}", host.Message);
            _device.HostLost();
            return GpuServerOutcome.HostLost;
        }
    }

    public void Dispose()
    {
        Disconnect();
        _session?.Dispose();
        _device.Dispose();
        _epoll.Dispose();
    }

    private void Woken(WakeReason reason)
    {
        switch (reason)
        {
            case WakeReason.Stop:
                _stop.TryConsume();
                _outcome = GpuServerOutcome.Stopped;
                break;
            case WakeReason.Listener:
                Accept();
                break;
            case WakeReason.Connection:
                ProcessSession();
                break;
            default:
                _device.Woken(reason);
                break;
        }
    }

    private void Accept()
    {
        try
        {
            Connect(_listener!.Accept());
            _epoll.Remove(_listener.Fd);
        }
        catch (LinuxException error)
        {
            // The peer may have left again between the wake-up and the call.
            _log.Debug("accept: {Reason}", error.Message);
        }
    }

    /// <summary>Client mode without a front-end: calls again when it is time to, and shortens the wait accordingly.</summary>
    private int NextAttempt(int timeout)
    {
        if (_options.ConnectPath is null || _session is not null || _outcome is not null || TryConnect()) return timeout;
        return timeout < 0 ? RetryInMilliseconds : Math.Min(timeout, RetryInMilliseconds);
    }

    private bool TryConnect()
    {
        // A connection that ended at once is followed by a pause, not by the next one.
        if (Environment.TickCount64 < _nextAttempt) return false;
        _nextAttempt = Environment.TickCount64 + RetryInMilliseconds;
        try
        {
            Connect(UnixSocket.Connect(_options.ConnectPath!));
            return true;
        }
        catch (LinuxException error)
        {
            _log.Debug("connect: {Reason}", error.Message);
            return false;
        }
    }

    private void Connect(UnixSocket connection)
    {
        // SPEC: vhost-user notes §6: a listening QEMU believes that a restarted back-end still has its memory regions; the whole table comes at each start.
        _session = new VhostUserSession(connection, _device, new SessionOptions { OfferMemorySlots = _options.ConnectPath is null });
        _epoll.Add(_session.Fd, EpollInterest.Read, (ulong)WakeReason.Connection);
        _device.Connected();
        _log.Information("front-end connected");
    }

    private void ProcessSession()
    {
        if (_session is not { } session) return;
        try
        {
            if (session.ProcessInput() == SessionStep.Continue) return;
            _log.Information("front-end gone");
            End(session, GpuServerOutcome.PeerGone);
        }
        catch (IOException error)
        {
            _log.Warning("front-end dropped: {Reason}", error.Message);
            End(session, GpuServerOutcome.PeerBroke);
        }
    }

    private void End(VhostUserSession session, GpuServerOutcome outcome)
    {
        // Somebody who only looked whether the socket is alive is not the one front-end that was waited for.
        bool wasServed = session.HasReceivedMessage || outcome == GpuServerOutcome.PeerBroke;
        Disconnect();
        if (_options.SocketFd is not null || (_options.Once && wasServed)) _outcome = outcome;
        else if (_listener is not null) _epoll.Add(_listener.Fd, EpollInterest.Read, (ulong)WakeReason.Listener);
    }

    private void Disconnect()
    {
        if (_session is not { } session) return;
        _session = null;
        _epoll.Remove(session.Fd);
        session.Dispose();
        _device.Disconnected();
    }
}
