using System.Diagnostics;

namespace VirglHost.Shaders.Fuzz;

/// <summary>Runs a range of cases one after the other on a thread with a small stack, in a process that may die of it.</summary>
internal sealed class Worker(FuzzOptions options, SeedCorpus corpus, ProgressRecord record)
{
    /// <summary>Smaller than any stack the daemon runs on.</summary>
    private const int StackBytes = 512 << 10;

    /// <summary>A case that takes longer twice in a row is a finding; the machine may be busy once.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    private const long AllocationLimit = 64L << 20;
    private const int KeepRarity = 100;

    public static void RunOnSmallStack(Action action)
    {
        Thread thread = new(() => action(), StackBytes) { Name = "fuzz" };
        thread.Start();
        thread.Join();
    }

    public void Run()
    {
        for (long number = options.First; number < options.First + options.Cases; number++)
        {
            record.Current = number;
            FuzzCase made = FuzzCase.Make(corpus, options.Seed, number);
            record.TextBytes += made.Text.Length;
            if (RunOnce(made, number) is { } finding)
            {
                record.Findings++;
                FindingFile.Write(options.Seed, number, made, finding);
            }
        }
        record.Current = options.First + options.Cases;
    }

    private string? RunOnce(FuzzCase made, long number)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long begin = Stopwatch.GetTimestamp();
        try
        {
            bool isAccepted = made.Run();
            Note(made, number, isAccepted);
        }
#pragma warning disable CA1031 // Every exception is what we look for.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return bug.ToString();
        }
        TimeSpan elapsed = Stopwatch.GetElapsedTime(begin);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > record.LargestBytes)
            (record.LargestBytes, record.LargestCase) = (allocated, number);
        if (elapsed.TotalMicroseconds > record.SlowestMicroseconds)
            (record.SlowestMicroseconds, record.SlowestCase) = ((long)elapsed.TotalMicroseconds, number);
        if (allocated > AllocationLimit)
            return $"allocated {allocated} bytes for a text of {made.Text.Length}";
        return elapsed > TimeLimit && TimeAgain(made) is var again && again > TimeLimit ? $"took {elapsed.TotalSeconds:0.00} s and {again.TotalSeconds:0.00} s" : null;
    }

    private static TimeSpan TimeAgain(FuzzCase made)
    {
        long begin = Stopwatch.GetTimestamp();
        made.Run();
        return Stopwatch.GetElapsedTime(begin);
    }

    private void Note(FuzzCase made, long number, bool isAccepted)
    {
        if (!isAccepted)
            return;
        record.Accepted++;
        if (options.KeepFolder is { } folder && number % KeepRarity == 0)
            File.WriteAllBytes(Path.Combine(folder, FormattableString.Invariant($"case-{number}.tgsi")), made.Text);
    }
}
