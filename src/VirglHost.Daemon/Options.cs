using System.Globalization;
using Serilog.Events;
using VirglHost.Daemon.Inspect;
using VirglHost.Daemon.Recordings;
using VirglHost.Daemon.Translation;
using VirglHost.OpenGL.Egl;
using VirglHost.VirtioGpu;

namespace VirglHost.Daemon;

/// <summary>What the command line and the environment asked for. The only place that reads the environment.</summary>
internal sealed record Options
{
    /// <summary>Where Mesa's vtest clients look when nobody tells them otherwise.</summary>
    private const string DefaultVtestPath = "/tmp/.virgl_test";

    /// <summary>SD_LISTEN_FDS_START.</summary>
    private const int FirstActivationFd = 3;

    /// <summary>Socket to listen on; null: --fd is used. The vtest door always has one.</summary>
    public string? SocketPath { get; init; }

    /// <summary>Inherited socket that listens already; null: one of the others is used.</summary>
    public int? ListenFd { get; init; }

    /// <summary>Socket of a front-end that listens; null: one of the others is used.</summary>
    public string? ConnectPath { get; init; }

    /// <summary>Inherited, connected vhost-user socket; null: --socket-path is used.</summary>
    public int? Fd { get; init; }

    /// <summary>Offer 3D to the guest.</summary>
    public VirglDemand Virgl { get; init; }

    /// <summary>Device file of the GPU to draw on; null: the first EGL platform that works.</summary>
    public string? RenderNode { get; init; }

    /// <summary>The one EGL platform to try; null: all, in EglDisplay's order.</summary>
    public EglPlatform? Platform { get; init; }

    /// <summary>Folder that gets the guest's screen as PNG; null: none.</summary>
    public string? PngDirectory { get; init; }

    /// <summary>Keep every N-th frame as a numbered file; 0: only the latest.</summary>
    public int PngEvery { get; init; }

    /// <summary>When pictures are written.</summary>
    public PngPolicy PngPolicy { get; init; }

    /// <summary>File for state reports; null: report.json in the folder of the pictures, or the log.</summary>
    public string? ReportPath { get; init; }

    /// <summary>Give the front-end's display memory in place of pixels where this host can.</summary>
    public bool SharesMemory { get; init; } = true;

    /// <summary>Show the screens in windows of this desktop.</summary>
    public bool ShowsWindow { get; init; }

    /// <summary>Threads for the guest's contexts beside the device's own, 0…31; null: as many as the host has cores to spare, at most 4.</summary>
    public int? ContextThreads { get; init; }

    /// <summary>Screens of the guest, 1…16.</summary>
    public int ScreenCount { get; init; } = 1;

    /// <summary>Preferred mode in pixels where no front-end display answers.</summary>
    public ScreenSize Size { get; init; } = ScreenSize.Default;

    /// <summary>End after the first peer has left.</summary>
    public bool Once { get; init; }

    /// <summary>Host memory that all resources of one guest together may use.</summary>
    public long MemoryBudgetInBytes { get; init; }

    /// <summary>Folder that gets each distinct shader that arrives; null: none.</summary>
    public string? ShaderDirectory { get; init; }

    /// <summary>File that gets a recording; null: none.</summary>
    public string? RecordPath { get; init; }

    /// <summary>Least level that is written.</summary>
    public LogEventLevel LogLevel { get; init; } = LogEventLevel.Information;

    /// <summary>File that gets a copy of the log; null: stderr only.</summary>
    public string? LogFile { get; init; }

    /// <summary>What `translate` works on; null for every other command.</summary>
    public TranslateOptions? Translate { get; init; }

    /// <summary>What `compare` looks at; null for every other command.</summary>
    public Pictures.CompareOptions? Compare { get; init; }

    /// <summary>The listening socket that systemd hands over (LISTEN_PID and LISTEN_FDS, sd_listen_fds(3)); null where this process was not started for one.</summary>
    public static int? ActivationFd =>
        Environment.GetEnvironmentVariable("LISTEN_PID") == Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
        && int.TryParse(Environment.GetEnvironmentVariable("LISTEN_FDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? FirstActivationFd
            : null;

    /// <summary>What `replay` plays; null for every other command.</summary>
    public ReplayOptions? Replay { get; init; }

    /// <summary>What `inspect` is asked to do; null for every other command.</summary>
    public InspectOptions? Inspect { get; init; }

    /// <summary>The vtest socket path of the environment (VTEST_SOCKET_NAME, which Mesa's client honours too), or Mesa's default.</summary>
    public static string VtestPathOfEnvironment =>
        Environment.GetEnvironmentVariable("VTEST_SOCKET_NAME") is { Length: > 0 } path ? path : DefaultVtestPath;
}
