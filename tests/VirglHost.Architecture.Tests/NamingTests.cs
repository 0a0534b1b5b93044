using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VirglHost.Architecture.Tests;

/// <summary>Names that say nothing are refused; a file is called after the one public type it holds.</summary>
public sealed class NamingTests
{
    private static readonly string[] EmptySuffixes = ["Manager", "Helper", "Helpers", "Util", "Utils", "Info", "Data", "Base", "Impl"];

    private static readonly string[] Allowed = ["ShaderInfo"];

    [Fact]
    public void Type_names_say_a_role() => Repository.AssertNone(Repository.Sources.Where(file => !file.IsGenerated).SelectMany(EmptyNames));

    [Fact]
    public void Files_hold_at_most_one_public_type() => Repository.AssertNone(Repository.Sources.Where(file => !file.IsGenerated).SelectMany(CrowdedFiles));

    [Theory]
    [InlineData("class TextureManager { }", 1)]
    [InlineData("class ShaderInfo { }", 0)]
    [InlineData("class A { struct RowData { } }", 1)]
    public void Empty_name_is_found(string code, int expected) => Assert.Equal(expected, EmptyNames(SourceFile.Parse("src/P/A.cs", code)).Count());

    [Fact]
    public void Second_public_type_in_a_file_is_found() =>
        Assert.Single(CrowdedFiles(SourceFile.Parse("src/P/A.cs", "namespace N; public class A { public enum Inner { } } public enum B { } class C { }")));

    private static IEnumerable<string> EmptyNames(SourceFile file) =>
        from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        let name = type.Identifier.Text
        where EmptySuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) && !Allowed.Contains(name)
        select $"{file.At(type)}: {name} ends in a word that says nothing; take a suffix of the closed list in src/README.md";

    private static IEnumerable<string> CrowdedFiles(SourceFile file)
    {
        string[] names = [.. file.TopLevelTypes().Where(SourceFile.IsPublic).Select(SourceFile.TypeName).Distinct()];
        if (names.Length > 1)
            yield return $"{file.RelativePath}: {names.Length} public types ({string.Join(", ", names)}); one per file";
    }
}
