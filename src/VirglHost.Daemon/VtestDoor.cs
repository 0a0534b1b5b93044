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
    /// <summary>Sub-contexts that were seen to be opened before the first frame of a program (glmark2 over Mesa 22.3).</summary>
    private const int ContextsOfMesa = 3;

    public static ExitCode Serve(Options options, ILogger log)
    {
        using StopSignal stop = new();
        ShaderTextHandler? dump = ShaderDump.Open(options, log);
        EglDisplay? display = null;
        Renderer? probe = null;
        RecordingFiles? recordings = null;
        VtestServerOptions server = new()
        {
            SocketPath = options.SocketPath!,
            Once = options.Once,
            SharedMemoryBudgetInBytes = options.MemoryBudgetInBytes,
            Listening = Open,
            ClientGone = () => display!.PrepareContexts(ContextsOfMesa),
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
            probe?.Dispose();
            display?.Dispose();
        }

        // A host that cannot draw is told now, not to the first client.
        void Open()
        {
            display = HostOpenGl.Open(options);
            probe = HostOpenGl.CreateVtestRenderer(display, options, log);
            HostOpenGl.Report(display, probe.Capabilities, log);
            probe.LoadCompiler();
            display.PrepareContexts(ContextsOfMesa);
            if (options.RecordPath is not { } path)
                return;
            recordings = new RecordingFiles(path, "vtest", probe.Capabilities.HostRenderer, log);
            log.Information("--record: clients get no persistently mapped buffers, for a recording cannot see what they write there");
        }
    }
}
