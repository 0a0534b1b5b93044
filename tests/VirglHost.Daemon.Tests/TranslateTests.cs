namespace VirglHost.Daemon.Tests;

/// <summary>`virglhost translate` as a process: what it prints, where diagnostics point, how it ends.</summary>
public sealed class TranslateTests : IDisposable
{
    private static readonly string Corpus = Path.Combine(FindRoot(), "shaders", "corpus");

    private const string Fragment = "FRAG\nDCL IN[0], GENERIC[3], PERSPECTIVE\nDCL OUT[0], COLOR\nMOV OUT[0], IN[0]\nEND\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virglhost-");

    [Theory]
    [InlineData("fragment/passthrough")]
    [InlineData("fragment/alpha-test-less")]
    [InlineData("vertex/clip-planes")]
    [InlineData("geometry/triangles")]
    [InlineData("tess-control/pass-and-levels")]
    [InlineData("tess-evaluation/triangles")]
    [InlineData("compute/atomics")]
    public void Corpus_shader_with_its_key_file_is_printed_as_recorded(string name)
    {
        string path = Path.Combine(Corpus, name + ".tgsi");

        Assert.Equal(File.ReadAllText(Path.ChangeExtension(path, ".glsl")), Print(path));
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(path, ".ir")), Print("--ir", path));
    }

    [Fact]
    public void Field_of_the_command_line_comes_after_the_key_file()
    {
        string path = Write("a.tgsi", Fragment);
        Write("a.key", "AlphaFunction = Never\nPointSpriteGenerics = 8\n");

        string text = Print(path, "--key", "AlphaFunction=Always", "--key", "InvertFragCoordY=true");

        Assert.DoesNotContain("discard", text, StringComparison.Ordinal);
        Assert.Contains("gl_PointCoord", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Dash_reads_standard_input()
    {
        using RunningProgram program = RunningProgram.StartWithInput(Fragment, "translate", "-");

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.Contains("fs_color0 = out0;", program.Output, StringComparison.Ordinal);
        Assert.Equal("", program.Errors);
    }

    [Fact]
    public void Several_files_are_told_apart_and_a_refused_one_stops_no_other()
    {
        string bad = Write("a.tgsi", "FRAG\nDCL OUT[0], COLOR\n  MOV OUT[0], IN[0]\nEND\n");
        string good = Write("b.tgsi", Fragment);

        using RunningProgram program = RunningProgram.Start("translate", _folder.FullName);

        Assert.Equal(ExitCode.BadInput, program.WaitForExit());
        Assert.Equal($"{bad}:3:15: error: IN[0] is not declared\n", program.Errors);
        Assert.StartsWith($"// ---- {good}\n#version 450 core\n", program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1:1: error: expected a processor name")]
    [InlineData("HELLO\n", "1:1: error: expected a processor name")]
    [InlineData("VERT\n  FROB\nEND\n", "2:3: error: unknown opcode")]
    [InlineData("VERT\nDCL OUT[0], POSITION\n\u00e9\nEND\n", "3:1: error: unknown opcode")]
    public void Diagnostic_has_file_line_and_column(string text, string expected)
    {
        string path = Write("a.tgsi", text);

        using RunningProgram program = RunningProgram.Start("translate", path);

        Assert.Equal(ExitCode.BadInput, program.WaitForExit());
        Assert.Equal($"{path}:{expected}\n", program.Errors);
        Assert.Equal("", program.Output);
    }

    [Fact]
    public void Wrong_line_of_a_key_file_is_named()
    {
        string path = Write("a.tgsi", Fragment);
        string key = Write("a.key", "FlatShade = true\nFlatShade = 1\n");

        using RunningProgram program = RunningProgram.Start("translate", path);

        Assert.Equal(ExitCode.BadInput, program.WaitForExit());
        Assert.Equal($"{key}:2:1: error: FlatShade: '1' is neither true nor false\n", program.Errors);
    }

    [Fact]
    public void Wrong_value_of_a_field_is_wrong_usage()
    {
        string path = Write("a.tgsi", Fragment);

        using RunningProgram program = RunningProgram.Start("translate", path, "--key", "AlphaFunction=Maybe");

        Assert.Equal(ExitCode.Usage, program.WaitForExit());
        Assert.Equal($"virglhost: {path}: --key AlphaFunction: 'Maybe' is none of Never, Less, Equal, LessOrEqual, Greater, NotEqual, GreaterOrEqual, Always\n", program.Errors);
    }

    [Fact]
    public void Missing_file_and_empty_folder_are_named_and_66()
    {
        using RunningProgram file = RunningProgram.Start("translate", "/nowhere/a.tgsi");
        using RunningProgram folder = RunningProgram.Start("translate", _folder.FullName);

        Assert.Equal(ExitCode.NoInput, file.WaitForExit());
        Assert.Equal("virglhost: /nowhere/a.tgsi: no such file or folder\n", file.Errors);
        Assert.Equal(ExitCode.NoInput, folder.WaitForExit());
        Assert.Equal($"virglhost: {_folder.FullName}: no .tgsi file in this folder or below it\n", folder.Errors);
    }

    [Fact]
    public void File_that_cannot_be_read_is_named_and_66()
    {
        using RunningProgram program = RunningProgram.Start("translate", "/proc/self/mem");

        Assert.Equal(ExitCode.NoInput, program.WaitForExit());
        Assert.StartsWith("virglhost: /proc/self/mem: ", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_file_is_refused_at_the_longest_text()
    {
        using RunningProgram program = RunningProgram.Start("translate", "/dev/full");

        Assert.Equal(ExitCode.BadInput, program.WaitForExit());
        Assert.Equal("/dev/full:1:1: error: expected a processor name\n", program.Errors);
    }

    [Fact]
    public void Whole_corpus_compiles_and_links_on_the_host()
    {
        using RunningProgram program = RunningProgram.Start("translate", "--check", Corpus);

        ExitCode code = program.WaitForExit();

        int count = Directory.GetFiles(Corpus, "*.tgsi", SearchOption.AllDirectories).Length;
        Assert.Matches($@"^{count} shaders: {count} translated, {count} compiled and linked on .*, 0 failed\n$", program.Output);
        Assert.Equal(ExitCode.Ok, code);
    }

    [Fact]
    public void Shader_that_the_host_refuses_is_reported_with_the_drivers_reason()
    {
        string path = Path.Combine(Corpus, "compute/atomics-signed-shared.tgsi");

        using RunningProgram program = RunningProgram.Start("translate", "--check", "--key", "SharedMemoryInBytes=1000000000", path);

        Assert.Equal(ExitCode.BadInput, program.WaitForExit());
        Assert.Matches($"^{path}: error: the program does not link: .*shared memory", program.Errors);
        Assert.Matches("^1 shaders: 1 translated, 0 compiled and linked on .*, 1 failed\n$", program.Output);
    }

    [Fact]
    public void Times_are_printed_for_each_shader_and_as_medians()
    {
        string path = Write("a.tgsi", Fragment);

        using RunningProgram program = RunningProgram.Start("translate", "--time", path);

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.Matches($@"\d us +\d+\.\d us +\d+\.\d{{4}} +{Fragment.Length} bytes  {path}\n", program.Output);
        Assert.Matches(@"median: translate \d+\.\d us, host \d+\.\d us, ratio \d+\.\d{4}\n", program.Output);
    }

    [Fact]
    public void Check_without_OpenGL_is_69()
    {
        using RunningProgram program = RunningProgram.StartWith("MESA_GL_VERSION_OVERRIDE", "4.3", "translate", "--check", Write("a.tgsi", Fragment));

        Assert.Equal(ExitCode.NoOpenGl, program.WaitForExit());
        Assert.Contains("4.5 core", program.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Print(params string[] arguments)
    {
        using RunningProgram program = RunningProgram.Start(["translate", .. arguments]);
        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.Equal("", program.Errors);
        return program.Output;
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
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
}
