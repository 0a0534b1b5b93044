using System.Text;
using BenchmarkDotNet.Attributes;
using VirglHost.Shaders.Glsl;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Lowering;
using VirglHost.Shaders.Passes;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Benchmarks;

/// <summary>Time and allocated memory of each step from text to text, on a small, a median and a large shader of what clients send.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private byte[] _text = [];
    private ShaderStage _stage;
    private ShaderKey _key;
    private ParsedShader _parsed = null!;
    private TgsiShader _tgsi = null!;
    private ShaderModule _finished = null!;

    /// <summary>Sizes of the harvest's smallest tenth, median and largest hundredth.</summary>
    [Params(4, 24, 400)]
    public int Instructions { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = Encoding.ASCII.GetBytes(GrowthShader.Write(GrowthShape.Mixed, Instructions));
        ShaderTranslator.TryReadStage(_text, out _stage);
        _key = ShaderKeyReader.CreateDefault(_stage);
        _parsed = ShaderTranslator.Parse(_text, _stage).Shader!;
        _tgsi = TgsiParser.Parse(_text, _stage);
        _finished = _parsed.Module.Clone();
        PassList.Run(_finished, _parsed.Info, _parsed.Info.Reduce(_key));
    }

    [Benchmark]
    public object Parse() => TgsiParser.Parse(_text, _stage);

    [Benchmark]
    public object Lower() => TgsiLowering.Lower(_tgsi, GlslHostFeatures.All);

    [Benchmark]
    public object Passes()
    {
        ShaderModule module = _parsed.Module.Clone();
        PassList.Run(module, _parsed.Info, _parsed.Info.Reduce(_key));
        return module;
    }

    [Benchmark]
    public object Emit() => GlslEmitter.Emit(_finished);

    [Benchmark(Baseline = true)]
    public object TextToText() => ShaderTranslator.Translate(ShaderTranslator.Parse(_text, _stage).Shader!, _key);
}
