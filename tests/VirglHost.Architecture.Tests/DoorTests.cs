using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VirglHost.Architecture.Tests;

/// <summary>
/// A room's door is its public types. They are listed in doors/ROOM.txt, so that a type which becomes public by accident shows in the diff.
/// UPDATE_GOLDEN=1 rewrites the lists.
/// </summary>
public sealed class DoorTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests/VirglHost.Architecture.Tests/doors");

    public static TheoryData<string> Rooms => [.. Repository.Projects];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Public_types_of_a_room_are_the_listed_ones(string project)
    {
        string path = Path.Combine(Folder, project["VirglHost.".Length..] + ".txt");
        string actual = string.Concat(PublicTypes(Repository.Sources.Where(file => file.Project == project)).Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, actual);
        }
        Assert.True(File.Exists(path), $"{path} is missing; UPDATE_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Fact]
    public void Program_has_no_door() => Assert.Empty(PublicTypes(Repository.Sources.Where(file => file.Project == "VirglHost.Daemon")));

    [Fact]
    public void List_holds_public_types_with_their_kind_and_no_others() => Assert.Equal(
        ["N.A class", "N.B record struct", "N.C<T> interface"],
        PublicTypes([SourceFile.Parse("src/P/A.cs", "namespace N; public interface C<T> { } public record struct B; internal class X { } public sealed partial class A { public class Inner { } } public partial class A { }")]));

    private static IEnumerable<string> PublicTypes(IEnumerable<SourceFile> files) => files
        .SelectMany(file => file.TopLevelTypes().Where(SourceFile.IsPublic)).Select(Describe).Distinct().Order(StringComparer.Ordinal);

    private static string Describe(MemberDeclarationSyntax type)
    {
        string space = type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
        string generics = (type as TypeDeclarationSyntax)?.TypeParameterList?.ToString() ?? "";
        string kind = type switch
        {
            RecordDeclarationSyntax record => record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) ? "record struct" : "record",
            TypeDeclarationSyntax declared => declared.Keyword.Text,
            EnumDeclarationSyntax => "enum",
            _ => "delegate",
        };
        return $"{space}.{SourceFile.TypeName(type)}{generics} {kind}";
    }
}
