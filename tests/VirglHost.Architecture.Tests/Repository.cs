using System.Diagnostics;

namespace VirglHost.Architecture.Tests;

/// <summary>The working tree under test: its root, its projects and its files as git would commit them.</summary>
internal static class Repository
{
    /// <summary>Folder that holds VirglHost.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file that is tracked or would be added: relative paths with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    /// <summary>A program of its own (`dotnet run Generate.cs`), which no project compiles.</summary>
    private const string Generator = "/Generate.cs";

    /// <summary>Parsed C# files of src/, generated ones included.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Files.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal) && !path.EndsWith(Generator, StringComparison.Ordinal))
            .Select(path => SourceFile.Parse(path, Read(path)))];

    /// <summary>Names of the projects under src/, for example VirglHost.Vtest.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Files.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    public static string ProjectFile(string project) => Read($"src/{project}/{project}.csproj");

    /// <summary>Fails with one line per violation; each line says where and what to do.</summary>
    public static void AssertNone(IEnumerable<string> violations)
    {
        string[] found = [.. violations];
        Assert.True(found.Length == 0, $"{found.Length} violation(s):\n" + string.Join('\n', found));
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VirglHost.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("VirglHost.sln is in none of the folders above the test binary.");
    }

    private static string[] ListFiles()
    {
        ProcessStartInfo start = new("git", ["-C", Root, "ls-files", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true };
        using Process git = Process.Start(start)!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Path.Combine(Root, path)))];
    }
}
