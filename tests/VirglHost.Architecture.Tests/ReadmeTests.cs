namespace VirglHost.Architecture.Tests;

/// <summary>Each project explains itself in at most 25 lines.</summary>
public sealed class ReadmeTests
{
    private const int LineBudget = 25;

    [Fact]
    public void Project_readmes_stay_within_25_lines() => Repository.AssertNone(
        from project in Repository.Projects
        let path = $"src/{project}/README.md"
        where Repository.Files.Contains(path)
        let lines = Repository.Read(path).TrimEnd('\n').Split('\n').Length
        where lines > LineBudget
        select $"{path}: {lines} lines, budget {LineBudget}");
}
