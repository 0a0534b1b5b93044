using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace VirglHost.Shaders.Benchmarks;

/// <summary>tests/benchmarks.sh: `steps` times each step on three shaders, `growth FILE` times everything on shaders that grow.</summary>
internal static class Program
{
    private const int WrongUsage = 64;

    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["steps"]:
                // In this process: no project of the tool's own is generated and built on the side.
                IConfig config = ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath("artifacts/benchmarks");
                BenchmarkRunner.Run<StepBenchmarks>(config);
                return 0;
            case ["growth", string path]:
                GrowthRun.Write(path);
                return 0;
            default:
                Console.Error.WriteLine("usage: tests/benchmarks.sh steps | growth");
                return WrongUsage;
        }
    }
}
