using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace VirglHost.Daemon.Tests;

/// <summary>virglhost as a process of its own, with everything it says.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private RunningProgram(ProcessStartInfo start, string? input = null)
    {
        start.RedirectStandardInput = input is not null;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (input is not null)
        {
            _process.StandardInput.Write(input);
            _process.StandardInput.Close();
        }
    }

    public string Output => Text(_output);

    public string Errors => Text(_errors);

    public static RunningProgram Start(params string[] arguments) => StartWith("LIBGL_ALWAYS_SOFTWARE", "1", arguments);

    /// <summary>Starts it, writes all of <paramref name="input"/> to its standard input and closes that.</summary>
    public static RunningProgram StartWithInput(string input, params string[] arguments) => new(Describe(arguments), input);

    /// <summary>Runs a line of shell with $VIRGLHOST set: for descriptors that only a shell can hand over.</summary>
    public static RunningProgram StartFromShell(string line)
    {
        ProcessStartInfo start = new("/bin/sh", ["-c", line]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["VIRGLHOST"] = Path.Combine(AppContext.BaseDirectory, "virglhost");
        return new RunningProgram(start);
    }

    public static RunningProgram StartWith(string variable, string value, params string[] arguments)
    {
        ProcessStartInfo start = Describe(arguments);
        start.Environment[variable] = value;
        return new RunningProgram(start);
    }

    private static ProcessStartInfo Describe(string[] arguments) =>
        new(Path.Combine(AppContext.BaseDirectory, "virglhost"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

    public ExitCode WaitForExit(int seconds = 60)
    {
        Assert.True(_process.WaitForExit(TimeSpan.FromSeconds(seconds)), $"still runs after {seconds} s\n{Errors}");
        _process.WaitForExit(); // until both pipes are read to their end
        return (ExitCode)_process.ExitCode;
    }

    public void WaitForError(string text) =>
        Assert.True(SpinWait.SpinUntil(() => Errors.Contains(text, StringComparison.Ordinal) || _process.HasExited, Patience) && !_process.HasExited, $"never said '{text}':\n{Errors}");

    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static void Add(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
            text.Append(line).Append('\n');
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
