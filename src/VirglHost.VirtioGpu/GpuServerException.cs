namespace VirglHost.VirtioGpu;

/// <summary>Serving could not start; the message is one plain sentence for the operator.</summary>
public sealed class GpuServerException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="message">One sentence for the operator.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public GpuServerException(GpuServerFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What is wrong.</summary>
    public GpuServerFault Fault { get; }
}
