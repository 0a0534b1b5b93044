using Serilog;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;
using VirglHost.VirtioGpu;

namespace VirglHost.Daemon;

/// <summary>Serves QEMU: the vhost-user-gpu back-end.</summary>
internal static class DeviceDoor
{
    public static ExitCode Serve(Options options, ILogger log)
    {
        using StopSignal stop = new();
        EglDisplay? display = null;
        ShaderTextHandler? dump = ShaderDump.Open(options, log);
        try
        {
            GpuServerOutcome outcome = GpuServer.Run(ToServerOptions(options), Create, log, stop.Event);
            return Translate(outcome, log);
        }
        catch (GpuServerException fault)
        {
            log.Error("{Reason}", fault.Message);
            return Translate(fault.Fault);
        }
        finally
        {
            display?.Dispose();
        }

        Renderer Create()
        {
            display = HostOpenGl.Open(options);
            Renderer renderer = HostOpenGl.CreateRenderer(display, options, log, dump);
            if (options.Virgl)
                HostOpenGl.Report(display, renderer.Capabilities, log);
            else
                log.Information("Guests get 2D only; --virgl offers 3D");
            return renderer;
        }
    }

    private static GpuServerOptions ToServerOptions(Options options) => new()
    {
        SocketPath = options.SocketPath,
        SocketFd = options.Fd,
        Once = options.Once,
        PngDirectory = options.PngDirectory,
        PngEvery = options.PngEvery,
        Width = options.Size.Width,
        Height = options.Size.Height,
        Virgl = options.Virgl,
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
