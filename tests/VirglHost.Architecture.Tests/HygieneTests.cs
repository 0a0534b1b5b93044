using System.Xml.Linq;

namespace VirglHost.Architecture.Tests;

/// <summary>What never lands: unfinished work, package registry addresses, commented promises.</summary>
public sealed class HygieneTests
{
    // Spelled in halves, so that this file does not match itself.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception", "XX" + "X:", "HA" + "CK:"];

    private static readonly string[] TextEndings = [".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".sh", ".glsl", ".tgsi", ".yml", ".xml", ".config", ".txt", ".py", ".c"];

    [Fact]
    public void Nothing_unfinished_lands() => Repository.AssertNone(
        from path in TextFiles()
        from violation in Matches(path, Repository.Read(path), Unfinished)
        select violation);

    [Fact]
    public void Package_registry_addresses_are_not_written_down() => Repository.AssertNone(
        from path in TextFiles()
        from violation in Matches(path, Repository.Read(path), RegistryHosts())
        select violation);

    [Fact]
    public void No_package_source_configuration_is_committed() =>
        Repository.AssertNone(Repository.Files.Where(path => Path.GetFileName(path).Equals("nuget.config", StringComparison.OrdinalIgnoreCase)).Select(path => $"{path}: sources belong to the machine"));

    [Fact]
    public void Unfinished_word_is_found_with_its_line() =>
        Assert.Equal([$"a.cs:2: contains {Unfinished[0]}"], Matches("a.cs", $"fine\n// {Unfinished[0]} later\n", Unfinished));

    private static IEnumerable<string> TextFiles() => Repository.Files.Where(path => TextEndings.Contains(Path.GetExtension(path), StringComparer.Ordinal));

    private static IEnumerable<string> Matches(string path, string text, string[] words)
    {
        if (!words.Any(word => text.Contains(word, StringComparison.Ordinal)))
            yield break;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            foreach (string word in words.Where(word => lines[i].Contains(word, StringComparison.Ordinal)))
                yield return $"{path}:{i + 1}: contains {word}";
        }
    }

    /// <summary>Host names of the package sources this machine and user are configured with; the public ones are theirs too.</summary>
    private static string[] RegistryHosts()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] files = [Path.Combine(home, ".nuget/NuGet/NuGet.Config"), Path.Combine(home, ".config/NuGet/NuGet.Config"), "/etc/opt/NuGet/NuGet.Config"];
        IEnumerable<string> addresses = files.Where(File.Exists).SelectMany(file => XDocument.Load(file).Descendants("add").Select(source => source.Attribute("value")?.Value ?? ""));
        return [.. addresses.Where(address => address.StartsWith("http", StringComparison.Ordinal)).Select(address => new Uri(address).Host).Distinct()];
    }
}
