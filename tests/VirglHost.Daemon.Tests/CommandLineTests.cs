using Serilog.Events;
using VirglHost.Daemon.Translation;
using VirglHost.OpenGL.Egl;

namespace VirglHost.Daemon.Tests;

/// <summary>What arguments mean, and what is said about wrong ones.</summary>
public sealed class CommandLineTests
{
    private readonly List<(string Command, Options Options)> _started = [];
    private readonly CommandLine _commandLine;

    public CommandLineTests() => _commandLine = new CommandLine(Note("device"), Note("vtest"), Note("doctor"), Note("translate"), Note("compare"), Note("replay"), Note("inspect"));

    [Fact]
    public void Socket_path_alone_serves_2D_with_defaults()
    {
        Options options = Start("device", "--socket-path", "/run/x");

        Assert.Equal(new Options { SocketPath = "/run/x", MemoryBudgetInBytes = 4L << 30 }, options);
        Assert.Equal("1280x800", options.Size.ToString());
        Assert.Equal(VirglDemand.Off, options.Virgl);
    }

    [Fact]
    public void Every_device_option_is_taken() => Assert.Equal(
        new Options
        {
            Fd = 7,
            Virgl = VirglDemand.Auto,
            RenderNode = "/dev/dri/renderD128",
            Platform = EglPlatform.Device,
            PngDirectory = "/tmp/png",
            PngEvery = 10,
            PngPolicy = VirtioGpu.PngPolicy.Flush,
            ReportPath = "/tmp/report",
            ShowsWindow = true,
            ScreenCount = 3,
            Size = new ScreenSize(640, 480),
            Once = true,
            MemoryBudgetInBytes = 512L << 20,
            ContextThreads = 3,
            LogLevel = LogEventLevel.Verbose,
            LogFile = "/tmp/log",
        },
        Start("device", "--fd=7", "--virgl", "--render-node", "/dev/dri/renderD128", "--egl-platform", "device", "--png", "/tmp/png", "--png-every", "10", "--png-on", "flush", "--report", "/tmp/report", "--display", "window", "--screens", "3", "--size", "640x480",
            "--once", "--memory-budget", "512", "--context-threads", "3", "--log-level", "trace", "--log-file", "/tmp/log"));

    [Fact]
    public void Front_end_that_listens_is_called() => Assert.Equal("/run/q", Start("device", "--connect", "/run/q").ConnectPath);

    [Theory]
    [InlineData("--virgl", VirglDemand.Auto)]
    [InlineData("--virgl=auto", VirglDemand.Auto)]
    [InlineData("--virgl=required", VirglDemand.Required)]
    public void Virgl_is_wished_or_required(string argument, object expected) => Assert.Equal(expected, Start("device", argument, "--fd", "3").Virgl);

    [Fact]
    public void Vtest_takes_its_own_socket_path() => Assert.Equal("/tmp/v", Start("vtest", "vtest", "--socket-path", "/tmp/v").SocketPath);

    [Fact]
    public void Vtest_without_a_path_listens_where_Mesa_looks() => Assert.Equal(Options.VtestPathOfEnvironment, Start("vtest", "vtest").SocketPath);

    [Fact]
    public void Every_translate_option_is_taken()
    {
        TranslateOptions asked = Start("translate", "translate", "a.tgsi", "--key", "FlatShade=true", "-", "--key=StreamOutput = 0 0 4 0 0 0", "--check", "--time").Translate!;

        Assert.Equal(["a.tgsi", "-"], asked.Paths);
        Assert.Equal(["FlatShade=true", "StreamOutput = 0 0 4 0 0 0"], asked.Keys);
        Assert.True(asked.Checks && asked.Times && !asked.PrintsIr);
    }

    [Fact]
    public void Path_that_begins_with_an_at_sign_is_a_path() => Assert.Equal("@x", Start("device", "--socket-path", "@x").SocketPath);

    [Theory]
    [InlineData("", "where is the front-end? Give --socket-path PATH, --connect PATH or --fd N (or a command: vtest, doctor, translate, compare, replay, inspect)")]
    [InlineData("--socket-path /a --fd 3", "--socket-path and --fd exclude each other: give one of them")]
    [InlineData("--connect /a --fd 3", "--connect and --fd exclude each other: give one of them")]
    [InlineData("--fd x", "--fd: 'x' is not a whole number from 3 to 1048576")]
    [InlineData("--fd 2", "--fd: '2' is not a whole number from 3 to 1048576")]
    [InlineData("--fd", "Required argument missing for option: '--fd'")]
    [InlineData("--socket-path", "Required argument missing for option: '--socket-path'")]
    [InlineData("--socket-path /a --socket-path /b", "Option '--socket-path' expects a single argument but 2 were provided")]
    [InlineData("--bogus", "Unrecognized command or argument '--bogus'")]
    [InlineData("--socket-path /a --png-every 4", "--png-every needs --png DIR, the folder for the frames")]
    [InlineData("--socket-path /a --png-on exit", "--png-on needs --png DIR, the folder for the frames")]
    [InlineData("--socket-path /a --png /d --png-on exit --png-every 2", "--png-every keeps frames at flushes: leave --png-on away, or choose change or flush")]
    [InlineData("--socket-path /a --png /d --png-on never", "--png-on: 'never' is none of change, flush, exit, signal")]
    [InlineData("--socket-path /a --virgl=maybe", "--virgl: 'maybe' is none of auto, required")]
    [InlineData("--socket-path /a --png /d --png-every 0", "--png-every: '0' is not a whole number from 1 to 1000000")]
    [InlineData("--socket-path /a --size 640", "--size: '640' is not WIDTHxHEIGHT with both from 32 to 8192, such as 1280x800")]
    [InlineData("--socket-path /a --size 640x9000", "--size: '640x9000' is not WIDTHxHEIGHT with both from 32 to 8192, such as 1280x800")]
    [InlineData("--socket-path /a --memory-budget 63", "--memory-budget: '63' is not a whole number from 64 to 1048576")]
    [InlineData("--socket-path /a --log-level loud", "--log-level: 'loud' is none of error, warning, information, debug, trace")]
    [InlineData("doctor --egl-platform x11", "--egl-platform: 'x11' is none of auto, surfaceless, device, default")]
    [InlineData("vtest --fd 3", "Unrecognized command or argument '--fd'")]
    [InlineData("--socket-path /a --dump-shaders /d", "--dump-shaders needs --virgl: without it guests send no shaders")]
    [InlineData("doctor --render-node /dev/dri/renderD128 --egl-platform surfaceless", "--render-node is opened through the EGL platform device, not surfaceless: leave --egl-platform away")]
    [InlineData("--fd 3 --size 640x480x2", "--size: '640x480x2' is not WIDTHxHEIGHT with both from 32 to 8192, such as 1280x800")]
    [InlineData("translate", "Required argument missing for command: 'translate'")]
    [InlineData("translate a --ir --check", "--ir prints, --check and --time do not: give one of them")]
    [InlineData("translate a --key FlatShade", "--key: 'FlatShade' is not NAME=VALUE")]
    [InlineData("compare", "Required argument missing for command: 'compare'")]
    [InlineData("compare a", "compare needs two pictures, or one and --blank")]
    [InlineData("compare a b --blank", "--blank looks at one picture")]
    [InlineData("compare a --blank --difference d", "--difference compares two pictures: leave it away with --blank")]
    [InlineData("compare a --blank --max-mean 1", "--max-differing and --max-mean compare two pictures: leave them away with --blank")]
    [InlineData("compare a b --tolerance 256", "--tolerance: '256' is not a whole number from 0 to 255")]
    [InlineData("compare a b --max-differing 101", "--max-differing: '101' is not a number from 0 to 100, such as 0.5")]
    [InlineData("compare a b --max-mean -1", "--max-mean: '-1' is not a number from 0 to 255, such as 0.5")]
    [InlineData("translate a --virgl", "Unrecognized command or argument '--virgl'")]
    public void Wrong_arguments_are_named(string arguments, string expected) =>
        Assert.Equal(expected, _commandLine.FindMistake(_commandLine.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void Unknown_key_field_is_answered_with_the_known_ones() => Assert.StartsWith(
        "--key: no field is called 'Flat'; there are AlphaFunction, ", _commandLine.FindMistake(_commandLine.Parse(["translate", "a", "--key", "Flat=true"])), StringComparison.Ordinal);

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("vtest --help")]
    [InlineData("doctor")]
    public void Command_that_needs_no_front_end_has_no_mistake(string arguments) =>
        Assert.Null(_commandLine.FindMistake(_commandLine.Parse(arguments.Split(' '))));

    private Options Start(string command, params string[] arguments)
    {
        var parsed = _commandLine.Parse(arguments);
        Assert.Null(_commandLine.FindMistake(parsed));
        Assert.Equal(0, parsed.Invoke());
        (string started, Options options) = Assert.Single(_started);
        Assert.Equal(command, started);
        return options;
    }

    private Func<Options, ExitCode> Note(string command) => options =>
    {
        _started.Add((command, options));
        return ExitCode.Ok;
    };
}
