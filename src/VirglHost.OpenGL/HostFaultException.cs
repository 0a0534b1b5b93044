namespace VirglHost.OpenGL;

/// <summary>A failure of the host's OpenGL that no guest command is to blame for by itself.</summary>
public sealed class HostFaultException : Exception
{
    /// <summary>Makes the exception.</summary>
    public HostFaultException(HostFault kind, string message)
        : base(message) => Kind = kind;

    /// <summary>Makes the exception with its cause.</summary>
    public HostFaultException(HostFault kind, string message, Exception inner)
        : base(message, inner) => Kind = kind;

    /// <summary>Kind of failure; decides whether one context or the whole process ends.</summary>
    public HostFault Kind { get; }
}
