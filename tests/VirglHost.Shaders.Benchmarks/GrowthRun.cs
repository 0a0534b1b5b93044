using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace VirglHost.Shaders.Benchmarks;

/// <summary>Times parsing and translating of every shape from 10 to 100,000 instructions and writes one line per shape and size.</summary>
internal static class GrowthRun
{
    private static readonly int[] Sizes = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000];

    /// <summary>The fastest of several rounds counts; small shaders get more of them. Processor time, so that a busy machine changes little.</summary>
    private const int MostRounds = 200;
    private static readonly TimeSpan TimePerSize = TimeSpan.FromSeconds(0.7);

    public static void Write(string path)
    {
        WarmUp();
        using StreamWriter file = new(path);
        file.WriteLine("# shape instructions text_bytes glsl_bytes parse_us translate_us parse_allocated translate_allocated");
        foreach (GrowthShape shape in Enum.GetValues<GrowthShape>())
        {
            foreach (int size in Sizes)
            {
                string line = Measure(shape, size, MostRounds);
                file.WriteLine(line);
                Console.WriteLine(line);
            }
            // Two empty lines part the shapes for gnuplot.
            file.Write("\n\n");
        }
    }

    /// <summary>Every shape, in rounds with pauses: the run-time compiler looks at hot methods only when nothing new is being compiled for a while.</summary>
    private static void WarmUp()
    {
        for (int round = 0; round < 4; round++)
        {
            foreach (GrowthShape shape in Enum.GetValues<GrowthShape>())
                _ = Measure(shape, 100, 60);
            Thread.Sleep(500);
        }
    }

    private static string Measure(GrowthShape shape, int size, int mostRounds)
    {
        byte[] text = Encoding.ASCII.GetBytes(GrowthShader.Write(shape, size));
        ShaderKey key = ShaderKeyReader.CreateDefault(ShaderStage.Fragment);
        double parse = double.MaxValue;
        double translate = double.MaxValue;
        long parseBytes = 0;
        long translateBytes = 0;
        int glslLength = 0;
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < mostRounds && (round < 3 || Stopwatch.GetElapsedTime(start) < TimePerSize); round++)
        {
            GC.Collect();
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan begin = Environment.CpuUsage.TotalTime;
            ShaderParseResult result = ShaderTranslator.Parse(text, ShaderStage.Fragment);
            parse = Math.Min(parse, (Environment.CpuUsage.TotalTime - begin).TotalMicroseconds);
            parseBytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            if (!result.IsValid)
                throw new InvalidOperationException($"{shape} with {size} instructions: {result.Diagnostics[0]}");
            bytes = GC.GetAllocatedBytesForCurrentThread();
            begin = Environment.CpuUsage.TotalTime;
            glslLength = ShaderTranslator.Translate(result.Shader, key).Source.Length;
            translate = Math.Min(translate, (Environment.CpuUsage.TotalTime - begin).TotalMicroseconds);
            translateBytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{shape} {size} {text.Length} {glslLength} {parse:0.0} {translate:0.0} {parseBytes} {translateBytes}");
    }
}
