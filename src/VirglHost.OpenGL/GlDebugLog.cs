using System.Runtime.InteropServices;

namespace VirglHost.OpenGL;

/// <summary>
/// Passes the current context's debug output (KHR_debug) to a sink, synchronously, until disposed. Dispose it with the same context
/// current.
/// </summary>
public sealed class GlDebugLog : IDisposable
{
    private readonly GL _gl;
    private readonly GlDebugSink _sink;
    private GCHandle _self;

    /// <summary>Installs the sink in the current context.</summary>
    public GlDebugLog(GL gl, GlDebugSink sink)
    {
        ArgumentNullException.ThrowIfNull(gl);
        ArgumentNullException.ThrowIfNull(sink);
        _gl = gl;
        _sink = sink;
        _self = GCHandle.Alloc(this);
        gl.Enable(GLEnum.DebugOutput);
        gl.Enable(GLEnum.DebugOutputSynchronous);
        gl.SetDebugReceiver(_self);
    }

    /// <summary>Takes the sink away from the current context.</summary>
    public void Dispose()
    {
        if (!_self.IsAllocated) return;
        _gl.ClearDebugReceiver();
        _gl.Disable(GLEnum.DebugOutputSynchronous);
        _gl.Disable(GLEnum.DebugOutput);
        _self.Free();
    }

    internal void Deliver(in GlDebugMessage message) => _sink(message);
}
