namespace VirglHost.Rendering;

/// <summary>The guest did something illegal; costs it one answer or one context, never the process.</summary>
public sealed class GuestFaultException : Exception
{
    /// <summary>Names a fault.</summary>
    /// <param name="fault">What the guest did.</param>
    /// <param name="message">For the log: which value was illegal and what would have been legal.</param>
    public GuestFaultException(GuestFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>What the guest did.</summary>
    public GuestFault Fault { get; }
}
