using System.Diagnostics;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>A program that runs to its end.</summary>
internal static class Command
{
    /// <summary>Runs it and returns what it printed; fails the test when it ends badly or late.</summary>
    /// <param name="environment">Variables beside this process's own.</param>
    /// <param name="limit">The longest that it may take.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    public static string Run(IReadOnlyDictionary<string, string> environment, TimeSpan limit, string program, params string[] arguments)
    {
        (int exitCode, string output) = TryRun(environment, limit, program, arguments);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    /// <summary>Runs it and returns its exit code and what it printed on both streams; fails the test when it ends late.</summary>
    public static (int ExitCode, string Output) TryRun(IReadOnlyDictionary<string, string> environment, TimeSpan limit, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Assert.Fail($"{program} {string.Join(' ', arguments)} still ran after {limit.TotalSeconds} s:\n{output.Result}{errors.Result}");
        }

        return (process.ExitCode, output.Result + errors.Result);
    }
}
