namespace VirglHost.OpenGL.Objects;

/// <summary>
/// A transform feedback object and its buffers; setters emit differences only. Not shared between contexts: use and dispose it with
/// its own context current, and not while it is active.
/// </summary>
public sealed class GlTransformFeedback : IDisposable
{
    private readonly GlShareGroup _group;
    private readonly Cached<GlBufferRange>[] _buffers;
    private bool _disposed;

    private GlTransformFeedback(GlShareGroup group)
    {
        _group = group;
        Name = group.Gl.CreateTransformFeedback();
        _buffers = new Cached<GlBufferRange>[Math.Max(group.Limits.MaxTransformFeedbackBuffers, 4)];
        Cached<GlBufferRange>.Fill(_buffers, default);
        group.Add(this);
    }

    /// <summary>GL name.</summary>
    public uint Name { get; }

    /// <summary>Makes an object in the current context.</summary>
    public static GlTransformFeedback Create(GlShareGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new GlTransformFeedback(group);
    }

    /// <summary>Sets the range that a buffer index is captured into; the default unbinds. Offset and size are multiples of 4.</summary>
    public void SetBuffer(uint index, in GlBufferRange range)
    {
        if (!_buffers[index].Change(range)) return;
        if (range.Buffer == 0) _group.Gl.TransformFeedbackBufferBase(Name, index, 0);
        else _group.Gl.TransformFeedbackBufferRange(Name, index, range.Buffer, range.Offset, range.Size);
    }

    /// <summary>Deletes the object.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _group.Remove(this);
        _group.Gl.DeleteTransformFeedback(Name);
        _group.ForgetTransformFeedback(Name);
    }

    internal void ForgetBuffer(uint name)
    {
        foreach (ref Cached<GlBufferRange> buffer in _buffers.AsSpan())
        {
            if (buffer.Value.Buffer == name) buffer = default;
        }
    }
}
