namespace VirglHost.OpenGL;

/// <summary>Questions to the driver about errors and resets of the current context.</summary>
public static class GlFaultCheck
{
    // A lost context may answer every glGetError with an error; the loop must end.
    private const int MaxErrorCount = 64;

    /// <summary>Throws when the current context was reset since it was created.</summary>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.ContextReset"/>.</exception>
    public static void ThrowIfReset(GL gl)
    {
        ArgumentNullException.ThrowIfNull(gl);
        GLEnum status = gl.GetGraphicsResetStatus();
        if (status != GLEnum.NoError) throw new HostFaultException(HostFault.ContextReset, $"The GL context was reset ({status}).");
    }

    /// <summary>Reads all pending errors of the current context and throws when one of them was out-of-memory or a lost context.</summary>
    /// <returns>The first other error, or <c>NoError</c>.</returns>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.OutOfMemory"/> or <see cref="HostFault.ContextReset"/>.</exception>
    public static GLEnum ThrowIfOutOfMemory(GL gl)
    {
        ArgumentNullException.ThrowIfNull(gl);
        GLEnum first = GLEnum.NoError;
        bool exhausted = false;
        for (int i = 0; i < MaxErrorCount; i++)
        {
            GLEnum error = gl.GetError();
            if (error == GLEnum.NoError) break;
            if (error == GLEnum.ContextLost) throw new HostFaultException(HostFault.ContextReset, "The GL context was lost.");
            exhausted |= error == GLEnum.OutOfMemory;
            if (first == GLEnum.NoError) first = error;
        }

        return exhausted ? throw new HostFaultException(HostFault.OutOfMemory, "The GL driver is out of memory.") : first;
    }

    /// <summary>Reads all pending errors of the current context.</summary>
    /// <returns>The first one, or <c>NoError</c>.</returns>
    public static GLEnum DrainErrors(GL gl)
    {
        ArgumentNullException.ThrowIfNull(gl);
        GLEnum first = GLEnum.NoError;
        for (int i = 0; i < MaxErrorCount; i++)
        {
            GLEnum error = gl.GetError();
            if (error == GLEnum.NoError) break;
            if (first == GLEnum.NoError) first = error;
        }

        return first;
    }
}
