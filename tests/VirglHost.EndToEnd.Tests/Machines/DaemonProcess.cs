using System.Diagnostics;
using System.Globalization;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>One running virglhost.</summary>
internal sealed class DaemonProcess : IDisposable
{
    private static readonly string[] ComplaintLevels = [" WRN ", " ERR ", " FTL "];
    private readonly Process _process;
    private readonly LineQueue _log;

    private DaemonProcess(IEnumerable<string> arguments)
    {
        _process = Process.Start(new ProcessStartInfo(Workplace.Daemon, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        _log = new LineQueue(_process.StandardError, "daemon log");
    }

    /// <summary>Every line that it logged so far.</summary>
    public IReadOnlyCollection<string> Log => _log.All;

    public bool IsRunning => !_process.HasExited;

    public int Id => _process.Id;

    /// <summary>Starts it on a socket and waits until it listens.</summary>
    public static DaemonProcess Listen(string socket, params string[] options)
    {
        var daemon = new DaemonProcess(["--socket-path", socket, .. options]);
        try
        {
            daemon.WaitFor("listening on", TimeSpan.FromSeconds(60));
            return daemon;
        }
        catch
        {
            daemon.Dispose();
            throw;
        }
    }

    /// <summary>Starts it and waits for its end.</summary>
    public static (int ExitCode, string Errors) RunToEnd(TimeSpan limit, params string[] options)
    {
        using var daemon = new DaemonProcess(options);
        Assert.True(daemon._process.WaitForExit(limit), $"virglhost {string.Join(' ', options)} still runs after {limit.TotalSeconds} s:\n{string.Join('\n', daemon.Log)}");
        daemon._process.WaitForExit();
        var clock = Stopwatch.StartNew();
        while (!daemon._log.IsEnded && clock.Elapsed < TimeSpan.FromSeconds(5)) daemon._log.Take(TimeSpan.FromMilliseconds(100));
        return (daemon._process.ExitCode, string.Join('\n', daemon.Log));
    }

    /// <summary>Waits for a log line that holds the text, counting only lines not yet taken.</summary>
    public void WaitFor(string text, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < limit)
        {
            if (_log.Take(TimeSpan.FromMilliseconds(100)) is { } line && line.Contains(text, StringComparison.Ordinal)) return;
            if (_log.IsEnded) break;
        }
        Assert.Fail($"virglhost did not log '{text}' within {limit.TotalSeconds} s:\n{string.Join('\n', Log)}");
    }

    /// <summary>Log lines of level warning and above, after the first so many lines of the log.</summary>
    public IEnumerable<string> Complaints(int from = 0) =>
        Log.Skip(from).Where(line => ComplaintLevels.Any(level => line.Contains(level, StringComparison.Ordinal)));

    /// <summary>Asks for a state report (SIGUSR1) and returns the file that it writes.</summary>
    public string Report(string path)
    {
        File.Delete(path);
        Signal("USR1");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(path), TimeSpan.FromSeconds(30)), $"virglhost wrote no {path}");
        return File.ReadAllText(path);
    }

    /// <summary>Sends SIGTERM and returns the exit code.</summary>
    public int Terminate(TimeSpan limit)
    {
        Signal("TERM");
        Assert.True(_process.WaitForExit(limit), $"virglhost still runs {limit.TotalSeconds} s after SIGTERM");
        return _process.ExitCode;
    }

    private void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
