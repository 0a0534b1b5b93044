using Serilog;
using VirglHost.Linux;
using VirglHost.Rendering;

namespace VirglHost.Vtest;

/// <summary>
/// The socket that Mesa's virpipe driver connects to. Each client gets a thread and a renderer of its own and shares nothing with the others, so that one
/// client's mistakes, memory and crashes stay its own.
/// </summary>
public static class VtestServer
{
    private const ulong ListenToken = 0;
    private const ulong StopToken = 1;
    private const ulong LeftToken = 2;

    /// <summary>Listens and serves until told to stop, or, with <see cref="VtestServerOptions.Once"/>, until the first client has left.</summary>
    /// <param name="options">Socket and limits.</param>
    /// <param name="createRenderer">Makes a renderer owned by the calling thread; called on each client's own thread, several at once.</param>
    /// <param name="log">Receives one line per client at information level, refusals at warning level.</param>
    /// <param name="stop">Signal it to end the server; clients are hung up on. It is left signalled.</param>
    /// <returns>Why it ended. The socket file is gone by then and every client's thread has ended.</returns>
    /// <exception cref="LinuxException">The socket cannot be made.</exception>
    public static VtestServerOutcome Run(VtestServerOptions options, Func<Renderer> createRenderer, ILogger log, EventFd stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(createRenderer);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(stop);
        using EventFd left = new();
        using UnixSocket listener = UnixSocket.Listen(options.SocketPath);
        using Epoll epoll = new();
        epoll.Add(listener.Fd, EpollInterest.Read, ListenToken);
        epoll.Add(stop.Fd, EpollInterest.Read, StopToken);
        epoll.Add(left.Fd, EpollInterest.Read, LeftToken);
        log.Information("listening on {Path:l}", options.SocketPath);

        VtestService service = new(options, createRenderer, log, SpareDescriptors.Within(OpenFileLimit.Raise()), left);
        VtestReception reception = new(service, listener, epoll, ListenToken);
        try
        {
            options.Listening?.Invoke();
            return Loop(reception, epoll, options.Once);
        }
        finally
        {
            reception.StopAll();
        }
    }

    private static VtestServerOutcome Loop(VtestReception reception, Epoll epoll, bool once)
    {
        EpollEvent[] events = new EpollEvent[3];
        while (true)
        {
            int count = epoll.Wait(events, -1);
            foreach (EpollEvent happened in events.AsSpan(0, count))
            {
                switch (happened.Token)
                {
                    case StopToken: return VtestServerOutcome.Stopped;
                    case LeftToken: reception.Bury(); break;
                    default: reception.Welcome(); break;
                }
            }
            if (once && reception.HasServed && reception.IsEmpty)
                return VtestServerOutcome.ClientGone;
        }
    }
}
