using System.Xml.Linq;

namespace VirglHost.Architecture.Tests;

/// <summary>Arrows point down only, and memory danger has an address.</summary>
public sealed class ReferenceTests
{
    /// <summary>Direct references each project may have. Fewer is fine, more is not.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["VirglHost.Daemon"] = ["VirglHost.Inspection", "VirglHost.Recording", "VirglHost.VirtioGpu", "VirglHost.Vtest"],
        ["VirglHost.Inspection"] = ["VirglHost.Recording"],
        ["VirglHost.Recording"] = ["VirglHost.Rendering"],
        ["VirglHost.VirtioGpu"] = ["VirglHost.VhostUser", "VirglHost.Rendering", "VirglHost.Linux"],
        ["VirglHost.Vtest"] = ["VirglHost.Linux", "VirglHost.Rendering"],
        ["VirglHost.VhostUser"] = ["VirglHost.Linux"],
        ["VirglHost.Rendering"] = ["VirglHost.CommandStream", "VirglHost.Shaders", "VirglHost.OpenGL"],
        ["VirglHost.CommandStream"] = [],
        ["VirglHost.Shaders"] = [],
        ["VirglHost.OpenGL"] = [],
        ["VirglHost.Linux"] = [],
    };

    private static readonly string[] Leaves = ["VirglHost.CommandStream", "VirglHost.Shaders", "VirglHost.OpenGL", "VirglHost.Linux"];

    private static readonly string[] UnsafeProjects = ["VirglHost.Linux", "VirglHost.OpenGL"];

    [Fact]
    public void Projects_under_src_are_exactly_the_rooms() => Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), Repository.Projects);

    [Fact]
    public void Project_references_follow_the_arrows() => Repository.AssertNone(
        from project in Repository.Projects
        from target in ProjectReferences(Repository.ProjectFile(project))
        where !Arrows[project].Contains(target)
        select $"{project} references {target}; allowed: {string.Join(", ", Arrows[project])}");

    [Fact]
    public void Leaves_do_not_log() => Repository.AssertNone(
        from project in Leaves
        from package in PackageReferences(Repository.ProjectFile(project))
        where package.StartsWith("Serilog", StringComparison.Ordinal)
        select $"{project} references {package}: a leaf returns what happened, its caller logs");

    [Fact]
    public void Unsafe_code_is_allowed_in_exactly_two_projects() =>
        Assert.Equal(UnsafeProjects, Repository.Projects.Where(project => AllowsUnsafe(Repository.ProjectFile(project))));

    [Fact]
    public void Unsafe_code_is_off_by_default() =>
        Assert.Contains("<AllowUnsafeBlocks>false</AllowUnsafeBlocks>", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);

    [Fact]
    public void Package_versions_live_in_one_file() => Repository.AssertNone(
        from path in Repository.Files
        where path.EndsWith(".csproj", StringComparison.Ordinal)
        from reference in XDocument.Parse(Repository.Read(path)).Descendants("PackageReference")
        where reference.Attribute("Version") is not null
        select $"{path}: {reference.Attribute("Include")?.Value} carries a Version; versions belong in Directory.Packages.props");

    [Fact]
    public void Solution_holds_every_project()
    {
        string solution = Repository.Read("VirglHost.sln").Replace('\\', '/');
        Repository.AssertNone(
            from path in Repository.Files
            where path.EndsWith(".csproj", StringComparison.Ordinal) && !solution.Contains(path, StringComparison.Ordinal)
            select $"{path} is missing from VirglHost.sln");
    }

    [Fact]
    public void Reference_reader_sees_a_reference_with_a_path() =>
        Assert.Equal(["VirglHost.Vtest"], ProjectReferences("<Project><ItemGroup><ProjectReference Include=\"../VirglHost.Vtest/VirglHost.Vtest.csproj\" /></ItemGroup></Project>"));

    private static IEnumerable<string> ProjectReferences(string projectXml) =>
        XDocument.Parse(projectXml).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> PackageReferences(string projectXml) =>
        XDocument.Parse(projectXml).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

    private static bool AllowsUnsafe(string projectXml) =>
        XDocument.Parse(projectXml).Descendants("AllowUnsafeBlocks").Any(element => element.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase));
}
