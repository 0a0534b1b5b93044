using System.Diagnostics;
using System.Globalization;
using Serilog;
using VirglHost.Daemon.Pictures;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Recording;
using VirglHost.Rendering;

namespace VirglHost.Daemon.Recordings;

/// <summary>`virglhost replay`: a recording, played on this host.</summary>
internal static class ReplayDoor
{
    /// <exception cref="EglException">The host offers no OpenGL.</exception>
    public static ExitCode Serve(Options options, ILogger log)
    {
        ReplayOptions replay = options.Replay!;
        try
        {
            if (replay.PngDirectory is { } directory)
                Directory.CreateDirectory(directory);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PlaceException($"--png: {fault.Message} Choose a folder that can be written.", fault);
        }

        try
        {
            using FileStream head = File.OpenRead(replay.File);
            RecordingOrigin origin = Recording.Replay.ReadOrigin(head);
            using EglDisplay display = HostOpenGl.Open(options);
            for (int loop = 1; loop <= replay.Loops; loop++)
                PlayOnce(options, display, origin, loop, log);
            return ExitCode.Ok;
        }
        catch (RecordingException fault)
        {
            Console.Error.WriteLine($"virglhost: {replay.File}: {fault.Message}");
            return ExitCode.BadInput;
        }
        catch (PictureException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return fault.Code;
        }
        catch (HostFaultException fault)
        {
            Console.Error.WriteLine($"virglhost: {replay.File}: the host's OpenGL was lost: {fault.Message}");
            return ExitCode.HostLost;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"virglhost: {replay.File}: {fault.Message}");
            return ExitCode.NoInput;
        }
    }

    private static void PlayOnce(Options options, EglDisplay display, in RecordingOrigin origin, int loop, ILogger log)
    {
        ReplayOptions replay = options.Replay!;
        using FileStream file = File.OpenRead(replay.File);
        ReplayWatch watch = new(file.Length, replay.PngDirectory, Console.Error);
        // Refused commands cost what they cost when it was recorded.
        using Renderer renderer = origin.Door == "vtest" ? HostOpenGl.CreateVtestRenderer(display, options, log) : HostOpenGl.CreateRenderer(display, options, log);
        long begin = Stopwatch.GetTimestamp();
        ReplayStatistics statistics = default;
        try
        {
            Recording.Replay.Play(file, renderer, watch, out statistics);
        }
        finally
        {
            watch.Dispose();
            if (replay.PrintsStatistics)
                Print(statistics, Stopwatch.GetElapsedTime(begin), loop);
        }
    }

    private static void Print(in ReplayStatistics statistics, TimeSpan took, int loop)
    {
        if (loop == 1)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"recorded by {statistics.Origin.Program} ({statistics.Origin.Door}) on {statistics.Origin.Host}, {statistics.Origin.StartedAt:yyyy-MM-dd HH:mm:ss} UTC, {statistics.Recorded.TotalSeconds:0.000} s"));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{statistics.Events} events: {statistics.Submits} streams of {statistics.Words} words, {statistics.Transfers} transfers, {statistics.MemoryInBytes} bytes of guest memory, {statistics.Pictures} pictures, {statistics.Refusals} refusals, {statistics.Skipped} of unknown kind"));
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"played in {took.TotalSeconds:0.000} s, {statistics.Pictures / Math.Max(took.TotalSeconds, 1e-6):0.0} pictures/s"));
    }
}
