using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace VirglHost.Rendering.Benchmarks;

/// <summary>tests/benchmarks.sh: `stream` times decoding and drawing, `transfers` times the ways of pixels and bytes.</summary>
internal static class Program
{
    private const int WrongUsage = 64;

    public static int Main(string[] arguments)
    {
        // In this process: no project of the tool's own is generated and built on the side.
        IConfig config = ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath("artifacts/benchmarks");
        switch (arguments)
        {
            case ["stream"]:
                BenchmarkRunner.Run<StreamBenchmarks>(config);
                return 0;
            case ["transfers"]:
                BenchmarkRunner.Run<TransferBenchmarks>(config);
                return 0;
            default:
                Console.Error.WriteLine("usage: tests/benchmarks.sh stream | transfers");
                return WrongUsage;
        }
    }
}
