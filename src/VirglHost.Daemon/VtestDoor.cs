using Serilog;
using VirglHost.Daemon.Recordings;
using VirglHost.Linux;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;
using VirglHost.Vtest;

namespace VirglHost.Daemon;

/// <summary>Serves Mesa's virpipe clients.</summary>
internal static class VtestDoor
{
    public static ExitCode Serve(Options options, ILogger log)
    {
        using StopSignal stop = new();
        ShaderTextHandler? dump = ShaderDump.Open(options, log);
        EglDisplay? display = null;
        RecordingFiles? recordings = null;
        VtestServerOptions server = new()
        {
            SocketPath = options.SocketPath!,
            Once = options.Once,
            SharedMemoryBudgetInBytes = options.MemoryBudgetInBytes,
            Listening = Open,
        };
        try
        {
            VtestServer.Run(server, () => HostOpenGl.CreateVtestRenderer(display!, options, log, dump, recordings?.Next()), log, stop.Event);
            return ExitCode.Ok;
        }
        catch (LinuxException fault)
        {
            log.Error("Cannot listen on {Path}: {Reason}; choose another --socket-path", options.SocketPath, fault.Message);
            return ExitCode.CannotCreate;
        }
        finally
        {
            display?.Dispose();
        }

        // A host that cannot draw is told now, not to the first client.
        void Open()
        {
            display = HostOpenGl.Open(options);
            using Renderer probe = HostOpenGl.CreateVtestRenderer(display, options, log);
            HostOpenGl.Report(display, probe.Capabilities, log);
            if (options.RecordPath is not { } path)
                return;
            recordings = new RecordingFiles(path, "vtest", probe.Capabilities.HostRenderer, log);
            log.Information("--record: clients get no persistently mapped buffers, for a recording cannot see what they write there");
        }
    }
}
