namespace VirglHost.VhostUser;

/// <summary>What <see cref="VhostUserSession.ProcessInput"/> leaves to do.</summary>
public enum SessionStep
{
    /// <summary>Wait for more input.</summary>
    Continue,

    /// <summary>The front-end closed the connection between two messages: dispose the session.</summary>
    PeerClosed,
}
