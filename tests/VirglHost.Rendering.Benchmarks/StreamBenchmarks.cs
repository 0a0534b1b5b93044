using BenchmarkDotNet.Attributes;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;

namespace VirglHost.Rendering.Benchmarks;

/// <summary>
/// A stream of 1000 draws: its words walked and decoded, and run. tests/benchmarks.sh sets GALLIUM_NOOP=1, so that what GL itself costs is left out as far as it can be.
/// Times are for one draw with its constants.
/// </summary>
[MemoryDiagnoser]
public class StreamBenchmarks
{
    private const int Draws = 1000;

    private Scene _scene = null!;
    private uint[] _plain = [];
    private uint[] _changing = [];

    [GlobalSetup]
    public void Prepare()
    {
        _scene = new Scene();
        _plain = _scene.WriteDraws(Draws, changesState: false);
        _changing = _scene.WriteDraws(Draws, changesState: true);
        Run();
        RunWithStateChanges();
    }

    [GlobalCleanup]
    public void End() => _scene.Dispose();

    [Benchmark(OperationsPerInvoke = Draws)]
    public uint Decode()
    {
        uint sum = 0;
        CommandStream.StreamReader reader = new(_plain);
        while (reader.TryRead(out CommandHeader header, out ReadOnlySpan<uint> body))
        {
            if (header.Opcode == VirglOpcode.DrawVbo && DrawVboCommand.TryDecode(body, out DrawVboCommand draw))
                sum += draw.Count;
            else if (SetConstantBufferCommand.TryDecode(body, out SetConstantBufferCommand constants))
                sum += constants.Constants[0];
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Draws)]
    public void Run() => _scene.Renderer.Submit(Scene.ContextId, _plain);

    [Benchmark(OperationsPerInvoke = Draws)]
    public void RunWithStateChanges() => _scene.Renderer.Submit(Scene.ContextId, _changing);
}
