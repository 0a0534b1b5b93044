namespace VirglHost.OpenGL;

/// <summary>
/// The contexts of one display that share objects, seen from their owner thread: entry points, features, limits, and every context's
/// <see cref="GlState"/>, so that a deleted object's name is forgotten wherever it may still be remembered.
/// </summary>
public sealed class GlShareGroup
{
    private readonly List<GlState> _states = [];
    private readonly List<Objects.GlVertexArray> _vertexArrays = [];

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
    }

    /// <summary>A buffer's name was deleted.</summary>
    public void ForgetBuffer(uint name)
    {
        foreach (GlState state in _states) state.ForgetBuffer(name);
        foreach (Objects.GlVertexArray vertexArray in _vertexArrays) vertexArray.ForgetBuffer(name);
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

    internal void Add(Objects.GlVertexArray vertexArray) => _vertexArrays.Add(vertexArray);

    internal void Remove(Objects.GlVertexArray vertexArray) => _vertexArrays.Remove(vertexArray);
}
