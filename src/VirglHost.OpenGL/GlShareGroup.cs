using VirglHost.OpenGL.Objects;

namespace VirglHost.OpenGL;

/// <summary>
/// The contexts of one display that share objects, seen from their owner thread: entry points, features, limits, and every context's
/// <see cref="GlState"/>, so that a deleted object's name is forgotten wherever it may still be remembered.
/// </summary>
public sealed class GlShareGroup
{
    private readonly List<GlState> _states = [];
    private readonly List<GlVertexArray> _vertexArrays = [];
    private readonly List<GlFramebuffer> _framebuffers = [];
    private readonly List<GlTransformFeedback> _transformFeedbacks = [];

    /// <summary>Makes the group.</summary>
    public GlShareGroup(GL gl, GlFeatures features, GlLimits limits)
    {
        ArgumentNullException.ThrowIfNull(gl);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(limits);
        Gl = gl;
        Features = features;
        Limits = limits;
    }

    /// <summary>Entry points.</summary>
    public GL Gl { get; }

    /// <summary>What the contexts can do.</summary>
    public GlFeatures Features { get; }

    /// <summary>How much the contexts can do.</summary>
    public GlLimits Limits { get; }

    /// <summary>Makes the state cache of one new context, which must be in GL's initial state.</summary>
    public GlState CreateState()
    {
        GlState state = new(this);
        _states.Add(state);
        return state;
    }

    /// <summary>Drops the cache of a destroyed context.</summary>
    public void Remove(GlState state) => _states.Remove(state);

    /// <summary>A texture's name was deleted.</summary>
    public void ForgetTexture(uint name)
    {
        foreach (GlState state in _states) state.ForgetTexture(name);
        foreach (GlFramebuffer framebuffer in _framebuffers) framebuffer.ForgetTexture(name);
    }

    /// <summary>A buffer's name was deleted.</summary>
    public void ForgetBuffer(uint name)
    {
        foreach (GlState state in _states) state.ForgetBuffer(name);
        foreach (GlVertexArray vertexArray in _vertexArrays) vertexArray.ForgetBuffer(name);
        foreach (GlTransformFeedback feedback in _transformFeedbacks) feedback.ForgetBuffer(name);
    }

    /// <summary>A sampler's name was deleted.</summary>
    public void ForgetSampler(uint name)
    {
        foreach (GlState state in _states) state.ForgetSampler(name);
    }

    /// <summary>A program's name was deleted.</summary>
    public void ForgetProgram(uint name)
    {
        foreach (GlState state in _states) state.ForgetProgram(name);
    }

    /// <summary>A framebuffer's name was deleted.</summary>
    public void ForgetFramebuffer(uint name)
    {
        foreach (GlState state in _states) state.ForgetFramebuffer(name);
    }

    /// <summary>A vertex array's name was deleted.</summary>
    public void ForgetVertexArray(uint name)
    {
        foreach (GlState state in _states) state.ForgetVertexArray(name);
    }

    /// <summary>A transform feedback object's name was deleted.</summary>
    public void ForgetTransformFeedback(uint name)
    {
        foreach (GlState state in _states) state.ForgetTransformFeedback(name);
    }

    internal void Add(GlVertexArray vertexArray) => _vertexArrays.Add(vertexArray);

    internal void Remove(GlVertexArray vertexArray) => _vertexArrays.Remove(vertexArray);

    internal void Add(GlFramebuffer framebuffer) => _framebuffers.Add(framebuffer);

    internal void Remove(GlFramebuffer framebuffer) => _framebuffers.Remove(framebuffer);

    internal void Add(GlTransformFeedback feedback) => _transformFeedbacks.Add(feedback);

    internal void Remove(GlTransformFeedback feedback) => _transformFeedbacks.Remove(feedback);
}
