using System.CommandLine;
using Serilog;
using Spectre.Console;
using VirglHost.Daemon.Inspect;
using VirglHost.Daemon.Pictures;
using VirglHost.Daemon.Recordings;
using VirglHost.Daemon.Translation;
using VirglHost.OpenGL.Egl;

namespace VirglHost.Daemon;

/// <summary>Parses, starts one door, and turns what comes back into an exit code.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        try
        {
            return (int)Run(arguments);
        }
#pragma warning disable CA1031 // The last catch of the process: a bug gets its own exit code and a line that says so.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"virglhost: BUG, please report this: {bug}");
            return (int)ExitCode.Bug;
        }
    }

    private static ExitCode Run(string[] arguments)
    {
        // SPEC: back-end conventions: the other arguments are ignored.
        if (arguments.Contains("--print-capabilities", StringComparer.Ordinal))
        {
            using Stream output = Console.OpenStandardOutput();
            Capabilities.Print(output);
            return ExitCode.Ok;
        }

        CommandLine commandLine = new(
            options => Serve(options, DeviceDoor.Serve),
            options => Serve(options, VtestDoor.Serve),
            options => Serve(options, (asked, log) => Doctor.Examine(asked, OpenConsole(), log)),
            options => Serve(options, (asked, _) => TranslateDoor.Serve(asked)),
            options => CompareDoor.Serve(options.Compare!, Console.Out, Console.Error),
            options => Serve(options, ReplayDoor.Serve),
            options => Serve(options, InspectDoor.Serve));
        ParseResult parsed = commandLine.Parse(arguments);
        if (commandLine.FindMistake(parsed) is { } mistake)
        {
            Console.Error.WriteLine($"virglhost: {mistake}. See virglhost --help.");
            return ExitCode.Usage;
        }
        return (ExitCode)parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Tables for a terminal, and for a file or pipe, where no line needs to be broken for a screen.</summary>
    private static IAnsiConsole OpenConsole()
    {
        IAnsiConsole console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
            console.Profile.Width = 200;
        return console;
    }

    private static ExitCode Serve(Options options, Func<Options, ILogger, ExitCode> door)
    {
        Serilog.Core.Logger log;
        try
        {
            log = LogSetup.Create(options);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"virglhost: --log-file: {fault.Message} Choose a path that can be written.");
            return ExitCode.CannotCreate;
        }
        using (log)
        {
            try
            {
                return door(options, log);
            }
            catch (EglException fault)
            {
                log.Error("{Reason} `virglhost doctor` says more.", fault.Message);
                return ExitCode.NoOpenGl;
            }
            catch (PlaceException fault)
            {
                log.Error("{Reason}", fault.Message);
                return ExitCode.CannotCreate;
            }
#pragma warning disable CA1031 // As in Main, but with the log still open.
            catch (Exception bug)
#pragma warning restore CA1031
            {
                log.Fatal(bug, "BUG, please report this");
                return ExitCode.Bug;
            }
        }
    }
}
