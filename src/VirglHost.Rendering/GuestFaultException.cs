using VirglHost.CommandStream;

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

    /// <summary>A body that its decoder refused.</summary>
    internal static GuestFaultException Malformed(VirglOpcode opcode, int lengthInWords) =>
        new(GuestFault.IllegalCommand, $"{opcode}: {lengthInWords} words do not form this command");

    /// <summary>A command number that does not exist.</summary>
    internal static GuestFaultException UnknownOpcode(CommandHeader header) =>
        new(GuestFault.IllegalCommand, $"header {header.Word:x8}: {(byte)header.Opcode} is no command");

    /// <summary>A command that exists and is refused.</summary>
    internal static GuestFaultException Unsupported(CommandHeader header) =>
        new(GuestFault.Unsupported, $"{header.Opcode} is not supported and not advertised");

    /// <summary>A resource id that names nothing.</summary>
    internal static GuestFaultException UnknownResource(uint resourceId) =>
        new(GuestFault.UnknownResource, $"resource {resourceId} does not exist or is not attached");
}
