using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace VirglHost.OpenGL;

/// <content>The driver's debug callback.</content>
// SAFETY: the callback gets back the handle given with it, which GlDebugLog keeps allocated until the callback is taken away.
public sealed unsafe partial class GL
{
    internal void SetDebugReceiver(GCHandle log) => DebugMessageCallback(
        (nint)(delegate* unmanaged<GLEnum, GLEnum, uint, GLEnum, uint, byte*, nint, void>)&ReceiveDebugMessage, (void*)GCHandle.ToIntPtr(log));

    internal void ClearDebugReceiver() => DebugMessageCallback(0, null);

    [UnmanagedCallersOnly]
    [SuppressMessage("Design", "CA1031", Justification = "An exception must not unwind through the driver's frames.")]
    private static void ReceiveDebugMessage(GLEnum source, GLEnum type, uint id, GLEnum severity, uint length, byte* text, nint user)
    {
        try
        {
            if (GCHandle.FromIntPtr(user).Target is GlDebugLog log)
            {
                log.Deliver(new GlDebugMessage(source, type, severity, id, Marshal.PtrToStringUTF8((nint)text) ?? ""));
            }
        }
        catch (Exception)
        {
            // The sink broke its promise; dropping one message is all that can be done here.
        }
    }
}
