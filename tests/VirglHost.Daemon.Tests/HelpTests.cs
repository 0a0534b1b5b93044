using System.CommandLine;
using System.Runtime.CompilerServices;

namespace VirglHost.Daemon.Tests;

/// <summary>The help texts, word for word. UPDATE_GOLDEN=1 rewrites them.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("help.txt", "--help")]
    [InlineData("help-vtest.txt", "vtest", "--help")]
    [InlineData("help-doctor.txt", "doctor", "--help")]
    [InlineData("help-translate.txt", "translate", "--help")]
    [InlineData("help-compare.txt", "compare", "--help")]
    [InlineData("help-replay.txt", "replay", "--help")]
    [InlineData("help-inspect.txt", "inspect", "--help")]
    public void Help_is_complete(string golden, params string[] arguments)
    {
        CommandLine commandLine = new(_ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok);
        using StringWriter output = new();

        int code = commandLine.Parse(arguments).Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(0, code);
        // The program's name is the test's own when it runs inside the test.
        string text = output.ToString().Replace(Path.GetFileName(Environment.ProcessPath)!, "virglhost", StringComparison.Ordinal);
        Compare(golden, text);
    }

    [Fact]
    public void Every_exit_code_is_in_the_help()
    {
        CommandLine commandLine = new(_ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok, _ => ExitCode.Ok);

        foreach (ExitCode code in Enum.GetValues<ExitCode>())
            Assert.Contains($"{(int)code} ", commandLine.Root.Description!, StringComparison.Ordinal);
    }

    private static void Compare(string golden, string actual, [CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "golden", golden);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.True(File.Exists(path), $"{path} is missing; UPDATE_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
