using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Serilog.Events;
using VirglHost.Daemon.Inspect;
using VirglHost.Daemon.Pictures;
using VirglHost.Daemon.Recordings;
using VirglHost.Daemon.Translation;
using VirglHost.OpenGL.Egl;
using VirglHost.Shaders;
using VirglHost.VirtioGpu;

namespace VirglHost.Daemon;

/// <summary>The commands and their options: names, help, ranges. Says what is wrong with an argument, where, and what would be right.</summary>
internal sealed class CommandLine
{
    private const long BytesPerMiB = 1 << 20;

    private const string Summary =
        """
        Gives QEMU guests OpenGL: a virtio-gpu back-end with VirGL that draws on this host's OpenGL 4.5.

        Without a command it serves QEMU's vhost-user-gpu-pci or vhost-user-vga on --socket-path, --connect, --fd or the socket that systemd hands over.
        Log on stderr. SIGTERM and SIGINT end it cleanly; a second one at once.
        Exit codes: 0 ended as asked, 1 pictures differ, 64 wrong usage, 65 shader refused, no picture or no recording, 66 no such file, 69 no usable OpenGL, 70 bug in virglhost,
        73 socket, folder or file cannot be made, 74 the host's OpenGL was lost, 76 the only front-end broke the protocol.
        """;

    private readonly Option<string?> _socketPath = new("--socket-path") { HelpName = "PATH", Description = "Listen on this UNIX socket. A socket file that nobody listens on any more is replaced." };
    private readonly Option<string?> _vtestPath = new("--socket-path") { HelpName = "PATH", Description = "Listen on this UNIX socket instead of $VTEST_SOCKET_NAME or /tmp/.virgl_test." };
    private readonly Option<string?> _connect = new("--connect") { HelpName = "PATH", Description = "Connect to a front-end that listens there (QEMU's chardev with server=on), until it is there and again when it is lost." };
    private readonly Option<Given<int>?> _fd = Number("--fd", "N", "Serve the connected socket inherited as file descriptor N, then exit.", 3, 1 << 20);
    private readonly Option<bool> _printCapabilities = new("--print-capabilities") { Description = "Print what this back-end can do here as JSON and exit. Other options are ignored." };
    private readonly Option<Given<VirglDemand>?> _virgl = Virgl();
    private readonly Option<string?> _renderNode = new("--render-node") { HelpName = "PATH", Description = "Draw on this GPU, such as /dev/dri/renderD128." };
    private readonly Option<Given<EglPlatform>?> _platform = Choice("--egl-platform", "Open OpenGL through this EGL platform only; auto unless told: all of them, in this order.", Platforms);
    private readonly Option<string?> _png = new("--png") { HelpName = "DIR", Description = "Keep the guest's screen in DIR/latest.png. DIR is created." };
    private readonly Option<Given<int>?> _pngEvery = Number("--png-every", "N", "With --png: keep every N-th frame as DIR/frame-NNNNNN.png, and leave none out: the guest waits for a slow disk.", 1, 1_000_000);
    private readonly Option<Given<PngPolicy>?> _pngOn = Choice("--png-on", "With --png: write when the screen changes (unless told), at each flush as --png-every 1, when it goes off or the program ends, or only on SIGUSR1.", Policies);
    private readonly Option<string?> _report = new("--report") { HelpName = "PATH", Description = "SIGUSR1 writes the state as JSON there; unless told to DIR/report.json of --png, or to the log. With --png it writes a screenshot too." };
    private readonly Option<bool> _noDmabuf = new("--no-dmabuf") { Description = "Always send pixels to QEMU's display. Unless told it gets the GPU's memory where this host can export it; a QEMU without a display that has OpenGL (-display none) then shows nothing." };
    private readonly Option<Given<OwnDisplay>?> _display = Choice("--display", "Show the guest's screens in windows of this desktop too; their sizes are then what guests are told. Closing the last one ends the program.", Displays);
    private readonly Option<Given<int>?> _screens = Number("--screens", "N", "Screens of the guest; 1 unless told. QEMU's max_outputs overrides it.", 1, 16);
    private readonly Option<Given<ScreenSize>?> _size = Size();
    private readonly Option<bool> _once = new("--once") { Description = "Exit after the first front-end or client has left." };
    private readonly Option<Given<int>?> _memory = Number("--memory-budget", "MIB", "Host memory that all of a guest's 3D resources together may use, and its 2D pictures as much again; 4096 MiB unless told.", 64, 1 << 20);
    private readonly Option<Given<int>?> _threads = Number("--context-threads", "N", "Threads beside the device's own that draw for a guest's programs, so that one does not wait for another; one less than the host has cores unless told, at most 4. Recordings and shader dumps go without.", 0, 31);
    private readonly Option<string?> _shaders = new("--dump-shaders") { HelpName = "DIR", Description = "Keep each distinct shader that arrives as DIR/STAGE-HASH.tgsi, before it is looked at. DIR is created." };
    private readonly Option<string?> _record = new("--record") { HelpName = "FILE", Description = "Record what guests do, for `virglhost replay` and `inspect`; the second guest to FILE-2, and so on. Guests get no persistently mapped buffers then." };
    private readonly Option<Given<LogEventLevel>?> _logLevel = Choice("--log-level", "Least level that is logged; information unless told.", Levels);
    private readonly Option<string?> _logFile = new("--log-file") { HelpName = "PATH", Description = "Append the log to this file too; it always goes to stderr." };

    private readonly CompareCommand _compare = new();
    private readonly ReplayCommand _replay = new();
    private readonly InspectCommand _inspect = new();
    private readonly Argument<string[]> _files = Files();
    private readonly Option<string[]> _keys = Keys();
    private readonly Option<bool> _ir = new("--ir") { Description = "Print the typed language between TGSI and GLSL in place of GLSL." };
    private readonly Option<bool> _check = new("--check") { Description = "Print no GLSL: compile each shader on this host's OpenGL, link it with made-up neighbours, and count." };
    private readonly Option<bool> _time = new("--time") { Description = "As --check, and print for each shader how long translating it and the host's compiling it take, and the medians." };

    /// <summary>Builds the tree; each action gets the options that belong to its command.</summary>
    public CommandLine(Func<Options, ExitCode> serveDevice, Func<Options, ExitCode> serveVtest, Func<Options, ExitCode> doctor, Func<Options, ExitCode> translate,
        Func<Options, ExitCode> compare, Func<Options, ExitCode> replay, Func<Options, ExitCode> inspect)
    {
        Root = new RootCommand(Summary)
        {
            _socketPath, _connect, _fd, _printCapabilities, _virgl, _renderNode, _platform, _png, _pngOn, _pngEvery, _report, _noDmabuf, _display, _screens, _size, _once, _memory, _threads, _shaders, _record, _logLevel, _logFile,
        };
        Root.Directives.Clear();
        Root.SetAction(parsed => (int)serveDevice(Read(parsed, parsed.GetValue(_socketPath))));

        Command vtest = new("vtest", "Serve Mesa clients (GALLIUM_DRIVER=virpipe) on a UNIX socket, without a virtual machine.") { _vtestPath, _renderNode, _platform, _once, _memory, _shaders, _record, _logLevel, _logFile };
        vtest.SetAction(parsed => (int)serveVtest(Read(parsed, parsed.GetValue(_vtestPath) ?? Options.VtestPathOfEnvironment)));
        Root.Add(vtest);

        Command check = new("doctor", "Say which OpenGL this host offers, what the guest will get, and what holds it lower.") { _renderNode, _platform };
        check.SetAction(parsed => (int)doctor(Read(parsed, null)));
        Root.Add(check);

        Command text = new("translate", "Print the GLSL of TGSI shaders, or prove it on this host. FILE.key beside FILE.tgsi is read as well.") { _files, _keys, _ir, _check, _time, _renderNode, _platform };
        text.SetAction(parsed => (int)translate(Read(parsed, null) with { Translate = ReadTranslate(parsed) }));
        Root.Add(text);

        _compare.Command.SetAction(parsed => (int)compare(Read(parsed, null) with { Compare = _compare.Read(parsed) }));
        Root.Add(_compare.Command);

        foreach (Option option in (Option[])[_renderNode, _platform, _logLevel, _logFile])
            _replay.Command.Add(option);
        _replay.Command.SetAction(parsed => (int)replay(Read(parsed, null) with { Replay = _replay.Read(parsed) }));
        Root.Add(_replay.Command);

        foreach (Option option in (Option[])[_renderNode, _platform, _logLevel, _logFile])
            _inspect.Command.Add(option);
        _inspect.Command.SetAction(parsed => (int)inspect(Read(parsed, null) with { Inspect = _inspect.Read(parsed) }));
        Root.Add(_inspect.Command);
    }

    /// <summary>The command tree; parse with <see cref="Parse"/>.</summary>
    public RootCommand Root { get; }

    private static Dictionary<string, Given<EglPlatform>?> Platforms { get; } = new(StringComparer.Ordinal)
    {
        ["auto"] = null,
        ["surfaceless"] = new(EglPlatform.Surfaceless),
        ["device"] = new(EglPlatform.Device),
        ["default"] = new(EglPlatform.Default),
    };

    private static Dictionary<string, Given<OwnDisplay>?> Displays { get; } = new(StringComparer.Ordinal)
    {
        ["none"] = new(OwnDisplay.None),
        ["window"] = new(OwnDisplay.Window),
    };

    private static Dictionary<string, Given<PngPolicy>?> Policies { get; } = new(StringComparer.Ordinal)
    {
        ["change"] = new(PngPolicy.Change),
        ["flush"] = new(PngPolicy.Flush),
        ["exit"] = new(PngPolicy.Exit),
        ["signal"] = new(PngPolicy.Signal),
    };

    private static Dictionary<string, Given<LogEventLevel>?> Levels { get; } = new(StringComparer.Ordinal)
    {
        ["error"] = new(LogEventLevel.Error),
        ["warning"] = new(LogEventLevel.Warning),
        ["information"] = new(LogEventLevel.Information),
        ["debug"] = new(LogEventLevel.Debug),
        ["trace"] = new(LogEventLevel.Verbose),
    };

    /// <summary>Parses without expanding @files: a socket path may begin with @.</summary>
    public ParseResult Parse(IReadOnlyList<string> arguments) => Root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>The first thing that is wrong with the arguments, without a full stop; null when nothing is.</summary>
    public string? FindMistake(ParseResult parsed)
    {
        if (parsed.Errors is [ParseError first, ..])
            return first.Message.TrimEnd('.');
        if (parsed.GetValue(_ir) && (parsed.GetValue(_check) || parsed.GetValue(_time)))
            return "--ir prints, --check and --time do not: give one of them";
        if (parsed.GetValue(_renderNode) is not null && parsed.GetValue(_platform)?.Value is { } platform && platform != EglPlatform.Device)
            return $"--render-node is opened through the EGL platform device, not {Platforms.First(pair => pair.Value?.Value == platform).Key}: leave --egl-platform away";
        // --help and --version bring their own action.
        if (parsed.CommandResult.Command == _compare.Command && parsed.Action == _compare.Command.Action)
            return _compare.FindMistake(parsed);
        if (parsed.CommandResult.Command == _inspect.Command && parsed.Action == _inspect.Command.Action)
            return _inspect.FindMistake(parsed);
        bool isServing = parsed.CommandResult.Command == Root && parsed.Action == Root.Action;
        return isServing ? FindContradiction(parsed) : null;
    }

    private string? FindContradiction(ParseResult parsed)
    {
        string[] ways = [.. WaysToFrontEnd(parsed)];
        if (ways.Length > 1)
            return $"{ways[0]} and {ways[1]} exclude each other: give one of them";
        if (ways.Length == 0 && Options.ActivationFd is null)
            return "where is the front-end? Give --socket-path PATH, --connect PATH or --fd N (or a command: vtest, doctor, translate, compare, replay, inspect)";
        if ((parsed.GetValue(_pngEvery)?.Value is not null || parsed.GetValue(_pngOn)?.Value is not null) && parsed.GetValue(_png) is null)
            return $"{(parsed.GetValue(_pngOn)?.Value is null ? "--png-every" : "--png-on")} needs --png DIR, the folder for the frames";
        if (parsed.GetValue(_pngEvery)?.Value is not null && parsed.GetValue(_pngOn)?.Value is PngPolicy.Exit or PngPolicy.Signal)
            return "--png-every keeps frames at flushes: leave --png-on away, or choose change or flush";
        if (parsed.GetValue(_shaders) is not null && parsed.GetValue(_virgl) is null)
            return "--dump-shaders needs --virgl: without it guests send no shaders";
        return null;
    }

    private IEnumerable<string> WaysToFrontEnd(ParseResult parsed)
    {
        if (parsed.GetValue(_socketPath) is not null)
            yield return _socketPath.Name;
        if (parsed.GetValue(_connect) is not null)
            yield return _connect.Name;
        if (parsed.GetValue(_fd)?.Value is not null)
            yield return _fd.Name;
    }

    private Options Read(ParseResult parsed, string? socketPath) => new()
    {
        SocketPath = socketPath,
        ConnectPath = parsed.GetValue(_connect),
        ListenFd = WaysToFrontEnd(parsed).Any() ? null : Options.ActivationFd,
        Fd = parsed.GetValue(_fd)?.Value,
        Virgl = parsed.GetValue(_virgl)?.Value ?? VirglDemand.Off,
        RenderNode = parsed.GetValue(_renderNode),
        Platform = parsed.GetValue(_platform)?.Value,
        PngDirectory = parsed.GetValue(_png),
        PngEvery = parsed.GetValue(_pngEvery)?.Value ?? 0,
        PngPolicy = parsed.GetValue(_pngOn)?.Value ?? PngPolicy.Change,
        ReportPath = parsed.GetValue(_report),
        SharesMemory = !parsed.GetValue(_noDmabuf),
        ShowsWindow = parsed.GetValue(_display)?.Value == OwnDisplay.Window,
        ScreenCount = parsed.GetValue(_screens)?.Value ?? 1,
        Size = parsed.GetValue(_size)?.Value ?? ScreenSize.Default,
        Once = parsed.GetValue(_once),
        MemoryBudgetInBytes = (parsed.GetValue(_memory)?.Value ?? 4096) * BytesPerMiB,
        ContextThreads = parsed.GetValue(_threads)?.Value,
        ShaderDirectory = parsed.GetValue(_shaders),
        RecordPath = parsed.GetValue(_record),
        LogLevel = parsed.GetValue(_logLevel)?.Value ?? LogEventLevel.Information,
        LogFile = parsed.GetValue(_logFile),
    };

    private TranslateOptions ReadTranslate(ParseResult parsed) => new()
    {
        Paths = [.. parsed.GetValue(_files)!],
        Keys = [.. parsed.GetValue(_keys) ?? []],
        PrintsIr = parsed.GetValue(_ir),
        Checks = parsed.GetValue(_check),
        Times = parsed.GetValue(_time),
    };

    /// <summary>A list would swallow a misspelled option; a file that is really called so can be written ./--name.</summary>
    private static Argument<string[]> Files()
    {
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "TGSI texts; their first word says the stage. - is standard input, a folder means every .tgsi file below it." };
        files.Validators.Add(result =>
        {
            if (result.Tokens.Select(token => token.Value).FirstOrDefault(text => text.Length > 1 && text[0] == '-') is { } option)
                result.AddError($"Unrecognized command or argument '{option}'");
        });
        return files;
    }

    private static Option<string[]> Keys()
    {
        Option<string[]> keys = new("--key") { HelpName = "NAME=VALUE", Description = $"A field of the variant's key, as in a .key file; may be given again. Names: {string.Join(", ", ShaderKeyReader.FieldNames)}." };
        keys.Validators.Add(result =>
        {
            foreach (string field in result.Tokens.Select(token => token.Value))
            {
                int equals = field.IndexOf('=', StringComparison.Ordinal);
                if (equals < 0)
                    result.AddError($"--key: '{field}' is not NAME=VALUE");
                else if (!ShaderKeyReader.FieldNames.Contains(field[..equals].Trim()))
                    result.AddError($"--key: no field is called '{field[..equals].Trim()}'; there are {string.Join(", ", ShaderKeyReader.FieldNames)}");
            }
        });
        return keys;
    }

    /// <summary>An option that takes a whole number of a range.</summary>
    public static Option<Given<int>?> Number(string name, string helpName, string description, int least, int most) => new(name)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
                return new Given<int>(value);
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: '{text}' is not a whole number from {least} to {most}"));
            return null;
        },
    };

    private static Option<Given<VirglDemand>?> Virgl() => new("--virgl")
    {
        HelpName = "auto|required",
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Offer 3D (VirGL) to the guest; without it the device is 2D only and opens no OpenGL. Where this host cannot draw, auto (unless told) serves 2D and says so, required exits 69.",
        CustomParser = result =>
        {
            string text = result.Tokens.Count == 0 ? "auto" : result.Tokens[0].Value;
            if (text == "required")
                return new Given<VirglDemand>(VirglDemand.Required);
            if (text != "auto")
                result.AddError($"--virgl: '{text}' is none of auto, required");
            return new Given<VirglDemand>(VirglDemand.Auto);
        },
    };

    private static Option<Given<ScreenSize>?> Size() => new("--size")
    {
        HelpName = "WxH",
        Description = "Preferred screen size where no front-end display answers.",
        DefaultValueFactory = _ => new Given<ScreenSize>(ScreenSize.Default),
        CustomParser = result =>
        {
            if (!ScreenSize.TryParse(result.Tokens[0].Value, out ScreenSize size))
                result.AddError($"--size: '{result.Tokens[0].Value}' is not WIDTHxHEIGHT with both from 32 to 8192, such as 1280x800");
            return new Given<ScreenSize>(size);
        },
    };

    private static Option<Given<T>?> Choice<T>(string name, string description, Dictionary<string, Given<T>?> choices)
        where T : struct => new(name)
    {
        HelpName = string.Join('|', choices.Keys),
        Description = description,
        CustomParser = result => ParseChoice(result, name, choices),
    };

    private static Given<T>? ParseChoice<T>(ArgumentResult result, string name, Dictionary<string, Given<T>?> choices)
        where T : struct
    {
        string text = result.Tokens[0].Value;
        if (!choices.TryGetValue(text, out Given<T>? value))
            result.AddError($"{name}: '{text}' is none of {string.Join(", ", choices.Keys)}");
        return value;
    }
}
