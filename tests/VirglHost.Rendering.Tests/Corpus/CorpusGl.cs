using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;

namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>One context of the host for a class of tests; each test takes it and leaves it, for it may run on any thread.</summary>
public sealed class CorpusGl : IDisposable
{
    private readonly EglDisplay _display = EglDisplay.OpenHeadless();
    private readonly EglContext _context;

    public CorpusGl() => _context = _display.CreateContext();

    public GL Gl => _display.OpenGl;

    public void Enter() => _context.MakeCurrent();

    public void Leave() => EglContext.ReleaseCurrent(_display);

    public void Dispose()
    {
        _context.Dispose();
        _display.Dispose();
    }
}
