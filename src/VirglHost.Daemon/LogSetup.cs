using System.Globalization;
using Serilog;
using Serilog.Core;

namespace VirglHost.Daemon;

/// <summary>Makes the one logger: stderr always, a file when asked. stdout stays free for what a program reads.</summary>
internal static class LogSetup
{
    private const string Template = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <exception cref="IOException">The log file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The log file may not be written.</exception>
    public static Logger Create(Options options)
    {
        LoggerConfiguration configuration = new LoggerConfiguration()
            .MinimumLevel.Is(options.LogLevel)
            .WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: Serilog.Events.LogEventLevel.Verbose,
                theme: Serilog.Sinks.SystemConsole.Themes.ConsoleTheme.None);
        if (options.LogFile is { } path)
        {
            // The sink would swallow a path that cannot be written; opening it first turns that into an answer.
            using (File.Open(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { }
            configuration.WriteTo.File(path, outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture, shared: false);
        }
        return configuration.CreateLogger();
    }
}
