namespace VirglHost.Architecture.Tests;

/// <summary>Each project explains itself in at most 25 lines.</summary>
public sealed class ReadmeTests
{
    private const int LineBudget = 25;

    [Fact]
    public void Every_project_has_a_readme() => Repository.AssertNone(
        from project in Repository.Projects
        where !Repository.Files.Contains($"src/{project}/README.md")
        select $"src/{project}/README.md is missing: job, door types, what it may reference, who calls it on which thread");

    [Fact]
    public void Project_readmes_stay_within_25_lines() => Repository.AssertNone(
        from project in Repository.Projects
        let path = $"src/{project}/README.md"
        where Repository.Files.Contains(path)
        let lines = Repository.Read(path).TrimEnd('\n').Split('\n').Length
        where lines > LineBudget
        select $"{path}: {lines} lines, budget {LineBudget}");
}
