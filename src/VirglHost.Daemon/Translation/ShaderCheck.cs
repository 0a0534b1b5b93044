using System.Diagnostics;
using System.Globalization;
using VirglHost.Shaders;

namespace VirglHost.Daemon.Translation;

/// <summary>Compiles and links shader after shader on the host, counts, and measures where asked.</summary>
internal sealed class ShaderCheck(HostCompiler compiler, bool isTimed, TextWriter output)
{
    /// <summary>Repetitions of which the fastest counts: what is measured is the work, not what else the machine does.</summary>
    private const int Repetitions = 5;

    private const int WarmUpRounds = 4;
    private const int WarmUpRepetitions = 20;
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(300);

    private readonly List<double> _translations = [];
    private readonly List<double> _builds = [];
    private readonly List<double> _ratios = [];
    private int _count;
    private int _refused;
    private int _broken;

    /// <summary>Shaders that were refused, or that the host did not take.</summary>
    public int FailureCount => _refused + _broken;

    /// <summary>
    /// Translates the shaders again and again until the run-time compiler has looked at the translator as it does in a daemon that has served a while. It waits for a
    /// pause in which nothing new runs, so there are pauses. A process that has just started is about three times slower.
    /// </summary>
    public static void WarmUp(IReadOnlyList<OpenShader> shaders)
    {
        for (int round = 0; round < WarmUpRounds; round++)
        {
            foreach (OpenShader shader in shaders)
            {
                for (int i = 0; i < WarmUpRepetitions; i++)
                    Translate(shader);
            }
            Thread.Sleep(WarmUpPause);
        }
    }

    /// <summary>Notes a shader that never got as far as the host.</summary>
    public void CountRefusal()
    {
        _count++;
        _refused++;
    }

    /// <summary>Builds the shader on the host; null where it took it, else the driver's reason.</summary>
    public string? Run(OpenShader shader)
    {
        _count++;
        (ShaderStage, string)[] stages = TestPipeline.Around(shader, out bool isSeparable);
        string? failure = compiler.Build(stages, isSeparable, out _);
        if (failure is not null)
            _broken++;
        else if (isTimed)
            Measure(shader);
        return failure;
    }

    /// <summary>One line with the counts; with times, their medians above it.</summary>
    public void WriteSummary()
    {
        if (_ratios.Count > 0)
        {
            Write($"median: translate {Quantile(_translations, 0.5):0.0} us, host {Quantile(_builds, 0.5):0.0} us, ratio {Quantile(_ratios, 0.5):0.0000}");
            Write($"90th percentile: translate {Quantile(_translations, 0.9):0.0} us, host {Quantile(_builds, 0.9):0.0} us, ratio {Quantile(_ratios, 0.9):0.0000}");
            Write($"sum: translate {_translations.Sum() / 1e6:0.000} s, host {_builds.Sum() / 1e6:0.000} s, ratio {_translations.Sum() / _builds.Sum():0.0000}");
        }
        Write($"{_count} shaders: {_count - _refused} translated, {_count - _refused - _broken} compiled and linked on {compiler.Renderer}, {FailureCount} failed");
    }

    /// <summary>The shader alone on both sides: text to text here, text to separable program there.</summary>
    private void Measure(OpenShader shader)
    {
        double translation = double.MaxValue;
        double build = double.MaxValue;
        string source = "";
        for (int i = 0; i < Repetitions; i++)
        {
            long begin = Stopwatch.GetTimestamp();
            source = Translate(shader);
            translation = Math.Min(translation, Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
        }
        for (int i = 0; i < Repetitions; i++)
        {
            // Without neighbours a driver may refuse what it takes in a pipeline; such a shader has no time.
            if (compiler.Build([(shader.Shader.Stage, source)], isSeparable: true, out TimeSpan elapsed) is not null)
                return;
            build = Math.Min(build, elapsed.TotalMicroseconds);
        }
        _translations.Add(translation);
        _builds.Add(build);
        _ratios.Add(translation / build);
        Write($"{translation,9:0.0} us {build,9:0.0} us {translation / build,7:0.0000} {shader.File.Text.Length,7} bytes  {shader.File.Name}");
    }

    private static string Translate(OpenShader shader) =>
        ShaderTranslator.Translate(ShaderTranslator.Parse(shader.File.Text, shader.Shader.Stage).Shader!, shader.Key).Source;

    private static double Quantile(List<double> values, double fraction) => values.Order().ElementAt((int)(fraction * (values.Count - 1)));

    private void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
