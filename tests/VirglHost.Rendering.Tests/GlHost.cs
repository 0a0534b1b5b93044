using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests;

/// <summary>A headless GL context of the host, with what the resource tests need around it. Used and disposed on one thread.</summary>
internal sealed class GlHost : IDisposable
{
    private readonly EglDisplay _display;

    private GlHost(EglDisplay display, GlSession session)
    {
        _display = display;
        Session = session;
        Formats = FormatTable.Probe(session);
    }

    public GlSession Session { get; }

    public FormatTable Formats { get; }

    public MemoryBudget Budget { get; } = new(1L << 30);

    public TransferEngine Transfers { get; } = new();

    public static GlHost Open()
    {
        EglDisplay display = EglDisplay.OpenHeadless();
        EglContext context = display.CreateContext();
        context.MakeCurrent();
        GL gl = display.OpenGl;
        GlFeatures features = GlFeatures.Query(gl);
        var group = new GlShareGroup(gl, features, GlLimits.Query(gl, features));
        return new GlHost(display, new GlSession(group, context, null));
    }

    public RenderResource Create(in ResourceDescription description) => RenderResource.Create(Session, Formats, 1, description, Budget);

    /// <summary>The first GL error since the last call.</summary>
    public GLEnum Error() => GlFaultCheck.DrainErrors(Session.Gl);

    public void Dispose()
    {
        Session.Dispose();
        _display.Dispose();
    }
}
