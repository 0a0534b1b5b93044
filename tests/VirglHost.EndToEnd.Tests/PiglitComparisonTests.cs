using VirglHost.EndToEnd.Tests.Machines;

namespace VirglHost.EndToEnd.Tests;

/// <summary>tests/piglit/compare.py, which decides what a piglit run is worth, on made-up results.</summary>
public sealed class PiglitComparisonTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-piglit-").FullName;

    [Fact]
    public void Failing_test_that_no_line_names_is_worse()
    {
        WriteRun("run", ("spec@a@one", "pass"), ("spec@a@two", "fail"));
        (int exitCode, string output) = Compare("");

        Assert.Equal(1, exitCode);
        Assert.Contains("WORSE   spec@a@two: fail, expected pass", output, StringComparison.Ordinal);
        Assert.Contains("2 tests: 1 pass, 1 fail", output, StringComparison.Ordinal);
        Assert.Equal("spec@a@two\n", File.ReadAllText(Path.Combine(_folder, "worse")));
    }

    [Theory]
    [InlineData("spec@a@two\tfail\thost", 0)]
    [InlineData("spec@a@two\tcrash,fail\thost", 0)]
    [InlineData("spec@a@two\tflake\thost", 0)]
    [InlineData("spec@a@*\tfail\thost", 0)]
    [InlineData("spec@a@two\tskip\thost", 1)]
    [InlineData("spec@b@*\tfail\thost", 1)]
    public void Line_allows_only_the_result_that_it_names(string line, int expected)
    {
        WriteRun("run", ("spec@a@one", "pass"), ("spec@a@two", "fail"));

        Assert.Equal(expected, Compare(line).ExitCode);
    }

    [Theory]
    [InlineData("spec@a@two fail host")]
    [InlineData("spec@a@two\tfail\t")]
    [InlineData("spec@a@two\tbroken\thost")]
    public void Line_without_result_or_cause_is_refused(string line)
    {
        WriteRun("run", ("spec@a@two", "fail"));
        (int exitCode, string output) = Compare(line);

        Assert.True(exitCode != 0 && output.Contains("wanted NAME, tab, RESULT", StringComparison.Ordinal), output);
    }

    [Fact]
    public void Passing_test_that_was_expected_to_fail_is_told_and_no_failure()
    {
        WriteRun("run", ("spec@a@two", "pass"));
        (int exitCode, string output) = Compare("spec@a@two\tfail\thost");

        Assert.Equal(0, exitCode);
        Assert.Contains("BETTER  spec@a@two", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Expected_failure_that_passes_on_the_peer_is_lost()
    {
        WriteRun("run", ("spec@a@two", "fail"), ("spec@a@three", "pass"));
        WriteRun("peer", ("spec@a@two", "pass"), ("spec@a@three", "crash"));
        (int exitCode, string output) = Compare("spec@a@two\tfail\tours", "--peer", Path.Combine(_folder, "peer"));

        Assert.Equal(1, exitCode);
        Assert.Contains("LOST    spec@a@two", output, StringComparison.Ordinal);
        Assert.Contains("WON     spec@a@three", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quick_gl")]
    [InlineData("quick_shader")]
    public void Committed_lists_are_well_formed_and_leave_the_quick_profile_alone(string suite)
    {
        string folder = Path.Combine(Workplace.Root, "tests/expectations");
        string[] quick = [.. File.ReadLines(Path.Combine(folder, "quick.txt")).Where(line => line.StartsWith(suite + " ", StringComparison.Ordinal)).Select(line => line[(suite.Length + 1)..])];
        Assert.NotEmpty(quick);
        WriteRun("run", [.. quick.Select(name => (name, "fail"))]);
        (_, string output) = Compare(File.ReadAllText(Path.Combine(folder, suite + ".tsv")));

        Assert.Contains($"{quick.Length} worse than expected", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void WriteRun(string name, params (string Test, string Result)[] results)
    {
        Directory.CreateDirectory(Path.Combine(_folder, name));
        IEnumerable<string> tests = results.Select(result => $"\"{result.Test}\": {{\"result\": \"{result.Result}\", \"err\": \"\", \"out\": \"\", \"subtests\": {{}}}}");
        File.WriteAllText(Path.Combine(_folder, name, "results.json"), "{\"tests\": {" + string.Join(",\n", tests) + "}}");
    }

    private (int ExitCode, string Output) Compare(string expectations, params string[] more)
    {
        string list = Path.Combine(_folder, "expected.tsv");
        File.WriteAllText(list, expectations + "\n");
        return Command.TryRun(
            new Dictionary<string, string>(), Limit, "python3",
            [Path.Combine(Workplace.Root, "tests/piglit/compare.py"), Path.Combine(_folder, "run"), "--expect", list, "--unexpected", Path.Combine(_folder, "worse"), .. more]);
    }
}
