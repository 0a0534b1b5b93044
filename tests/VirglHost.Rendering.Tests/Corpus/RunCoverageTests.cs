using VirglHost.Shaders.Tgsi;

namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>
/// Every supported opcode is run somewhere: in <see cref="OpcodeCases"/>, or in a program of shaders/corpus/mesa, which the tests of the vtest door play.
/// What is not run is listed with the reason.
/// </summary>
public sealed class RunCoverageTests
{
    private static readonly Dictionary<string, string> NotRun = new()
    {
        ["FBFETCH"] = "llvmpipe has no framebuffer fetch",
    };

    /// <summary>Run by <see cref="LevelZeroTests"/>.</summary>
    private static readonly string[] LevelZero = ["TEX_LZ", "TXF_LZ"];

    [Fact]
    public void Every_opcode_is_run_or_says_why_not()
    {
        HashSet<string> run = [.. OpcodeCases.All.SelectMany(subject => Words(subject.Text)), .. LevelZero];
        foreach (string path in Directory.EnumerateFiles(Path.Combine(CorpusCompileTests.Root, "mesa"), "*.tgsi")) run.UnionWith(Words(File.ReadAllText(path)));
        string[] missing = [.. TgsiOpcodeTable.Rows.Where(row => row.Refusal.Length == 0 && !run.Contains(row.Mnemonic) && !NotRun.ContainsKey(row.Mnemonic)).Select(row => row.Mnemonic)];
        Assert.Equal("", string.Join(' ', missing));
        Assert.Equal("", string.Join(' ', NotRun.Keys.Where(run.Contains)));
    }

    private static IEnumerable<string> Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Replace("_PRECISE", "", StringComparison.Ordinal).Replace("_SAT", "", StringComparison.Ordinal));
}
