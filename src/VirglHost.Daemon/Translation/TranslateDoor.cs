using System.Globalization;
using System.Text;
using VirglHost.OpenGL.Egl;

namespace VirglHost.Daemon.Translation;

/// <summary>
/// `virglhost translate`: TGSI files to GLSL on stdout, or their proof on the host's OpenGL. What a shader did wrong goes to stderr, one line each that an editor can
/// jump to; a shader that is refused does not keep the next one from being looked at.
/// </summary>
internal sealed class TranslateDoor(TranslateOptions options, TextWriter output, TextWriter errors)
{
    private const int WarmUpShaders = 60;

    private ExitCode _code = ExitCode.Ok;

    /// <exception cref="EglException">A check was asked for and the host offers no OpenGL.</exception>
    public static ExitCode Serve(Options options)
    {
        TranslateOptions translate = options.Translate!;
        using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        return new TranslateDoor(translate, output, Console.Error).Run(options);
    }

    private ExitCode Run(Options all)
    {
        List<string> files;
        try
        {
            files = ShaderFile.Expand(options.Paths);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"virglhost: {fault.Message}");
            return ExitCode.NoInput;
        }
        if (options.Checks || options.Times)
            Check(all, files);
        else
            Print(files);
        return _code;
    }

    private void Print(List<string> files)
    {
        foreach (string path in files)
        {
            if (TryOpen(path) is not { } shader)
                continue;
            if (files.Count > 1)
                output.WriteLine($"// ---- {shader.File.Name}");
            output.Write(shader.Print(options.PrintsIr));
        }
    }

    private void Check(Options all, List<string> files)
    {
        using EglDisplay display = HostOpenGl.Open(all);
        using HostCompiler compiler = new(display, options.Times);
        ShaderCheck check = new(compiler, options.Times, output);
        if (options.Times)
            WarmUp(files);
        using ProgressLine progress = new(errors);
        int done = 0;
        foreach (string path in files)
        {
            if (progress.IsDue(out double seconds))
                progress.Show(Describe(done, files.Count, check.FailureCount, seconds));
            done++;
            if (TryOpen(path) is not { } shader)
                check.CountRefusal();
            else if (check.Run(shader) is { } failure)
                Report(new TranslationException($"{shader.File.Name}: error: {failure}", ExitCode.BadInput), progress);
        }
        progress.Clear();
        check.WriteSummary();

        OpenShader? TryOpen(string path) => this.TryOpen(path, progress);
    }

    private static string Describe(int done, int total, int failures, double seconds) => string.Create(CultureInfo.InvariantCulture,
        $"{done} of {total}, {failures} failed, {done / seconds:0} a second, {(total - done) * seconds / Math.Max(done, 1):0} s left");

    /// <summary>With shaders from all over the list, which is usually sorted by stage. What is wrong with them is said when it is their turn.</summary>
    private void WarmUp(List<string> files)
    {
        List<OpenShader> shaders = [];
        int step = Math.Max(1, files.Count / WarmUpShaders);
        for (int i = 0; i < files.Count; i += step)
        {
            try
            {
                if (files[i] != ShaderFile.StandardInput)
                    shaders.Add(OpenShader.Open(ShaderFile.Read(files[i]), options.Keys));
            }
            catch (Exception fault) when (fault is TranslationException or IOException or UnauthorizedAccessException)
            {
            }
        }
        ShaderCheck.WarmUp(shaders);
    }

    private OpenShader? TryOpen(string path, ProgressLine? progress = null)
    {
        try
        {
            return OpenShader.Open(ShaderFile.Read(path), options.Keys);
        }
        catch (TranslationException refusal)
        {
            Report(refusal, progress);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Report(new TranslationException($"virglhost: {path}: {fault.Message}", ExitCode.NoInput), progress);
        }
        return null;
    }

    /// <summary>The first failure decides how the process ends.</summary>
    private void Report(TranslationException failure, ProgressLine? progress)
    {
        progress?.Clear();
        output.Flush();
        errors.WriteLine(failure.Message);
        if (_code == ExitCode.Ok)
            _code = failure.Code;
    }
}
