namespace VirglHost.OpenGL.Objects;

/// <summary>
/// A fence after everything that its context was told so far. Shared by all contexts of the group: another thread may wait for it
/// with a context of its own current. One thread at a time.
/// </summary>
public sealed class GlFence : IDisposable
{
    private readonly GL _gl;
    private nint _sync;

    private GlFence(GL gl) => _gl = gl;

    /// <summary>Whether everything before the fence is done; does not wait.</summary>
    public bool IsSignaled => Wait(TimeSpan.Zero) == GlFenceStatus.Signaled;

    /// <summary>Inserts a fence into the current context and flushes, so that it will signal without further calls.</summary>
    /// <exception cref="HostFaultException">The driver gave no fence.</exception>
    public static GlFence Insert(GL gl)
    {
        ArgumentNullException.ThrowIfNull(gl);
        GlFence fence = new(gl);
        fence.InsertAgain();
        return fence;
    }

    /// <summary>Inserts a fence that was disposed into the current context once more, so that a fence for each frame costs no memory.</summary>
    /// <exception cref="HostFaultException">The driver gave no fence.</exception>
    public void InsertAgain()
    {
        Dispose();
        _sync = _gl.FenceSync(GLEnum.SyncGpuCommandsComplete, 0);
        if (_sync == 0)
        {
            GlFaultCheck.ThrowIfReset(_gl);
            throw new HostFaultException(HostFault.OutOfMemory, "The GL driver gave no fence.");
        }

        _gl.Flush();
    }

    /// <summary>Waits on the CPU, at most this long.</summary>
    public GlFenceStatus Wait(TimeSpan timeout)
    {
        ObjectDisposedException.ThrowIf(_sync == 0, this);
        ulong nanoseconds = (ulong)Math.Max(timeout.Ticks, 0) * 100;
        return _gl.ClientWaitSync(_sync, 0, nanoseconds) switch
        {
            GLEnum.AlreadySignaled or GLEnum.ConditionSatisfied => GlFenceStatus.Signaled,
            GLEnum.TimeoutExpired => GlFenceStatus.TimedOut,
            _ => GlFenceStatus.Failed,
        };
    }

    /// <summary>Makes the current context's later commands wait on the GPU.</summary>
    public void WaitOnServer()
    {
        ObjectDisposedException.ThrowIf(_sync == 0, this);
        _gl.WaitSync(_sync, 0, ulong.MaxValue);
    }

    /// <summary>Deletes the fence; needs any context of the group current.</summary>
    public void Dispose()
    {
        if (_sync == 0) return;
        _gl.DeleteSync(_sync);
        _sync = 0;
    }
}
