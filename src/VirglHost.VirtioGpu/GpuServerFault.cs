namespace VirglHost.VirtioGpu;

/// <summary>Why the server did not start to serve.</summary>
public enum GpuServerFault
{
    /// <summary>Neither or both of path and descriptor, a size or count out of range, or a path longer than 107 bytes.</summary>
    InvalidOptions,

    /// <summary>The socket cannot be made there: folder missing, not permitted, or the path names something that is no socket.</summary>
    SocketUnusable,

    /// <summary>Another live process listens there.</summary>
    SocketInUse,

    /// <summary>The given descriptor is not an open UNIX stream socket.</summary>
    BadDescriptor,

    /// <summary>The PNG folder cannot be created or written.</summary>
    PngDirectoryUnusable,

    /// <summary>A window is wanted and there is no desktop, or no GLFW.</summary>
    WindowUnavailable,
}
