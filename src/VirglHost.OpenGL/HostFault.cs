namespace VirglHost.OpenGL;

/// <summary>What went wrong on the host's side of OpenGL.</summary>
public enum HostFault
{
    /// <summary>The driver could not allocate memory.</summary>
    OutOfMemory = 0,

    /// <summary>The current context was reset (a shader hung, or the driver lost its state).</summary>
    ContextReset = 1,

    /// <summary>The display is gone; nothing can go on.</summary>
    Lost = 2,

    /// <summary>The host's driver lacks something that this room requires.</summary>
    Unsupported = 3,
}
