using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VirglHost.Architecture.Tests;

/// <summary>One C# file as syntax, with the questions that the rules ask of it.</summary>
internal sealed record SourceFile(string RelativePath, CompilationUnitSyntax Syntax, int LineCount)
{
    /// <summary>File name with extension.</summary>
    public string Name => Path.GetFileName(RelativePath);

    /// <summary>Project folder under src/, for example VirglHost.Vtest; empty elsewhere.</summary>
    public string Project => RelativePath.StartsWith("src/", StringComparison.Ordinal) ? RelativePath.Split('/')[1] : "";

    public bool IsGenerated => Name.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>A table by name, or a list of numbers: a file that holds one enum and nothing else.</summary>
    public bool IsTable => Name.EndsWith("Table.cs", StringComparison.Ordinal) || TopLevelTypes().ToArray() is [EnumDeclarationSyntax];

    public static SourceFile Parse(string relativePath, string text)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview, DocumentationMode.None);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, options);
        return new SourceFile(relativePath, tree.GetCompilationUnitRoot(), text.AsSpan().TrimEnd('\n').Count('\n') + 1);
    }

    /// <summary>path:line of a node, for messages.</summary>
    public string At(SyntaxNode node) => $"{RelativePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>Type declarations that stand directly in a namespace or in the file.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes() =>
        Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>().Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public static string TypeName(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => "",
    };

    public static bool IsPublic(MemberDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PublicKeyword);
}
