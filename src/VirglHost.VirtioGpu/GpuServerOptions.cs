using VirglHost.Linux;
using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu;

/// <summary>What the server serves and how. Exactly one of <see cref="SocketPath"/>, <see cref="ListenFd"/>, <see cref="ConnectPath"/> and <see cref="SocketFd"/> is set.</summary>
public sealed record GpuServerOptions
{
    /// <summary>Listen here; a stale socket file that nobody listens on is replaced. At most 107 bytes in UTF-8.</summary>
    public string? SocketPath { get; init; }

    /// <summary>An inherited socket that listens already, as systemd hands over; its file stays when the server ends.</summary>
    public int? ListenFd { get; init; }

    /// <summary>An inherited, connected socket; implies <see cref="Once"/>.</summary>
    public int? SocketFd { get; init; }

    /// <summary>
    /// Connect to a front-end that listens here (QEMU: a socket chardev with server=on), again and again until it is there, and once more whenever it is lost.
    /// A device that is started anew behind a living guest takes over at the guest's next reset. At most 107 bytes in UTF-8.
    /// </summary>
    public string? ConnectPath { get; init; }

    /// <summary>Come back after the first front-end that said at least one message; otherwise listen again.</summary>
    public bool Once { get; init; }

    /// <summary>Folder for pictures of the guest's screens; null = none are written. Made if missing.</summary>
    public string? PngDirectory { get; init; }

    /// <summary>0: only latest.png, or with <see cref="PngPolicy.Flush"/> every frame. N: every N-th flushed frame as frame-000001.png and so on; none is left out.</summary>
    public int PngEvery { get; init; }

    /// <summary>When pictures are written.</summary>
    public PngPolicy PngPolicy { get; init; }

    /// <summary>Shortest time between two latest.png of one screen, 0…1 hour. The last frame is always written.</summary>
    public TimeSpan PngInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Shortest time between two pictures sent to the front-end's display, 0…1 hour.</summary>
    public TimeSpan DisplayInterval { get; init; } = TimeSpan.FromMilliseconds(16);

    /// <summary>
    /// Give the front-end's display the memory of the guest's pictures (dma-buf) where the host's EGL can export it. False: always pixels, as for a QEMU that has
    /// no display with OpenGL: it takes memory, shows nothing, and does not say so.
    /// </summary>
    public bool SharesMemory { get; init; } = true;

    /// <summary>Preferred width of screen 0 in pixels, 32…8192, where the front-end's display doesn't say one.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Preferred height of screen 0 in pixels, 32…8192, where the front-end's display doesn't say one.</summary>
    public int Height { get; init; } = 800;

    /// <summary>Screens in config space, 1…16; QEMU puts its own number there.</summary>
    public int ScanoutCount { get; init; } = 1;

    /// <summary>
    /// Show each screen in a window of this host, which then decides the sizes that guests are told. The thread that calls the server must be the process's first.
    /// </summary>
    public bool ShowsWindow { get; init; }

    /// <summary>Signalled when an operator wants a state report and screenshots; null: nobody can ask.</summary>
    public EventFd? ReportRequested { get; init; }

    /// <summary>File that state reports go to, replaced whole each time; null: they go to the log.</summary>
    public string? ReportPath { get; init; }

    /// <summary>Who sees each picture of a guest that lives in plain memory; null: nobody.</summary>
    public IScreenTap? ScreenTap { get; init; }

    /// <summary>Offer 3D. False: VIRGL isn't offered, there are no capability sets, 3D commands are refused, and no renderer is made.</summary>
    public bool Virgl { get; init; } = true;

    /// <summary>Most bytes of one SUBMIT_3D.</summary>
    public int MaxSubmitBytes { get; init; } = 16 << 20;

    /// <summary>Most bytes of all 2D images together; what the renderer holds has a budget of its own.</summary>
    public long MaxImageBytes { get; init; } = 2L << 30;

    /// <summary>Most entries of one ATTACH_BACKING; 16384×16384 pixels in 4 KiB pages need 262144.</summary>
    public int MaxBackingEntries { get; init; } = 1 << 19;

    /// <summary>Most commands that may wait for fences or answers at once.</summary>
    public int MaxWaitingRequests { get; init; } = 4096;

    /// <summary>Longest time a stopping queue waits for the GPU before it gives its requests back, in milliseconds.</summary>
    public int StopTimeoutInMilliseconds { get; init; } = 5000;

    /// <summary>
    /// Threads beside the device's own that contexts are spread over, 0…31: programs of the guest that share nothing then do not wait for each other. Without effect
    /// on a device that is recorded or whose shaders are dumped.
    /// </summary>
    public int ContextThreads { get; init; }

    /// <summary>For tests on hosts that cannot export: gives out memory in place of the renderer.</summary>
    internal IPictureExporter? Exporter { get; init; }

    /// <summary>For tests and fuzzing: bugs of this program are thrown instead of being answered and logged.</summary>
    public bool CrashOnBug { get; init; }
}
