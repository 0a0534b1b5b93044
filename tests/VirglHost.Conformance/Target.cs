using System.Diagnostics;
using System.Globalization;
using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.Conformance;

/// <summary>A back-end program. It is started when first needed, and again when it has ended, as QEMU's does after each front-end.</summary>
internal sealed class Target(string name, string program, string[] arguments) : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"conformance-{Environment.ProcessId}-{(uint)name.GetHashCode(StringComparison.Ordinal):x}.sock");
    private Process? _process;

    public string Name { get; } = name;

    public bool IsPeer => arguments.Length == 0;

    /// <summary>Processor time of all threads of the running program, to the nanosecond.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            string[] threads = Directory.GetDirectories($"/proc/{_process!.Id}/task");
            long nanoseconds = threads.Sum(thread => long.Parse(File.ReadAllText($"{thread}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture));
            return TimeSpan.FromTicks(nanoseconds / 100);
        }
    }

    public UnixSocket Connect()
    {
        long deadline = Environment.TickCount64 + 30_000;
        while (true)
        {
            if (_process is null || _process.HasExited) Start();
            try
            {
                return UnixSocket.Connect(_path);
            }
            catch (LinuxException notYet) when (notYet.ErrnoName is "ENOENT" or "ECONNREFUSED")
            {
                if (Environment.TickCount64 > deadline) throw new FrontendException($"{Name} does not listen");
                Thread.Sleep(5);
            }
        }
    }

    /// <summary>QEMU's ends with its front-end: wait for that, so that the next connection does not meet the dying one.</summary>
    public void Left()
    {
        if (!IsPeer || _process is null) return;
        if (!_process.WaitForExit(300)) _process.Kill();
        _process.WaitForExit();
        File.Delete(_path);
    }

    public void Dispose()
    {
        if (_process is not null && !_process.HasExited) _process.Kill();
        _process?.Dispose();
        File.Delete(_path);
    }

    private void Start()
    {
        var start = new ProcessStartInfo(program, [$"--socket-path={_path}", .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        _process?.Dispose();
        _process = Process.Start(start) ?? throw new FrontendException($"{program} cannot be started");
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }
}
