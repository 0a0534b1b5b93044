using System.Diagnostics;
using System.Globalization;

namespace VirglHost.Vtest.Tests;

/// <summary>All programs of shaders/corpus/mesa, played once on the host's OpenGL and once through a vtest server.</summary>
public sealed class PlayedCorpus : IDisposable
{
    private static readonly string Repository = FindRepository();
    private static readonly string Sources = Path.Combine(Repository, "shaders", "corpus", "mesa");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("corpus-");
    private readonly string _complaints;

    public PlayedCorpus()
    {
        bool isThere = File.Exists("/usr/bin/gcc") || Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipUnless(isThere, "gcc is not installed (tests/run.sh installs it)");
        string library = Path.Combine(_folder.FullName, "connect.so");
        Run("gcc", ["-shared", "-fPIC", "-o", library, Path.Combine(Repository, "shaders", "corpus", "connect.c"), "-ldl"], []);
        _complaints = Play("direct", []);
        using RunningServer server = new();
        _complaints += Play("through",
        [
            ("LD_PRELOAD", library), ("VTEST_SOCKET_NAME", server.Path), ("GALLIUM_DRIVER", "virpipe"), ("MESA_GL_VERSION_OVERRIDE", "4.5"),
            ("MESA_GLSL_VERSION_OVERRIDE", "450"), ("MESA_EXTENSION_OVERRIDE", "+GL_ARB_shader_draw_parameters +GL_ARB_shader_viewport_layer_array +GL_ARB_shader_group_vote "
                + "+GL_ARB_shader_clock +GL_ARB_shader_atomic_counter_ops"),
        ]);
        _complaints += server.Log;
    }

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Sources, "*.tgsi").Select(path => Path.GetFileName(path).Split('.')[0])
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>The largest difference that a program allows, zero for most.</summary>
    public static double Tolerance(string name)
    {
        const string Word = "//! tolerance ";
        string? line = Directory.EnumerateFiles(Sources, name + ".*").Where(path => !path.EndsWith(".glsl", StringComparison.Ordinal))
            .SelectMany(File.ReadLines).FirstOrDefault(line => line.StartsWith(Word, StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line[Word.Length..], CultureInfo.InvariantCulture);
    }

    public string[] Direct(string name) => Read("direct", name);

    public string[] Through(string name) => Read("through", name);

    public void Dispose() => _folder.Delete(recursive: true);

    private string[] Read(string way, string name)
    {
        string path = Path.Combine(_folder.FullName, way, name + ".txt");
        Assert.True(File.Exists(path), $"{name} left nothing {way}\n{_complaints}");
        return File.ReadAllLines(path);
    }

    private string Play(string way, (string Name, string Value)[] environment)
    {
        string target = Directory.CreateDirectory(Path.Combine(_folder.FullName, way)).FullName;
        return Run(Path.Combine(AppContext.BaseDirectory, "corpus-player"), [Sources, target], environment);
    }

    private static string Run(string program, string[] arguments, (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardError = true };
        start.Environment["LIBGL_ALWAYS_SOFTWARE"] = "1";
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        using Timer watchdog = new(_ => process.Kill(), null, TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);
        string complaints = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return complaints;
    }

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VirglHost.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("VirglHost.sln is in none of the folders above the test binary.");
    }
}
