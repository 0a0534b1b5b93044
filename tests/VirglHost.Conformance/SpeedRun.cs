using System.Diagnostics;
using System.Globalization;
using System.Text;
using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.Conformance;

/// <summary>
/// Times 2D commands: wall time and the back-end's processor time for each, with the same front-end for both back-ends, and a plain copy of the same bytes
/// beside them. All take turns, and each figure is the mean of the best turn.
/// </summary>
internal static class SpeedRun
{
    private const int Turns = 3;
    private const int WarmUpInMilliseconds = 1000;

    private static readonly (string Name, int Width, int Height)[] _sizes = [("1080p", 1920, 1080), ("4K", 3840, 2160)];

    public static int Run(Target[] targets, string[] only, int milliseconds, string? output)
    {
        var text = new StringBuilder();
        text.AppendLine("| Case | " + string.Join(" | ", targets.SelectMany(t => new[] { $"{t.Name} wall µs", $"{t.Name} CPU µs" })) + " | plain copy µs |");
        text.AppendLine("|---|" + string.Concat(targets.Select(_ => "--:|--:|")) + "--:|");
        foreach (SpeedCase one in Cases().Where(one => only.Length == 0 || only.Any(part => one.Name.Contains(part, StringComparison.Ordinal))))
        {
            var best = targets.Select(_ => (Wall: double.MaxValue, Processor: double.MaxValue)).ToArray();
            double copy = double.MaxValue;
            for (int turn = 0; turn < Turns; turn++)
            {
                copy = Math.Min(copy, Copy(one, milliseconds));
                for (int i = 0; i < targets.Length; i++)
                {
                    (double wall, double processor) = Measure(targets[i], one, milliseconds);
                    best[i] = (Math.Min(best[i].Wall, wall), Math.Min(best[i].Processor, processor));
                }
            }

            string cells = string.Join(" | ", best.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Wall:F0} | {b.Processor:F0}")));
            string line = string.Create(CultureInfo.InvariantCulture, $"| {one.Name} | {cells} | {copy:F0} |");
            Console.WriteLine(line);
            text.AppendLine(line);
        }

        foreach (Target target in targets) target.Dispose();
        if (output is not null) File.WriteAllText(output, text.ToString());
        return 0;
    }

    private static IEnumerable<SpeedCase> Cases()
    {
        foreach ((string name, int width, int height) in _sizes)
        foreach (int entries in new[] { 1, 10_000 })
        foreach (bool isFull in new[] { true, false })
        foreach (bool isFlushed in new[] { false, true })
        {
            (int w, int h) = isFull ? (width, height) : (64, 64);
            string what = $"{name} {(isFull ? "whole frame" : "64×64")}, {entries:N0} {(entries == 1 ? "entry" : "entries")}: transfer{(isFlushed ? " and flush" : "")}";
            yield return new SpeedCase(what, (width, height), (w, h), entries, isFlushed);
        }
    }

    private static (double Wall, double Processor) Measure(Target target, SpeedCase one, int milliseconds)
    {
        using var probe = new Probe(target, Variant.Every[0], 512 << 20, TimeSpan.FromSeconds(60));
        probe.Gpu.CreateResource2D(1, 2, (uint)one.Frame.Width, (uint)one.Frame.Height);
        probe.Gpu.SplitsTail = true;
        probe.Gpu.AttachBacking(1, Backing(probe, one));
        probe.Gpu.TransferToHost2D(1, 0, 0, (uint)one.Frame.Width, (uint)one.Frame.Height, 0);
        probe.Gpu.SetScanout(0, 1, 0, 0, (uint)one.Frame.Width, (uint)one.Frame.Height);
        // Lets the runtime of ours compile what is hot: a guest draws for longer than a second too.
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        while (count < 40 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < WarmUpInMilliseconds) Step(probe, one, count++);

        TimeSpan before = target.ProcessorTime;
        start = Stopwatch.GetTimestamp();
        count = 0;
        while (count < 20 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds) Step(probe, one, count++);
        double wall = Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
        return (wall, (target.ProcessorTime - before).TotalMicroseconds / count);
    }

    private static void Step(Probe probe, SpeedCase one, int number)
    {
        (int width, int height) = one.Part;
        (int x, int y) = Place(one, number);
        probe.Gpu.TransferToHost2D(1, (uint)x, (uint)y, (uint)width, (uint)height, ((ulong)y * (ulong)one.Frame.Width + (ulong)x) * 4);
        if (one.IsFlushed) probe.Gpu.Flush(1, (uint)x, (uint)y, (uint)width, (uint)height);
    }

    /// <summary>Runs of equal length that do not touch each other.</summary>
    private static GuestBuffer[] Backing(Probe probe, SpeedCase one)
    {
        int bytes = one.Frame.Width * one.Frame.Height * 4;
        if (one.Entries == 1) return [probe.Ram.Allocate(bytes)];
        int run = (bytes + one.Entries - 1) / one.Entries;
        GuestBuffer all = probe.Ram.Allocate(one.Entries * (run + 64));
        probe.Ram.Slice(all).Fill(1);
        return [.. Enumerable.Range(0, one.Entries).Select(i => new GuestBuffer(all.Address + (ulong)(i * (run + 64)), (uint)run))];
    }

    /// <summary>
    /// Microseconds for a plain copy of as many bytes out of shared memory, in the same pieces: row by row where the part is narrower than the frame, run by run where
    /// the frame is scattered. The mean, as of the commands.
    /// </summary>
    private static double Copy(SpeedCase one, int milliseconds)
    {
        int size = one.Frame.Width * one.Frame.Height * 4, stride = one.Frame.Width * 4, row = one.Part.Width * 4;
        int run = (size + one.Entries - 1) / one.Entries, gap = one.Entries == 1 ? 0 : 64, length = one.Entries * (run + gap);
        using var file = new Memfd("plain-copy", length);
        using MemoryMapping mapping = MemoryMapping.Map(file.Fd, 0, length);
        Span<byte> from = mapping.Slice(0, length), to = new byte[size];
        from.Fill(1);
        to.Fill(2);
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds / 3.0)
        {
            (int x, int y) = Place(one, count++);
            for (int line = 0; line < (row == stride ? 1 : one.Part.Height); line++)
            {
                int at = (y + line) * stride + x * 4, end = row == stride ? size : at + row;
                while (at < end)
                {
                    int piece = Math.Min(end - at, run - at % run);
                    from.Slice(at / run * (run + gap) + at % run, piece).CopyTo(to[at..]);
                    at += piece;
                }
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }

    private static (int X, int Y) Place(SpeedCase one, int number) => (
        one.Frame.Width > one.Part.Width ? number * 61 % (one.Frame.Width - one.Part.Width) : 0,
        one.Frame.Height > one.Part.Height ? number * 37 % (one.Frame.Height - one.Part.Height) : 0);
}
