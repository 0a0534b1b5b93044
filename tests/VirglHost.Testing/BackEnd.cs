using System.Diagnostics;
using VirglHost.Linux;

namespace VirglHost.Testing;

/// <summary>The connection to the back-end, and its process if this program started it.</summary>
public sealed class BackEnd : IDisposable
{
    private readonly Process? _process;

    private BackEnd(UnixSocket socket, Process? process)
    {
        Socket = socket;
        _process = process;
    }

    /// <summary>The connection.</summary>
    public UnixSocket Socket { get; }

    /// <summary>Connects to a back-end that listens already.</summary>
    /// <param name="path">Its socket.</param>
    public static BackEnd Connect(string path) => new(UnixSocket.Connect(path), null);

    /// <summary>Starts a back-end on a socket of its own and connects to it.</summary>
    /// <param name="program">The program; is given --socket-path.</param>
    /// <param name="arguments">Its other arguments.</param>
    /// <exception cref="FrontendException">It did not start or listen.</exception>
    public static BackEnd Spawn(string program, string[] arguments)
    {
        string path = Path.Combine(Path.GetTempPath(), $"back-end-{Environment.ProcessId}.sock");
        Process process = Process.Start(new ProcessStartInfo(program, [$"--socket-path={path}", .. arguments]))
            ?? throw new FrontendException($"{program} could not be started");
        long deadline = Environment.TickCount64 + 20_000;
        while (true)
        {
            try
            {
                return new BackEnd(UnixSocket.Connect(path), process);
            }
            catch (LinuxException notYet) when (notYet.ErrnoName is "ENOENT" or "ECONNREFUSED")
            {
                if (process.WaitForExit(50)) throw new FrontendException($"{program} ended with exit code {process.ExitCode} before it listened");
                if (Environment.TickCount64 < deadline) continue;
                process.Kill();
                throw new FrontendException($"{program} does not listen on {path}");
            }
        }
    }

    /// <summary>Closes the connection and ends the process that <see cref="Spawn"/> started.</summary>
    public void Dispose()
    {
        Socket.Dispose();
        if (_process is null) return;
        // A back-end may serve the next front-end after this one; it was started for this one only.
        if (!_process.WaitForExit(2000)) _process.Kill();
        _process.Dispose();
    }
}
