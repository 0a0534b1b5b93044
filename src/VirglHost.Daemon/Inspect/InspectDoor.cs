using System.Diagnostics;
using System.Globalization;
using Serilog;
using VirglHost.Inspection;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Recording;

namespace VirglHost.Daemon.Inspect;

/// <summary>`virglhost inspect`: a page of a recording.</summary>
internal static class InspectDoor
{
    private const double BytesPerMiB = 1 << 20;

    /// <exception cref="EglException">The host offers no OpenGL.</exception>
    public static ExitCode Serve(Options options, ILogger log)
    {
        InspectOptions inspect = options.Inspect!;
        if (Look(inspect.File) is { } refusal)
            return refusal;
        long begin = Stopwatch.GetTimestamp();
        try
        {
            using EglDisplay display = HostOpenGl.Open(options);
            using InspectionRun run = new(options, display, log, Console.Error);
            InspectionReport report;
            using (FileStream page = CreatePage(inspect.Page))
                report = Inspector.Write(run, inspect.Content, Path.GetFileName(inspect.File), page);
            run.Dispose();
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{inspect.Page}: {report.Draws} draws, {report.Rows} lines, {report.Shaders} shaders, {report.Pictures} pictures, {report.Refusals} refusals; {report.SizeInBytes / BytesPerMiB:0.0} MiB in {Stopwatch.GetElapsedTime(begin).TotalSeconds:0.0} s"));
            if (report.Fault is not { } fault)
                return ExitCode.Ok;
            Console.Error.WriteLine($"virglhost: {inspect.File}: {fault.Text}. The page holds what came before.");
            return ExitCode.BadInput;
        }
        catch (HostFaultException fault)
        {
            Console.Error.WriteLine($"virglhost: {inspect.File}: the host's OpenGL was lost: {fault.Message}");
            return ExitCode.HostLost;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PlaceException($"--html: {fault.Message}", fault);
        }
    }

    /// <summary>Reads the beginning, before a page of the same name is written over: of no recording there is no page.</summary>
    private static ExitCode? Look(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            Recording.Replay.ReadOrigin(file);
            return null;
        }
        catch (RecordingException fault)
        {
            Console.Error.WriteLine($"virglhost: {path}: {fault.Message}");
            return ExitCode.BadInput;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"virglhost: {path}: {fault.Message}");
            return ExitCode.NoInput;
        }
    }

    private static FileStream CreatePage(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PlaceException($"--html: {fault.Message} Choose a path that can be written.", fault);
        }
    }
}
