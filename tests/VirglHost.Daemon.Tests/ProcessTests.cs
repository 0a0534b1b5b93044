using System.Text.Json;

namespace VirglHost.Daemon.Tests;

/// <summary>The program as a process: exit codes, what goes to stdout, signals.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void Wrong_usage_is_one_line_on_stderr_and_64()
    {
        using RunningProgram program = RunningProgram.Start("--bogus");

        Assert.Equal(ExitCode.Usage, program.WaitForExit());
        Assert.Equal("virglhost: Unrecognized command or argument '--bogus'. See virglhost --help.\n", program.Errors);
        Assert.Equal("", program.Output);
    }

    [Fact]
    public void Version_is_printed()
    {
        using RunningProgram program = RunningProgram.Start("--version");

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.Matches(@"^\d+\.\d+\.\d+(\+[0-9a-f]+)?\n$", program.Output);
    }

    [Fact]
    public void Capabilities_are_json_and_name_only_what_this_host_has()
    {
        using RunningProgram program = RunningProgram.Start("--print-capabilities", "--socket-path", "/nowhere/ignored");

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        using JsonDocument json = JsonDocument.Parse(program.Output);
        Assert.Equal("gpu", json.RootElement.GetProperty("type").GetString());
        string[] features = [.. json.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetString()!)];
        Assert.Contains("virgl", features);
        Assert.Equal(Directory.Exists("/dev/dri") && Directory.GetFiles("/dev/dri", "renderD*").Length > 0, features.Contains("render-node"));
        Assert.Equal("", program.Errors);
    }

    [Fact]
    public void Capabilities_do_not_name_virgl_without_OpenGL()
    {
        using RunningProgram program = RunningProgram.StartWith("MESA_GL_VERSION_OVERRIDE", "3.3", "--print-capabilities");

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        using JsonDocument json = JsonDocument.Parse(program.Output);
        Assert.DoesNotContain(json.RootElement.GetProperty("features").EnumerateArray(), feature => feature.GetString() == "virgl");
    }

    [Theory]
    [InlineData("doctor")]
    [InlineData("vtest", "--socket-path", "/tmp/virglhost-never-made")]
    [InlineData("--virgl=required", "--socket-path", "/tmp/virglhost-never-made")]
    public void Host_below_4_5_is_refused_with_its_version_and_69(params string[] arguments)
    {
        using RunningProgram program = RunningProgram.StartWith("MESA_GL_VERSION_OVERRIDE", "4.3", arguments);

        Assert.Equal(ExitCode.NoOpenGl, program.WaitForExit());
        Assert.Contains("4.5 core", program.Output + program.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/virglhost-never-made"));
    }

    [Theory]
    [InlineData("MESA_GL_VERSION_OVERRIDE", "4.3", "4.5 core")]
    [InlineData("__EGL_VENDOR_LIBRARY_FILENAMES", "/dev/null", "NO 3D")]
    public void Host_that_cannot_draw_serves_2D_and_says_so_loudly(string variable, string value, string expected)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("virglhost-");
        using RunningProgram program = RunningProgram.StartWith(variable, value, "--virgl", "--socket-path", Path.Combine(folder.FullName, "socket"));

        program.WaitForError("NO 3D: guests get 2D only");
        program.Signal("TERM");

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.Contains(" ERR NO 3D", program.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Guests get OpenGL", program.Errors, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Two_dimensional_device_needs_no_OpenGL_at_all()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("virglhost-");
        using RunningProgram program = RunningProgram.StartWith("__EGL_VENDOR_LIBRARY_FILENAMES", "/dev/null", "--socket-path", Path.Combine(folder.FullName, "socket"));

        program.WaitForError("listening on");
        program.Signal("TERM");

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.DoesNotContain(" ERR ", program.Errors, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Signal_usr1_writes_the_state_and_the_program_goes_on()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("virglhost-");
        string report = Path.Combine(folder.FullName, "png", "report.json");
        using RunningProgram program = RunningProgram.Start("--socket-path", Path.Combine(folder.FullName, "socket"), "--png", Path.Combine(folder.FullName, "png"));
        program.WaitForError("listening on");

        program.Signal("USR1");
        program.WaitForError("state written to " + report);
        File.Delete(report);
        program.Signal("USR1");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(report), 10_000));

        using (JsonDocument json = JsonDocument.Parse(File.ReadAllText(report)))
            Assert.False(json.RootElement.GetProperty("frontEnd").GetProperty("connected").GetBoolean());
        program.Signal("TERM");
        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Render_node_that_does_not_exist_is_named_and_69()
    {
        using RunningProgram program = RunningProgram.Start("--virgl=required", "--socket-path", "/tmp/virglhost-never-made", "--render-node", "/dev/dri/renderD999");

        Assert.Equal(ExitCode.NoOpenGl, program.WaitForExit());
        Assert.Contains("/dev/dri/renderD999 does not exist", program.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--socket-path", "/nowhere/socket")]
    [InlineData("vtest", "--socket-path", "/nowhere/socket")]
    [InlineData("vtest", "--log-file", "/nowhere/log")]
    [InlineData("--socket-path", "/tmp/virglhost-never-made", "--png", "/proc/nowhere")]
    [InlineData("--socket-path", "/tmp/virglhost-never-made", "--virgl", "--dump-shaders", "/proc/nowhere")]
    [InlineData("vtest", "--socket-path", "/tmp/virglhost-never-made", "--dump-shaders", "/proc/nowhere")]
    public void Place_that_cannot_be_made_is_named_and_73(params string[] arguments)
    {
        using RunningProgram program = RunningProgram.Start(arguments);

        Assert.Equal(ExitCode.CannotCreate, program.WaitForExit());
        Assert.Contains("nowhere", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Errors, StringComparison.Ordinal);
        Assert.Equal("", program.Output);
    }

    [Theory]
    [InlineData(false, "TERM")]
    [InlineData(false, "INT")]
    [InlineData(true, "TERM")]
    [InlineData(true, "HUP")]
    public void Signal_ends_it_cleanly_and_promptly(bool isVtest, string signal)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("virglhost-");
        string path = Path.Combine(folder.FullName, "socket");
        string[] arguments = isVtest ? ["vtest", "--socket-path", path] : ["--socket-path", path, "--virgl"];
        using RunningProgram program = RunningProgram.Start(arguments);
        program.WaitForError("listening on " + path);
        Assert.True(File.Exists(path));

        program.Signal(signal);

        Assert.Equal(ExitCode.Ok, program.WaitForExit(seconds: 10));
        Assert.False(File.Exists(path));
        Assert.Equal("", program.Output);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Doctor_says_what_a_guest_gets()
    {
        using RunningProgram program = RunningProgram.Start("doctor");

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.Contains("Surfaceless", program.Output, StringComparison.Ordinal);
        Assert.Contains("What a guest gets", program.Output, StringComparison.Ordinal);
        Assert.Contains("This host can run virglhost.", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_up_says_what_a_guest_gets()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("virglhost-");
        using RunningProgram program = RunningProgram.Start("--virgl", "--socket-path", Path.Combine(folder.FullName, "socket"));

        program.WaitForError("listening on");
        program.Signal("TERM");
        program.WaitForExit();

        Assert.Matches(@"Guests get OpenGL \d\.\d, OpenGL ES \d\.\d, GLSL \d+", program.Errors);
        folder.Delete(recursive: true);
    }
}
