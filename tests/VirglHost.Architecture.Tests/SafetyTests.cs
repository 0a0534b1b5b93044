using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VirglHost.Architecture.Tests;

/// <summary>Each unsafe block, member and type says in a SAFETY: comment which bounds hold and who keeps the memory alive.</summary>
public sealed class SafetyTests
{
    [Fact]
    public void Unsafe_code_is_explained() => Repository.AssertNone(Repository.Sources.Where(file => !file.IsGenerated).SelectMany(Unexplained));

    [Theory]
    [InlineData("class A { void F() { unsafe { } } }", 1)]
    [InlineData("class A { void F() { /* why */ unsafe { } } }", 1)]
    [InlineData("class A { void F() {\n // SAFETY: p is pinned here.\n unsafe { } } }", 0)]
    [InlineData("class A { unsafe void F() { G(); } }", 1)]
    [InlineData("class A { unsafe void F() {\n // SAFETY: the span is checked above.\n G(); } }", 0)]
    [InlineData("unsafe class A { void F() { } }", 1)]
    [InlineData("// SAFETY: fields point into a mapping this object owns.\nunsafe class A { void F() { } }", 0)]
    public void Unexplained_unsafe_code_is_found(string code, int expected) => Assert.Equal(expected, Unexplained(SourceFile.Parse("src/P/A.cs", code)).Count());

    private static IEnumerable<string> Unexplained(SourceFile file)
    {
        foreach (SyntaxNode node in file.Syntax.DescendantNodes())
        {
            bool isExplained = node switch
            {
                UnsafeStatementSyntax block => Says(block.GetLeadingTrivia().ToFullString()) || Says(block.Block.OpenBraceToken.TrailingTrivia.ToFullString() + FirstTrivia(block.Block)),
                TypeDeclarationSyntax type when IsUnsafe(type) => Says(type.GetLeadingTrivia().ToFullString()),
                FieldDeclarationSyntax => true,
                MemberDeclarationSyntax member when IsUnsafe(member) => Says(member.ToFullString()),
                LocalFunctionStatementSyntax function when function.Modifiers.Any(SyntaxKind.UnsafeKeyword) => Says(function.ToFullString()),
                _ => true,
            };
            if (!isExplained)
                yield return $"{file.At(node)}: unsafe code without a {"SAFETY"}: comment";
        }
    }

    private static bool IsUnsafe(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.UnsafeKeyword);

    private static string FirstTrivia(BlockSyntax block) => block.Statements.FirstOrDefault()?.GetLeadingTrivia().ToFullString() ?? "";

    private static bool Says(string text) => text.Contains("SAFETY:", StringComparison.Ordinal);
}
