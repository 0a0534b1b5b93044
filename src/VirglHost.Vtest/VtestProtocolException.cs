namespace VirglHost.Vtest;

/// <summary>A client said something that cannot be answered. The protocol has no error replies, so its connection is closed.</summary>
internal sealed class VtestProtocolException : Exception
{
    /// <param name="message">What was wrong, with the numbers the client sent.</param>
    public VtestProtocolException(string message)
        : base(message)
    {
    }
}
