namespace VirglHost.VhostUser;

/// <summary>The front-end broke the vhost-user protocol; the session cannot go on. The message is one readable sentence.</summary>
public sealed class VhostProtocolException : IOException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, with the numbers.</param>
    /// <param name="cause">The failed system call, if any.</param>
    public VhostProtocolException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
