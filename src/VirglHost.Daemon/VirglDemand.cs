namespace VirglHost.Daemon;

/// <summary>What is offered to the guest besides 2D.</summary>
internal enum VirglDemand
{
    /// <summary>Nothing; OpenGL is not even opened.</summary>
    Off,

    /// <summary>3D where this host can draw, else 2D and a loud line.</summary>
    Auto,

    /// <summary>3D, or the program ends before it listens.</summary>
    Required,
}
