using Serilog;
using VirglHost.Daemon.Recordings;
using VirglHost.OpenGL.Egl;
using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.VirtioGpu;

namespace VirglHost.Daemon;

/// <summary>Serves QEMU: the vhost-user-gpu back-end.</summary>
internal static class DeviceDoor
{
    public static ExitCode Serve(Options options, ILogger log)
    {
        using StopSignal stop = new();
        using ReportSignal report = new();
        EglDisplay? display = null;
        RecordingFiles? recordings = null;
        ScreenRecorder? screens = options.RecordPath is null ? null : new ScreenRecorder();
        ShaderTextHandler? dump = ShaderDump.Open(options, log);
        try
        {
            if (options.Virgl == VirglDemand.Off)
                log.Information("Guests get 2D only; --virgl offers 3D");
            if (options.Virgl == VirglDemand.Required)
                HostOpenGl.RequireContext(display = HostOpenGl.Open(options));
            if (screens is not null && options.Virgl == VirglDemand.Off)
                screens.Recorder = new RecordingFiles(options.RecordPath!, "vhost-user", "no OpenGL", log).Next();
            GpuServerOutcome outcome = GpuServer.Run(ToServerOptions(options, report) with { ScreenTap = screens }, Create, log, stop.Event);
            return Translate(outcome, log);
        }
        catch (GpuServerException fault)
        {
            log.Error("{Reason}", fault.Message);
            return Translate(fault.Fault);
        }
        finally
        {
            // A renderer ends its recording itself; without one nobody else does, and doing it twice is harmless.
            screens?.Recorder?.Dispose();
            display?.Dispose();
        }

        Renderer? Create()
        {
            try
            {
                display ??= HostOpenGl.Open(options);
                recordings ??= options.RecordPath is { } path ? new RecordingFiles(path, "vhost-user", HostOpenGl.NameOf(display, options, log), log) : null;
                Recorder? recorder = recordings?.Next();
                if (screens is not null)
                    screens.Recorder = recorder;
                Renderer renderer = HostOpenGl.CreateRenderer(display, options, log, dump, recorder);
                HostOpenGl.Report(display, renderer.Capabilities, log);
                return renderer;
            }
            catch (EglException fault) when (options.Virgl == VirglDemand.Auto)
            {
                if (screens is not null)
                    screens.Recorder ??= new RecordingFiles(options.RecordPath!, "vhost-user", "no OpenGL", log).Next();
                log.Error("NO 3D: guests get 2D only, because this host has no usable OpenGL: {Reason} --virgl=required ends the program instead", fault.Message);
                return null;
            }
        }
    }

    private static GpuServerOptions ToServerOptions(Options options, ReportSignal report) => new()
    {
        SocketPath = options.SocketPath,
        ListenFd = options.ListenFd,
        ConnectPath = options.ConnectPath,
        SocketFd = options.Fd,
        Once = options.Once,
        PngDirectory = options.PngDirectory,
        PngEvery = options.PngEvery,
        // What QEMU shows of shared memory is never read here, so that no recording would know of it.
        SharesMemory = options.SharesMemory && options.RecordPath is null,
        ShowsWindow = options.ShowsWindow,
        ScanoutCount = options.ScreenCount,
        Width = options.Size.Width,
        Height = options.Size.Height,
        PngPolicy = options.PngPolicy,
        ReportRequested = report.Event,
        ReportPath = options.ReportPath ?? (options.PngDirectory is { } folder ? Path.Combine(folder, "report.json") : null),
        ContextThreads = options.ContextThreads ?? Math.Clamp(Environment.ProcessorCount - 1, 0, 4),
        MaxImageBytes = options.MemoryBudgetInBytes,
        Virgl = options.Virgl != VirglDemand.Off,
    };

    private static ExitCode Translate(GpuServerOutcome outcome, ILogger log)
    {
        switch (outcome)
        {
            case GpuServerOutcome.Stopped:
            case GpuServerOutcome.PeerGone:
                return ExitCode.Ok;
            case GpuServerOutcome.PeerBroke:
                log.Error("The front-end broke the vhost-user protocol; the log above says where");
                return ExitCode.Protocol;
            default:
                log.Error("The host's OpenGL was lost; start virglhost again");
                return ExitCode.HostLost;
        }
    }

    private static ExitCode Translate(GpuServerFault fault) => fault switch
    {
        GpuServerFault.InvalidOptions or GpuServerFault.BadDescriptor => ExitCode.Usage,
        _ => ExitCode.CannotCreate,
    };
}
