using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering;

/// <summary>
/// One EGL context with its state cache and the container objects that GL does not share between contexts. Every engine takes the session that is
/// current as an argument. Owner thread only.
/// </summary>
internal sealed class GlSession : IDisposable
{
    private readonly EglContext? _context;
    private readonly GlDebugLog? _log;
    private GlFramebuffer? _read;
    private GlFramebuffer? _draw;
    private GlVertexArray? _emptyVertexArray;

    /// <summary>Wraps <paramref name="context"/>, which must be current and is owned from here on; null in transcript tests, which have no EGL.</summary>
    public GlSession(GlShareGroup group, EglContext? context, GlDebugSink? debugSink)
    {
        Group = group;
        _context = context;
        State = group.CreateState();
        _log = debugSink is null ? null : new GlDebugLog(group.Gl, debugSink);
    }

    /// <summary>The objects that all sessions of one renderer share.</summary>
    public GlShareGroup Group { get; }

    /// <summary>GL entry points.</summary>
    public GL Gl => Group.Gl;

    /// <summary>What the host's GL has.</summary>
    public GlFeatures Features => Group.Features;

    /// <summary>The host GL's limits.</summary>
    public GlLimits Limits => Group.Limits;

    /// <summary>What this context's GL has now.</summary>
    public GlState State { get; }

    /// <summary>The EGL context, to share with; null in transcript tests.</summary>
    public EglContext? Context => _context;

    /// <summary>Nothing can be done in it any more.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>True from <see cref="Disturb"/> until the next draw has looked.</summary>
    public bool IsDisturbed { get; private set; }

    /// <summary>True from a draw, clear or blit until the next dispatch.</summary>
    public bool HasRendered { get; set; }

    /// <summary>For each lane, up to which published work this session waits; null before it had to.</summary>
    public long[]? SeenHandOvers { get; set; }

    /// <summary>Scratch framebuffer for reading; whoever attaches detaches.</summary>
    public GlFramebuffer ReadFramebuffer => _read ??= GlFramebuffer.Create(Group);

    /// <summary>Scratch framebuffer for drawing; whoever attaches detaches.</summary>
    public GlFramebuffer DrawFramebuffer => _draw ??= GlFramebuffer.Create(Group);

    /// <summary>A vertex array without attributes, for passes that make their own vertices.</summary>
    public GlVertexArray EmptyVertexArray => _emptyVertexArray ??= GlVertexArray.Create(Group);

    /// <summary>Makes the EGL context current on the owner thread where it is not yet.</summary>
    public void MakeCurrent()
    {
        if (_context is { IsCurrent: false })
        {
            _context.MakeCurrent();
        }
    }

    /// <summary>Says that state was set behind the guest's back, so that the next draw derives everything again.</summary>
    public void Disturb() => IsDisturbed = true;

    /// <summary>The next draw has seen the disturbance.</summary>
    public void Settle() => IsDisturbed = false;

    /// <inheritdoc/>
    public void Dispose()
    {
        MakeCurrent();
        _read?.Dispose();
        _draw?.Dispose();
        _emptyVertexArray?.Dispose();
        _log?.Dispose();
        Group.Remove(State);
        IsDisposed = true;
        if (_context is not null)
        {
            EglContext.ReleaseCurrent(_context.Display);
            _context.Dispose();
        }
    }
}
