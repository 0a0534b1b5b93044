using Serilog;
using Serilog.Core;
using Serilog.Events;
using VirglHost.Linux;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;

namespace VirglHost.Vtest.Tests;

/// <summary>A vtest server on a socket of its own, on this host's OpenGL, with its log kept.</summary>
internal sealed class RunningServer : IDisposable
{
    private readonly EventFd _stop = new();
    private readonly EglDisplay _display = EglDisplay.OpenHeadless();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vtest-");
    private readonly Logger _log;
    private readonly LineSink _lines = new();
    private readonly Thread _thread;
    private readonly bool _hostBlobs;
    private readonly IRendererTap? _tap;
    private Exception? _failure;

    /// <param name="once">Ends with its first client.</param>
    /// <param name="maxClients">Most clients at once.</param>
    /// <param name="sharedBudget">Bytes that a client may share.</param>
    /// <param name="hostBlobs">Whether mapped buffers are offered, which Mesa takes from version 25 on.</param>
    /// <param name="tap">Hears the renderers of all clients.</param>
    /// <param name="clientGone">Called when a client has left.</param>
    public RunningServer(
        bool once = false, int maxClients = 64, long sharedBudget = 1L << 30, bool hostBlobs = true, IRendererTap? tap = null, Action? clientGone = null)
    {
        (_hostBlobs, _tap) = (hostBlobs, tap);
        Path = System.IO.Path.Combine(_folder.FullName, "socket");
        _log = new LoggerConfiguration().MinimumLevel.Debug().WriteTo.Sink(_lines).CreateLogger();
        VtestServerOptions options = new()
        {
            SocketPath = Path, Once = once, MaxClients = maxClients, SharedMemoryBudgetInBytes = sharedBudget, ClientGone = clientGone,
        };
        _thread = new Thread(() => Serve(options)) { IsBackground = true };
        _thread.Start();
        if (!_lines.IsListening.Wait(TimeSpan.FromSeconds(20)))
            throw new TimeoutException(Log);
    }

    public string Path { get; }

    public VtestServerOutcome? Outcome { get; private set; }

    /// <summary>OpenGL version that the latest client's renderer promised, for example 4.3.</summary>
    public string? PromisedVersion { get; private set; }

    /// <summary>OpenGL ES version that the latest client's renderer promised, for example 3.1.</summary>
    public string? PromisedEsVersion { get; private set; }

    /// <summary>What the server logged so far.</summary>
    public string Log => _lines.Text;

    /// <summary>No client was hung up on and no command left out.</summary>
    public void AssertNothingRefused()
    {
        Assert.DoesNotContain("hung up on", Log, StringComparison.Ordinal);
        Assert.DoesNotContain("command left out", Log, StringComparison.Ordinal);
    }

    /// <summary>Waits for the server to return by itself.</summary>
    public void WaitForEnd() => Assert.True(_thread.Join(TimeSpan.FromSeconds(20)), "the server goes on\n" + Log);

    public void Stop()
    {
        _stop.Signal();
        WaitForEnd();
        if (_failure is not null)
            throw new InvalidOperationException("the server failed\n" + Log, _failure);
    }

    public void Dispose()
    {
        Stop();
        _display.Dispose();
        _stop.Dispose();
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Serve(VtestServerOptions options)
    {
        try
        {
            Outcome = VtestServer.Run(options, CreateRenderer, _log, _stop);
        }
        catch (Exception fault)
        {
            _failure = fault;
            _lines.IsListening.Set();
        }
    }

    private Renderer CreateRenderer()
    {
        Renderer renderer = Renderer.Create(_display, new RendererOptions { HostBlobs = _hostBlobs, Refusals = RefusalPolicy.SkipCommand, Tap = _tap }, _log);
        PromisedVersion = $"{renderer.Capabilities.GlMajor}.{renderer.Capabilities.GlMinor}";
        PromisedEsVersion = $"{renderer.Capabilities.GlesMajor}.{renderer.Capabilities.GlesMinor}";
        return renderer;
    }

    private sealed class LineSink : ILogEventSink
    {
        private readonly List<string> _lines = [];

        public ManualResetEventSlim IsListening { get; } = new();

        public string Text
        {
            get
            {
                lock (_lines)
                    return string.Join('\n', _lines);
            }
        }

        public void Emit(LogEvent logEvent)
        {
            string line = logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture) + (logEvent.Exception is { } bug ? $"\n{bug}" : "");
            lock (_lines)
                _lines.Add(line);
            if (line.Contains("listening on", StringComparison.Ordinal))
                IsListening.Set();
        }
    }
}
