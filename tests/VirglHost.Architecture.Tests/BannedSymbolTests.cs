using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VirglHost.Architecture.Tests;

/// <summary>Symbols that a room may not use, each with what to use instead.</summary>
public sealed class BannedSymbolTests
{
    /// <summary>Files that hand work between threads and may therefore lock or wait: one line of reason each.</summary>
    private static readonly string[] ThreadHandOffs =
    [
        "src/VirglHost.Rendering/FenceWaiter.cs",   // the queue between the owner thread and the thread that waits for GL fences
        "src/VirglHost.Rendering/Lanes/RenderLane.cs", // the queue to a thread that runs contexts, and the wait for it
        "src/VirglHost.Rendering/Lanes/HandOver.cs", // the fence that one thread replaces while another makes GL wait for it
        "src/VirglHost.OpenGL/GlPeerList.cs", // threads that share objects come and go
        "src/VirglHost.VirtioGpu/Display/PngEncoder.cs", // the frame handed to the thread that compresses and writes it
        "src/VirglHost.Vtest/VtestConnection.cs", // the accepting thread hangs up on a client whose own thread may be closing
        "src/VirglHost.OpenGL/Egl/EglDisplay.cs", // an EGL display belongs to the process: its uses are counted across threads
    ];

    private static readonly string[] Tasks = ["Task", "ValueTask", "Parallel", "ThreadPool", "Monitor"];

    [Fact]
    public void Banned_symbols_are_not_used() => Repository.AssertNone(Repository.Sources.Where(file => !file.IsGenerated).SelectMany(Banned));

    [Theory]
    [InlineData("src/VirglHost.Vtest/A.cs", "Console.WriteLine(1);", 1)]
    [InlineData("src/VirglHost.Daemon/A.cs", "Console.WriteLine(1);", 0)]
    [InlineData("src/VirglHost.Daemon/A.cs", "Environment.GetEnvironmentVariable(\"X\");", 1)]
    [InlineData("src/VirglHost.Daemon/Options.cs", "Environment.GetEnvironmentVariable(\"X\");", 0)]
    [InlineData("src/VirglHost.Vtest/A.cs", "System.Environment.GetEnvironmentVariable(\"X\");", 1)]
    [InlineData("src/VirglHost.Vtest/A.cs", "Environment.FailFast(\"x\");", 1)]
    [InlineData("src/VirglHost.Vtest/A.cs", "var t = DateTime.Now;", 1)]
    [InlineData("src/VirglHost.Linux/A.cs", "var t = Marshal.PtrToStructure<int>(p);", 1)]
    [InlineData("src/VirglHost.Rendering/A.cs", "lock (this) { }", 1)]
    [InlineData("src/VirglHost.Rendering/FenceWaiter.cs", "lock (this) { }", 0)]
    [InlineData("src/VirglHost.VirtioGpu/A.cs", "Task.Run(F);", 1)]
    [InlineData("src/VirglHost.VirtioGpu/A.cs", "Thread.Sleep(1);", 1)]
    [InlineData("src/VirglHost.Daemon/A.cs", "Thread.Sleep(1);", 0)]
    [InlineData("src/VirglHost.VirtioGpu/A.cs", "Log.Information(\"x\");", 1)]
    [InlineData("src/VirglHost.VirtioGpu/A.cs", "service.Log.Information(\"x\");", 0)]
    [InlineData("src/VirglHost.Rendering/A.cs", "gl.GetString(GLEnum.Extensions);", 1)]
    [InlineData("src/VirglHost.OpenGL/GlFeatures.cs", "gl.GetString(GLEnum.Extensions);", 0)]
    [InlineData("src/VirglHost.Rendering/A.cs", "Work(); // Console, Thread.Sleep", 0)]
    public void Banned_symbol_is_found(string path, string statement, int expected) =>
        Assert.Equal(expected, Banned(SourceFile.Parse(path, "class A { void F() { " + statement + " \n } }")).Count());

    private static IEnumerable<string> Banned(SourceFile file)
    {
        foreach (SyntaxNode node in file.Syntax.DescendantNodes())
        {
            string? reason = node switch
            {
                MemberAccessExpressionSyntax access => BannedMember(file, access),
                LockStatementSyntax when MayNotBlock(file) => "lock: one thread owns all mutable state; other threads only wait and wake it",
                MethodDeclarationSyntax method when MayNotBlock(file) && method.Modifiers.Any(SyntaxKind.AsyncKeyword) => "async: device rooms are driven by their owner thread",
                _ => null,
            };
            if (reason is not null)
                yield return $"{file.At(node)}: {reason}";
        }
    }

    private static string? BannedMember(SourceFile file, MemberAccessExpressionSyntax access)
    {
        string type = access.Expression is MemberAccessExpressionSyntax qualified ? qualified.Name.Identifier.Text : access.Expression.ToString();
        string member = access.Name.Identifier.Text;
        bool isDaemon = file.Project == "VirglHost.Daemon";
        return (type, member) switch
        {
            ("Console", _) when !isDaemon => "Console: log through the ILogger you were given",
            ("Environment", "GetEnvironmentVariable" or "GetEnvironmentVariables" or "GetCommandLineArgs") when !(isDaemon && file.Name == "Options.cs") =>
                "environment read: add an option to the Daemon's Options.cs and pass it down",
            ("Environment", "Exit" or "FailFast") when !isDaemon => "process exit: only the Daemon ends the process",
            ("DateTime" or "DateTimeOffset", "Now") => "local time: use Stopwatch for durations",
            ("Marshal", "PtrToStructure") => "Marshal.PtrToStructure: read through MemoryMarshal over a checked span",
            ("Thread", "Sleep" or "SpinWait") when MayNotBlock(file) => "sleeping: wait on a file descriptor through Epoll",
            ("Log", "Logger" or "Verbose" or "Debug" or "Information" or "Warning" or "Error" or "Fatal") when !isDaemon && IsSerilogLog(file, access.Expression) => "static logger: take an ILogger in the constructor",
            ("GLEnum", "Extensions" or "NumExtensions") when !file.Name.StartsWith("GlFeature", StringComparison.Ordinal) => "raw extension list: ask GlFeatures",
            _ when Tasks.Contains(type) && MayNotBlock(file) => $"{type}: device rooms are driven by their owner thread",
            _ => null,
        };
    }

    /// <summary>The static class Serilog.Log, and not a member that happens to be called Log.</summary>
    private static bool IsSerilogLog(SourceFile file, ExpressionSyntax expression) =>
        expression.ToString() == "Serilog.Log"
        || expression.ToString() == "Log" && !file.Syntax.DescendantNodes().Any(node => node is PropertyDeclarationSyntax { Identifier.Text: "Log" } or ParameterSyntax { Identifier.Text: "Log" });

    private static bool MayNotBlock(SourceFile file) => file.Project != "VirglHost.Daemon" && !ThreadHandOffs.Contains(file.RelativePath);
}
