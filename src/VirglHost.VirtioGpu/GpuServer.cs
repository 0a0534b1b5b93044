using System.Runtime.ExceptionServices;
using System.Text;
using Serilog;
using VirglHost.Linux;
using VirglHost.OpenGL;
using VirglHost.Rendering;
using VirglHost.VirtioGpu.Display;
using VirglHost.VirtioGpu.Display.Window;

namespace VirglHost.VirtioGpu;

/// <summary>The door of this room: a vhost-user virtio-gpu device that serves front-ends until told to stop.</summary>
public static class GpuServer
{
    private const int MaximumPathBytes = 107;

    /// <summary>
    /// Serves. Blocks the calling thread; the work is done on a thread of its own, "virglhost-gpu", which makes the renderer and owns it.
    /// </summary>
    /// <param name="options">What to serve and how.</param>
    /// <param name="createRenderer">
    /// Called once on the working thread, when front-ends can connect already and wait for an answer, and not at all for a 2D device. What it throws comes out of this
    /// method unchanged, and the socket's file is gone then. Null: the host has no GL, and guests get 2D only. The renderer is disposed here.
    /// </param>
    /// <param name="log">For everything that happens while serving.</param>
    /// <param name="stop">Signalled from any thread to end it: the last pictures are written and the socket file is removed.</param>
    /// <returns>Why it ended.</returns>
    /// <exception cref="GpuServerException">Serving could not start.</exception>
    public static GpuServerOutcome Run(GpuServerOptions options, Func<Renderer?> createRenderer, ILogger log, EventFd stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(createRenderer);
        Check(options);
        if (options.PngDirectory is { } directory) PngSink.PrepareDirectory(directory);
        using WindowLoop? windows = options.ShowsWindow ? WindowLoop.Open(log) : null;
        GpuServerOutcome outcome = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                outcome = Serve(options, createRenderer, windows?.Link, log, stop);
            }
#pragma warning disable CA1031 // Not swallowed: thrown again on the thread that called Run.
            catch (Exception error)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }

            windows?.Link.WakeWindows();
        })
        {
            Name = "virglhost-gpu",
        };
        thread.Start();
        if (windows is null) thread.Join();
        else windows.Run(thread, stop);
        failure?.Throw();
        return outcome;
    }

    private static GpuServerOutcome Serve(
        GpuServerOptions options, Func<Renderer?> createRenderer, WindowLink? windows, ILogger log, EventFd stop)
    {
        GpuServerOutcome? outcome = null;
        try
        {
            // Listening comes first: making a renderer takes longer than everything else, and a front-end may knock meanwhile.
            using UnixSocket? listener = Listen(options, log);
            using Renderer? renderer = options.Virgl ? createRenderer() : null;
            using GpuLoop loop = Open(options, renderer, new LoopParts(listener, stop, windows), log);
            outcome = loop.Run();
            return outcome.Value;
        }
        catch (HostFaultException error) when (outcome == GpuServerOutcome.HostLost)
        {
            // What was lost cannot be taken down in an orderly way either.
            log.Debug("clearing up after the loss: {Reason}", error.Message);
            return outcome.Value;
        }
    }

    private static UnixSocket? Listen(GpuServerOptions options, ILogger log)
    {
        if (options.SocketPath is null && options.ListenFd is null) return null;
        try
        {
            UnixSocket listener = options.SocketPath is { } path ? UnixSocket.Listen(path) : UnixSocket.FromFd(options.ListenFd!.Value);
            listener.SetNonBlocking(true);
            log.Information("listening on {Path:l}", options.SocketPath ?? $"descriptor {options.ListenFd}");
            return listener;
        }
        catch (LinuxException error)
        {
            throw Translate(options, error);
        }
    }

    private static GpuLoop Open(GpuServerOptions options, Renderer? renderer, in LoopParts parts, ILogger log)
    {
        try
        {
            return new GpuLoop(options, renderer, parts, log);
        }
        catch (LinuxException error)
        {
            throw Translate(options, error);
        }
    }

    private static GpuServerException Translate(GpuServerOptions options, LinuxException error)
    {
        if ((options.SocketFd ?? options.ListenFd) is { } fd)
            return new GpuServerException(GpuServerFault.BadDescriptor, $"descriptor {fd} is no {(options.ListenFd is null ? "connected" : "listening")} UNIX socket: {error.Message}", error);
        return error.ErrnoName == "EADDRINUSE"
            ? new GpuServerException(GpuServerFault.SocketInUse, $"another process listens on '{options.SocketPath}'", error)
            : new GpuServerException(GpuServerFault.SocketUnusable, $"cannot listen on '{options.SocketPath}': {error.Message}", error);
    }

    private static void Check(GpuServerOptions options)
    {
        int ways = (options.SocketPath is null ? 0 : 1) + (options.SocketFd is null ? 0 : 1) + (options.ConnectPath is null ? 0 : 1) + (options.ListenFd is null ? 0 : 1);
        Require(ways == 1, "exactly one of socket path, path to connect to and descriptor must be given");
        Require((options.SocketPath ?? options.ConnectPath) is not { } any || Encoding.UTF8.GetByteCount(any) is > 0 and <= MaximumPathBytes,
            $"a socket path has 1 to {MaximumPathBytes} bytes");
        Require(options.ScanoutCount is >= 1 and <= 16, "there are 1 to 16 screens");
        Require(options.Width is >= 32 and <= 8192 && options.Height is >= 32 and <= 8192, "a screen has 32 to 8192 pixels each way");
        Require(options.ContextThreads is >= 0 and <= 31, "there are 0 to 31 threads for contexts");
        Require(options.PngEvery >= 0, "the number of frames between two numbered pictures is not negative");
        Require(IsSensible(options.PngInterval) && IsSensible(options.DisplayInterval), "an interval lies between 0 and 1 hour");
        Require(options.MaxSubmitBytes is >= 4096 and <= 1 << 30 && options.MaxBackingEntries is >= 1 and <= 1 << 24
            && options.MaxWaitingRequests is >= 1 and <= 1 << 16 && options.StopTimeoutInMilliseconds is >= 0 and <= 60_000 && options.MaxImageBytes >= 0, "a limit is out of range");
        if (options.SocketPath is { } path && IsReadableFile(path))
            throw new GpuServerException(GpuServerFault.SocketUnusable, $"'{path}' exists and is no socket");
    }

    // A socket's file cannot be opened for reading; anything that can is somebody's data, and must not be replaced.
    private static bool IsReadableFile(string path)
    {
        if (!File.Exists(path)) return false;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsSensible(TimeSpan interval) => interval >= TimeSpan.Zero && interval <= TimeSpan.FromHours(1);

    private static void Require(bool isRight, string rule)
    {
        if (!isRight) throw new GpuServerException(GpuServerFault.InvalidOptions, rule);
    }
}
