using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.Samples.Triangle;
using VirglHost.Testing;
using StreamWriter = VirglHost.CommandStream.StreamWriter;

namespace VirglHost.Conformance;

/// <summary>
/// How much faster several contexts of one guest are than one: draws with state changes, submitted by one driver whose streams lie ready in guest memory, so that
/// its own share is small. Meant for a GL driver that costs nothing (GALLIUM_NOOP=1), on a host with a core for each context.
/// </summary>
internal static class ContextRun
{
    private const int Turns = 5, DrawsPerStream = 400, StreamsUnderWay = 6;
    private const uint Width = 64, Height = 64;

    /// <param name="make">The back-end with this many threads for contexts.</param>
    /// <param name="contexts">Contexts that draw.</param>
    /// <param name="milliseconds">How long each figure is measured.</param>
    /// <param name="output">Write the table there too.</param>
    public static int Run(Func<int, Target> make, int contexts, int milliseconds, string? output)
    {
        using Target alone = make(0), spread = make(contexts - 1);
        (string Name, Target Target, int Count)[] cases =
        [
            ("one context", alone, 1), ($"{contexts} contexts, one thread", alone, contexts), ($"{contexts} contexts, {contexts} threads", spread, contexts),
            ("one context, threads idle", spread, 1),
        ];
        double[][] rates = [.. cases.Select(_ => new double[Turns])];
        for (int turn = 0; turn < Turns; turn++)
        {
            for (int i = 0; i < cases.Length; i++) rates[i][turn] = Measure(cases[i].Target, cases[i].Count, milliseconds);
        }

        double[] medians = [.. rates.Select(list => list.Order().ElementAt(Turns / 2))];
        string text = "| Case | draws/s | of one context |\n|---|--:|--:|\n" + string.Concat(cases.Select((one, i) =>
            string.Create(CultureInfo.InvariantCulture, $"| {one.Name} | {medians[i]:N0} | {medians[i] / medians[0]:F2} |\n")));
        Console.Write(text);
        if (output is not null) File.WriteAllText(output, text);
        return 0;
    }

    private static double Measure(Target target, int contexts, int milliseconds)
    {
        using var probe = new Probe(target, Variant.Every[0], 96 << 20, TimeSpan.FromSeconds(60));
        GpuCommand[] streams = [.. Enumerable.Range(1, contexts).Select(context => SetUp(probe, (uint)context))];
        var underWay = new Queue<PendingCommand>();
        int count = 0;
        long start = 0;
        for (long warm = Stopwatch.GetTimestamp(); ;)
        {
            if (start == 0 && Stopwatch.GetElapsedTime(warm).TotalMilliseconds > 500) (start, count) = (Stopwatch.GetTimestamp(), 0);
            if (start != 0 && Stopwatch.GetElapsedTime(start).TotalMilliseconds > milliseconds) break;
            foreach (GpuCommand stream in streams) underWay.Enqueue(probe.Gpu.Post(stream));
            underWay.Peek().Queue.KickIfNeeded();
            while (underWay.Count > StreamsUnderWay * contexts)
            {
                probe.Gpu.Wait(underWay.Dequeue());
                count += DrawsPerStream;
            }
        }

        double rate = count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (PendingCommand left in underWay) probe.Gpu.Wait(left);
        return rate;
    }

    /// <summary>A context with a target, a triangle and shaders, and the stream that it repeats.</summary>
    private static GpuCommand SetUp(Probe probe, uint context)
    {
        uint screen = context * 2, vertices = screen + 1;
        probe.Gpu.CreateContext(context, "contexts"u8);
        probe.Gpu.CreateResource3D(screen, new GpuResource3D(2, 67, 2 | 8, Width, Height));
        probe.Gpu.CreateResource3D(vertices, new GpuResource3D(0, 64, 1 << 4, 4096));
        probe.Gpu.AttachResource(context, screen);
        probe.Gpu.AttachResource(context, vertices);
        probe.Gpu.Submit3D(context, TriangleStream.SetUp(screen, vertices, (int)Width, (int)Height));
        return Stream(context);
    }

    private static GpuCommand Stream(uint context)
    {
        var writer = new StreamWriter();
        writer.Write(new SetSubContextCommand { Id = 1 });
        uint[] constants = new uint[16];
        for (int i = 0; i < DrawsPerStream; i++)
        {
            constants[0] = (uint)BitConverter.SingleToInt32Bits(i);
            writer.Write(new SetConstantBufferCommand { Stage = ShaderStage.Vertex, Constants = constants });
            writer.Write(new SetScissorsCommand { Rectangles = [new ScissorRectangle(0, 0, (ushort)(1 + i % 63), 64)] });
            writer.Write(new DrawVboCommand { Start = 0, Count = 3, Mode = PipePrimitive.Triangles, InstanceCount = 1, MinIndex = 0, MaxIndex = 2 });
        }

        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(writer.Words);
        return new GpuCommand(0x207, context).Words((uint)bytes.Length, 0).With(bytes);
    }
}
