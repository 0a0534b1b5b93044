namespace VirglHost.Daemon;

/// <summary>Where the program shows the guest's screens by itself.</summary>
internal enum OwnDisplay
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In windows of this desktop.</summary>
    Window,
}
