using System.Diagnostics;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;
using VirglHost.Shaders;

namespace VirglHost.Daemon.Translation;

/// <summary>Compiles and links GLSL on a context of its own. Used and disposed on one thread.</summary>
internal sealed class HostCompiler : IDisposable
{
    private readonly EglContext _context;
    private readonly GL _gl;
    private readonly bool _isTimed;
    private readonly string _salt = Guid.NewGuid().ToString("N");
    private int _builds;

    /// <exception cref="EglException">The display gives no context.</exception>
    /// <param name="display">Where to open it; outlives this object.</param>
    /// <param name="isTimed">Every text gets a last line that no text had before, so that no driver answers from a cache on disk.</param>
    public HostCompiler(EglDisplay display, bool isTimed)
    {
        _isTimed = isTimed;
        _context = display.CreateContext();
        _context.MakeCurrent();
        _gl = display.OpenGl;
    }

    /// <summary>The driver, for reports.</summary>
    public string Renderer => _gl.GetText(GLEnum.Renderer);

    /// <summary>Compiles every stage and links them to one program, which is thrown away.</summary>
    /// <param name="stages">GLSL by stage, in pipeline order.</param>
    /// <param name="isSeparable">Link as a separable program, which needs no neighbours.</param>
    /// <param name="elapsed">Time in the driver's compiler and linker.</param>
    /// <returns>Null on success, else which step failed and the driver's log.</returns>
    public string? Build(ReadOnlySpan<(ShaderStage Stage, string Source)> stages, bool isSeparable, out TimeSpan elapsed)
    {
        long begin = Stopwatch.GetTimestamp();
        uint program = _gl.CreateProgram();
        try
        {
            string? failure = null;
            if (isSeparable)
                _gl.ProgramParameteri(program, GLEnum.ProgramSeparable, 1);
            foreach ((ShaderStage stage, string source) in stages)
                failure ??= Compile(program, stage, source);
            return failure ?? Link(program);
        }
        finally
        {
            elapsed = Stopwatch.GetElapsedTime(begin);
            _gl.DeleteProgram(program);
        }
    }

    public void Dispose() => _context.Dispose();

    private string? Compile(uint program, ShaderStage stage, string source)
    {
        uint shader = _gl.CreateShader(ShaderStageTable.NameOf(stage));
        _gl.ShaderSource(shader, _isTimed ? $"{source}// {_salt} {++_builds}\n" : source);
        _gl.CompileShader(shader);
        string? failure = _gl.GetShader(shader, GLEnum.CompileStatus) == 1 ? null : $"the {stage} stage does not compile: {_gl.GetShaderInfoLog(shader).TrimEnd()}";
        _gl.AttachShader(program, shader);
        _gl.DeleteShader(shader);
        return failure;
    }

    private string? Link(uint program)
    {
        _gl.LinkProgram(program);
        return _gl.GetProgram(program, GLEnum.LinkStatus) == 1 ? null : $"the program does not link: {_gl.GetProgramInfoLog(program).TrimEnd()}";
    }
}
