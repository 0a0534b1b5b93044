using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>One QEMU process with the sample's guest in it, its command channel (samples/guest/agent) and its control channel.</summary>
internal sealed class GuestMachine : IDisposable
{
    private static readonly TimeSpan BootLimit = TimeSpan.FromSeconds(240);
    private readonly string _folder;
    private readonly Process _process;
    private readonly LineQueue _errors;
    private Socket? _socket;
    private StreamWriter? _writer;
    private LineQueue? _lines;
    private ControlChannel? _control;
    private int _commandCount;

    private GuestMachine(string socket, string[] options)
    {
        _folder = Workplace.NewRunFolder();
        string[] arguments = ["--run", _folder, "--gpu", "vhost-user:" + socket, "--guest", Workplace.Guest, .. options];
        _process = Process.Start(new ProcessStartInfo(Path.Combine(Workplace.Root, "samples/guest/boot.sh"), arguments)
        { RedirectStandardError = true, RedirectStandardInput = true })!;
        _errors = new LineQueue(_process.StandardError, "qemu");
    }

    /// <summary>QEMU's control channel.</summary>
    public ControlChannel Control => _control!;

    /// <summary>The guest kernel's messages so far.</summary>
    public string Console
    {
        get
        {
            using var reader = new StreamReader(new FileStream(Path.Combine(_folder, "console.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return reader.ReadToEnd();
        }
    }

    /// <summary>Starts QEMU on a listening virglhost and waits until the guest takes commands.</summary>
    /// <param name="socket">Where virglhost listens.</param>
    /// <param name="options">Further options of samples/guest/boot.sh.</param>
    public static GuestMachine Boot(string socket, params string[] options)
    {
        var machine = new GuestMachine(socket, options);
        try
        {
            machine._socket = machine.Connect("agent");
            var stream = new NetworkStream(machine._socket, ownsSocket: true);
            machine._writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\n" };
            machine._lines = new LineQueue(new StreamReader(stream), "agent");
            machine._control = new ControlChannel(machine.Connect("qmp"));
            machine.WaitUntilReady();
            return machine;
        }
        catch
        {
            machine.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the guest's word that it has booted; again after each reset.</summary>
    public void WaitUntilReady()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < BootLimit)
        {
            if (_lines!.Take(TimeSpan.FromSeconds(1))?.StartsWith("@@ready", StringComparison.Ordinal) == true) return;
            if (_process.HasExited) Assert.Fail($"QEMU ended with {_process.ExitCode}: {string.Join('\n', _errors.All)}\n{Tail()}");
        }
        Assert.Fail($"the guest did not boot within {BootLimit.TotalSeconds} s:\n{Tail()}");
    }

    /// <summary>Runs a shell command in the guest. A command that outlives its limit is ended there and has status 143.</summary>
    public (int Status, string Output) TryRun(string command, int limitInSeconds = 60)
    {
        string id = (++_commandCount).ToString(CultureInfo.InvariantCulture);
        var output = new List<string>();
        var clock = Stopwatch.StartNew();
        _writer!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {limitInSeconds} {command}"));
        while (clock.Elapsed.TotalSeconds < limitInSeconds + 60)
        {
            if (_lines!.Take(TimeSpan.FromSeconds(1)) is not { } line)
            {
                Assert.False(_process.HasExited, "QEMU ended: " + string.Join('\n', _errors.All));
                continue;
            }

            if (line.StartsWith("@@end " + id + " ", StringComparison.Ordinal))
            {
                return (int.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture), string.Join('\n', output).TrimEnd());
            }
            output.Add(line);
        }
        Assert.Fail($"the guest did not finish '{command}':\n{string.Join('\n', output)}\n{Tail()}");
        return default;
    }

    /// <summary>Runs a shell command in the guest and returns its output; fails the test when the command fails.</summary>
    public string Run(string command, int limitInSeconds = 60)
    {
        (int status, string output) = TryRun(command, limitInSeconds);
        Assert.True(status == 0, $"'{command}' ended with {status} in the guest:\n{output}\n{Tail()}");
        return output;
    }

    /// <summary>Ends QEMU at once, as a crash would (SIGKILL).</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _control?.Dispose();
        _writer?.Dispose();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Tail() => File.Exists(Path.Combine(_folder, "console.log")) ? string.Join('\n', Console.Split('\n')[^Math.Min(40, Console.Split('\n').Length)..]) : "(no console)";

    private Socket Connect(string name)
    {
        string path = Path.Combine(_folder, name);
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(path));
                return socket;
            }
            catch (SocketException)
            {
                socket.Dispose();
                Assert.False(_process.HasExited, "QEMU ended: " + string.Join('\n', _errors.All));
                if (clock.Elapsed > BootLimit) throw;
                Thread.Sleep(50);
            }
        }
    }
}
