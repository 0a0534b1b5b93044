using System.Collections.Concurrent;
using VirglHost.OpenGL.Objects;

namespace VirglHost.OpenGL;

/// <summary>
/// The contexts of one display that share objects, seen from their owner thread: entry points, features, limits, and every context's
/// <see cref="GlState"/>, so that a deleted object's name is forgotten wherever it may still be remembered. Contexts that share objects but live on
/// several threads form one group for each thread; <see cref="CreatePeer"/> ties the groups together.
/// </summary>
/// <remarks>
/// GL gives a deleted name away again at once, to any thread. A group therefore tells its peers of a name before it deletes it, and each reads its mail
/// after every name that it is given and before it uses objects that came from another thread: no cache ever takes a new object for the old one.
/// </remarks>
public sealed class GlShareGroup
{
    private readonly GlPeerList _peers;
    private readonly ConcurrentQueue<GlDeletedName> _mail = new();
    private readonly List<GlState> _states = [];
    private readonly List<GlVertexArray> _vertexArrays = [];
    private readonly List<GlFramebuffer> _framebuffers = [];
    private readonly List<GlTransformFeedback> _transformFeedbacks = [];

    /// <summary>Makes the group.</summary>
    public GlShareGroup(GL gl, GlFeatures features, GlLimits limits)
        : this(gl, features, limits, new GlPeerList())
    {
    }

    private GlShareGroup(GL gl, GlFeatures features, GlLimits limits, GlPeerList peers)
    {
        ArgumentNullException.ThrowIfNull(gl);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(limits);
        Gl = gl;
        Features = features;
        Limits = limits;
        _peers = peers;
        _peers.Add(this);
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

    /// <summary>The group of one more thread, whose contexts share objects with this one's. Its members are for that thread alone.</summary>
    public GlShareGroup CreatePeer() => new(Gl, Features, Limits, _peers);

    /// <summary>The group's thread ends: its contexts are gone, and nobody tells it of names any more.</summary>
    public void Leave() => _peers.Remove(this);

    /// <summary>Forgets what peers have deleted; does nothing where there are none.</summary>
    public void ReadMail()
    {
        while (_mail.TryDequeue(out GlDeletedName deleted))
        {
            Forget(deleted);
        }
    }

    /// <summary>A texture's name is deleted; to be said before it is.</summary>
    public void ForgetTexture(uint name) => Tell(new GlDeletedName(GlNameKind.Texture, name));

    /// <summary>A buffer's name is deleted; to be said before it is.</summary>
    public void ForgetBuffer(uint name) => Tell(new GlDeletedName(GlNameKind.Buffer, name));

    /// <summary>A sampler's name is deleted; to be said before it is.</summary>
    public void ForgetSampler(uint name) => Tell(new GlDeletedName(GlNameKind.Sampler, name));

    /// <summary>A program's name is deleted; to be said before it is.</summary>
    public void ForgetProgram(uint name) => Tell(new GlDeletedName(GlNameKind.Program, name));

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

    private void Tell(in GlDeletedName deleted)
    {
        GlShareGroup[] all = _peers.All;
        if (all.Length == 1)
        {
            Forget(deleted);
            return;
        }

        // An object may end on another thread than it was made on: this group's own caches learn of it by mail too.
        foreach (GlShareGroup peer in all) peer._mail.Enqueue(deleted);
    }

    private void Forget(in GlDeletedName deleted)
    {
        switch (deleted.Kind)
        {
            case GlNameKind.Texture:
                foreach (GlState state in _states) state.ForgetTexture(deleted.Name);
                foreach (GlFramebuffer framebuffer in _framebuffers) framebuffer.ForgetTexture(deleted.Name);
                break;
            case GlNameKind.Buffer:
                foreach (GlState state in _states) state.ForgetBuffer(deleted.Name);
                foreach (GlVertexArray vertexArray in _vertexArrays) vertexArray.ForgetBuffer(deleted.Name);
                foreach (GlTransformFeedback feedback in _transformFeedbacks) feedback.ForgetBuffer(deleted.Name);
                break;
            case GlNameKind.Sampler:
                foreach (GlState state in _states) state.ForgetSampler(deleted.Name);
                break;
            default:
                foreach (GlState state in _states) state.ForgetProgram(deleted.Name);
                break;
        }
    }
}
