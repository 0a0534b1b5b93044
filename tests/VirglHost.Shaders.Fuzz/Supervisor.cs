using System.Diagnostics;
using System.Globalization;

namespace VirglHost.Shaders.Fuzz;

/// <summary>Starts processes that run cases, says how far they are, and turns one that dies or hangs into a finding before it starts the next behind that case.</summary>
internal sealed class Supervisor(FuzzOptions options, SeedCorpus corpus) : IDisposable
{
    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(10);

    private readonly string _stateFile = Path.GetTempFileName();
    private readonly long _begin = Stopwatch.GetTimestamp();
    private long _accepted;
    private long _findings;
    private long _textBytes;
    private (long Microseconds, long Case) _slowest;
    private (long Bytes, long Case) _largest;
    private TimeSpan _nextReport = ReportEvery;

    /// <summary>True when nothing was found.</summary>
    public bool Run()
    {
        Console.WriteLine(Text($"{options.Cases} cases from {options.First} on, seed {options.Seed}, corpus {corpus.Hash} with {corpus.Texts.Count} shaders"));
        long next = options.First;
        long end = options.First + options.Cases;
        while (next < end)
            next = RunFrom(next, end - next);
        double seconds = Stopwatch.GetElapsedTime(_begin).TotalSeconds;
        Console.WriteLine(Text($"slowest: case {_slowest.Case}, {_slowest.Microseconds / 1000.0:0.0} ms; most memory: case {_largest.Case}, {_largest.Bytes / 1024.0 / 1024.0:0.0} MiB"));
        Console.WriteLine(Text($"{options.Cases} cases in {seconds:0} s ({options.Cases / seconds:0} a second, {_textBytes / 1e6:0} MB of text): {_accepted} accepted, {options.Cases - _accepted - _findings} refused, {_findings} findings"));
        return _findings == 0;
    }

    public void Dispose() => File.Delete(_stateFile);

    /// <summary>Runs one process until it has done its cases or is lost; returns the first case that is still to do.</summary>
    private long RunFrom(long first, long count)
    {
        File.Delete(_stateFile);
        using ProgressRecord record = ProgressRecord.Open(_stateFile);
        record.Current = first;
        using Process process = Process.Start(Describe(first, count))!;
        long last = first;
        long since = Stopwatch.GetTimestamp();
        string? loss = null;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(200)))
        {
            if (record.Current != last)
                (last, since) = (record.Current, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(since) > HangLimit)
            {
                loss = Text($"hangs: still at it after {HangLimit.TotalSeconds:0} s");
                process.Kill();
                process.WaitForExit();
            }
            Report(record);
        }
        if (loss is null && process.ExitCode != 0)
            loss = Text($"ended the process with {process.ExitCode}");
        Add(record);
        if (loss is null)
            return first + count;
        _findings++;
        FindingFile.Write(options.Seed, record.Current, FuzzCase.Make(corpus, options.Seed, record.Current), loss);
        return record.Current + 1;
    }

    private ProcessStartInfo Describe(long first, long count)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!);
        string[] arguments = ["--seed", Text($"{options.Seed}"), "--first", Text($"{first}"), "--cases", Text($"{count}"), "--state", _stateFile];
        foreach (string argument in options.KeepFolder is { } folder ? [.. arguments, "--keep", folder] : arguments)
            start.ArgumentList.Add(argument);
        // A text may not take the host's memory: with this much of a heap the process stops instead.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x20000000";
        return start;
    }

    private void Report(ProgressRecord record)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_begin);
        if (elapsed < _nextReport)
            return;
        _nextReport = elapsed + ReportEvery;
        long done = record.Current - options.First;
        Console.WriteLine(Text($"{done} of {options.Cases}, {done / elapsed.TotalSeconds:0} a second, {_accepted + record.Accepted} accepted, {_findings + record.Findings} findings"));
    }

    private void Add(ProgressRecord record)
    {
        _accepted += record.Accepted;
        _findings += record.Findings;
        _textBytes += record.TextBytes;
        if (record.SlowestMicroseconds > _slowest.Microseconds)
            _slowest = (record.SlowestMicroseconds, record.SlowestCase);
        if (record.LargestBytes > _largest.Bytes)
            _largest = (record.LargestBytes, record.LargestCase);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
