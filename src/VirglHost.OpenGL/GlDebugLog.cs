using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace VirglHost.OpenGL;

/// <summary>
/// Passes the current context's debug output (KHR_debug) to a sink, synchronously, until disposed. Dispose it with the same context
/// current, or after that context was destroyed.
/// </summary>
public sealed unsafe class GlDebugLog : IDisposable
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
        // SAFETY: a static function, and a handle that stays allocated until Dispose takes the callback away.
        gl.DebugMessageCallback((nint)(delegate* unmanaged<GLEnum, GLEnum, uint, GLEnum, uint, byte*, nint, void>)&Receive, (void*)GCHandle.ToIntPtr(_self));
    }

    /// <summary>Takes the sink away from the current context.</summary>
    public void Dispose()
    {
        if (!_self.IsAllocated) return;
        _gl.DebugMessageCallback(0, null); // SAFETY: null removes the callback.
        _gl.Disable(GLEnum.DebugOutputSynchronous);
        _gl.Disable(GLEnum.DebugOutput);
        _self.Free();
    }

    [UnmanagedCallersOnly]
    [SuppressMessage("Design", "CA1031", Justification = "An exception must not unwind through the driver's frames.")]
    private static void Receive(GLEnum source, GLEnum type, uint id, GLEnum severity, uint length, byte* text, nint user)
    {
        try
        {
            // SAFETY: GL passes back the handle given at installation, and a NUL-terminated text.
            if (GCHandle.FromIntPtr(user).Target is GlDebugLog log)
            {
                log._sink(new GlDebugMessage(source, type, severity, id, Marshal.PtrToStringUTF8((nint)text) ?? ""));
            }
        }
        catch (Exception)
        {
            // The sink broke its promise; dropping one message is all that can be done here.
        }
    }
}
