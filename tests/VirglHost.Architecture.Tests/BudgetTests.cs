using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VirglHost.Architecture.Tests;

/// <summary>Size budgets: 400 lines a file, 60 lines a method, 6 parameters (out ones not counted). Tables (*Table.cs) and generated files (*.g.cs) are exempt.</summary>
public sealed class BudgetTests
{
    private const int FileBudget = 400;
    private const int MethodBudget = 60;
    private const int ParameterBudget = 6;

    [Fact]
    public void Files_stay_within_400_lines() => Repository.AssertNone(
        from path in Repository.Files
        where path.EndsWith(".cs", StringComparison.Ordinal)
        let file = SourceFile.Parse(path, Repository.Read(path))
        where !file.IsGenerated && !file.IsTable && file.LineCount > FileBudget
        select $"{path}: {file.LineCount} lines, budget {FileBudget}");

    [Fact]
    public void Methods_stay_within_60_lines() => Repository.AssertNone(Repository.Sources.Where(file => !file.IsGenerated && !file.IsTable).SelectMany(LongMethods));

    [Fact]
    public void Methods_take_at_most_six_parameters() => Repository.AssertNone(Repository.Sources.Where(file => !file.IsGenerated && !file.IsTable).SelectMany(WideMethods));

    [Fact]
    public void Long_method_is_found_and_a_pure_switch_is_a_table()
    {
        string body = string.Concat(Enumerable.Range(0, 70).Select(i => $"            case {i}: Go({i}); break;\n"));
        string pure = "class A { void Run(int x) { switch (x)\n{\n" + body + "} } }";
        string mixed = "class A { void Run(int x) { x++; switch (x)\n{\n" + body + "} } }";

        Assert.Empty(LongMethods(SourceFile.Parse("src/P/A.cs", pure)));
        Assert.Single(LongMethods(SourceFile.Parse("src/P/A.cs", mixed)));
    }

    [Fact]
    public void Wide_method_is_found() =>
        Assert.Single(WideMethods(SourceFile.Parse("src/P/A.cs", "class A { void Run(int a, int b, int c, int d, int e, int f, int g) { } }")));

    private static IEnumerable<string> LongMethods(SourceFile file) =>
        from node in file.Syntax.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let lines = Lines(node)
        where lines > MethodBudget && !IsSwitchTable(node)
        select $"{file.At(node)}: {Name(node)} has {lines} lines, budget {MethodBudget}";

    private static IEnumerable<string> WideMethods(SourceFile file) =>
        from method in file.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
        let count = method.ParameterList.Parameters.Count(parameter => !parameter.Modifiers.Any(SyntaxKind.OutKeyword))
        where count > ParameterBudget && !IsForeignOrGl(file, method)
        select $"{file.At(method)}: {Name(method)} takes {count} parameters, budget {ParameterBudget}; make them a struct";

    /// <summary>A method whose whole body is one switch with one-statement arms is read like a table, whatever its length.</summary>
    private static bool IsSwitchTable(SyntaxNode method)
    {
        BlockSyntax? block = (method as BaseMethodDeclarationSyntax)?.Body ?? (method as LocalFunctionStatementSyntax)?.Body;
        if (block is { Statements: [SwitchStatementSyntax table] })
            return table.Sections.All(section => section.Statements.Count(statement => statement is not BreakStatementSyntax) <= 1 && section.Statements.All(statement => Lines(statement) <= 3));
        SyntaxNode? expression = (method as MethodDeclarationSyntax)?.ExpressionBody?.Expression ?? (block is { Statements: [ReturnStatementSyntax answer] } ? answer.Expression : null);
        return expression is SwitchExpressionSyntax switched && switched.Arms.All(arm => Lines(arm) <= 3);
    }

    /// <summary>C functions, callbacks from C and OpenGL entry points have the arity their specification gives them.</summary>
    private static bool IsForeignOrGl(SourceFile file, MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.ExternKeyword)
        || method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "LibraryImport" or "UnmanagedCallersOnly")
        || method.Parent is ClassDeclarationSyntax { Identifier.Text: "GL" } && file.Project == "VirglHost.OpenGL";

    private static int Lines(SyntaxNode node)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static string Name(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        _ => node.Kind().ToString(),
    };
}
