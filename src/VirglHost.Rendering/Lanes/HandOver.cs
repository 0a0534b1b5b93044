using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering.Lanes;

/// <summary>
/// What one lane has done so far, as other lanes' GL contexts can wait for it: the last fence that it put behind its work. Any thread; the caller has a
/// context of the share group current.
/// </summary>
internal sealed class HandOver
{
    private readonly Lock _gate = new();
    private GlFence? _fence;
    private long _version;

    /// <summary>Goes up with each <see cref="Publish"/>.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>
    /// Puts a fence behind the current context's work and flushes it. Contexts of one lane publish in turn: the new fence comes after the one before it, so that
    /// who waits for the last has waited for all.
    /// </summary>
    public void Publish(GL gl)
    {
        lock (_gate)
        {
            _fence?.WaitOnServer();
            var fence = GlFence.Insert(gl);
            _fence?.Dispose();
            _fence = fence;
            Volatile.Write(ref _version, _version + 1);
        }
    }

    /// <summary>Makes the current context's later commands come after what was published last.</summary>
    /// <returns>The version that is waited for.</returns>
    public long Await()
    {
        lock (_gate)
        {
            _fence?.WaitOnServer();
            return _version;
        }
    }

    /// <summary>Deletes the fence.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _fence?.Dispose();
            _fence = null;
        }
    }
}
