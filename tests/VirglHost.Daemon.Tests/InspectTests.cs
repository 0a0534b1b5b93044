using System.Text.RegularExpressions;

namespace VirglHost.Daemon.Tests;

/// <summary>`virglhost inspect` as a process; what the page holds is tested in VirglHost.Inspection.Tests.</summary>
public sealed class InspectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-inspect-").FullName;

    private static string Triangle => Path.Combine(AppContext.BaseDirectory, "data", "triangle.rec");

    private string Page => Path.Combine(_folder, "page.html");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Page_of_the_samples_recording_is_written_and_counted()
    {
        using RunningProgram program = RunningProgram.Start("inspect", Triangle, "--html", Page);

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.Matches($@"^{Regex.Escape(Page)}: 1 draws, \d+ lines, 2 shaders, \d+ pictures, 0 refusals; \d+\.\d MiB in \d+\.\d s\n$", program.Output);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Recording_cut_short_gives_a_page_and_says_so()
    {
        string cut = Path.Combine(_folder, "cut.rec");
        File.WriteAllBytes(cut, File.ReadAllBytes(Triangle)[..^20]);
        using RunningProgram program = RunningProgram.Start("inspect", cut, "--html", Page);

        Assert.Equal(ExitCode.BadInput, program.WaitForExit());
        Assert.Contains("The page holds what came before.", program.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(Page));
    }

    [Fact]
    public void File_that_is_no_recording_gives_no_page()
    {
        using RunningProgram text = RunningProgram.Start("inspect", typeof(InspectTests).Assembly.Location, "--html", Page);
        Assert.Equal(ExitCode.BadInput, text.WaitForExit());
        Assert.False(File.Exists(Page));

        using RunningProgram nothing = RunningProgram.Start("inspect", Path.Combine(_folder, "nothing.rec"), "--html", Page);
        Assert.Equal(ExitCode.NoInput, nothing.WaitForExit());
        Assert.False(File.Exists(Page));
    }

    [Fact]
    public void Page_that_cannot_be_written_is_said_so()
    {
        using RunningProgram program = RunningProgram.Start("inspect", Triangle, "--html", Path.Combine(_folder, "no", "page.html"));

        Assert.Equal(ExitCode.CannotCreate, program.WaitForExit());
    }

    [Theory]
    [InlineData("--html: ", "inspect", "FILE")]
    [InlineData("--draws: '5..2' is not FROM..TO", "inspect", "FILE", "--html", "OUT", "--draws", "5..2")]
    [InlineData("--draws: '0' is not FROM..TO", "inspect", "FILE", "--html", "OUT", "--draws", "0")]
    [InlineData("--thumbnail-size is for pictures", "inspect", "FILE", "--html", "OUT", "--no-thumbnails", "--thumbnail-size", "64")]
    public void Wrong_arguments_are_named(string message, params string[] arguments)
    {
        using RunningProgram program = RunningProgram.Start(arguments);

        Assert.Equal(ExitCode.Usage, program.WaitForExit());
        Assert.Contains(message.TrimEnd(' ', ':'), program.Errors, StringComparison.Ordinal);
    }
}
