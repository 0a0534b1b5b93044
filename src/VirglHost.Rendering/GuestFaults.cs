using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.Rendering;

/// <summary>The faults of this room, each made in one place so that their wording is one.</summary>
internal static class GuestFaults
{
    internal static GuestFaultException Fault(GuestFault fault, string message) => new(fault, message);

    internal static GuestFaultException Malformed(VirglOpcode opcode, int lengthInWords) =>
        new(GuestFault.Malformed, $"{opcode}: these {lengthInWords} words do not form the command");

    internal static GuestFaultException Malformed(VirglOpcode opcode, string why) => new(GuestFault.Malformed, $"{opcode}: {why}");

    internal static GuestFaultException UnknownOpcode(CommandHeader header) =>
        new(GuestFault.UnknownOpcode, $"header {header.Word:x8}: {(byte)header.Opcode} is no command");

    internal static GuestFaultException Unsupported(CommandHeader header) => Unsupported(header.Opcode.ToString());

    internal static GuestFaultException Unsupported(string what) => new(GuestFault.Unsupported, $"{what} is not supported and not advertised");

    internal static GuestFaultException IllegalHandle(uint handle, VirglOpcode opcode) =>
        new(GuestFault.IllegalHandle, $"{opcode}: handle {handle} names no object of the wanted type");

    internal static GuestFaultException IllegalResource(uint resourceId, VirglOpcode opcode) =>
        new(GuestFault.IllegalResource, $"{opcode}: resource {resourceId} is not attached to the context or has no storage");

    internal static GuestFaultException IllegalResource(string why) => new(GuestFault.IllegalResource, why);

    internal static GuestFaultException IllegalSurface(uint handle, VirglOpcode opcode) =>
        new(GuestFault.IllegalSurface, $"{opcode}: handle {handle} names no surface");

    internal static GuestFaultException IllegalFormat(VirglFormat format, VirglObjectType type) =>
        new(GuestFault.IllegalFormat, $"{type}: format {format} cannot be used");

    internal static GuestFaultException IllegalFormat(VirglFormat format, VirglOpcode opcode) =>
        new(GuestFault.IllegalFormat, $"{opcode}: format {format} cannot be used");

    internal static GuestFaultException IllegalSamplerViewTarget(PipeTarget target) =>
        new(GuestFault.IllegalSamplerViewTarget, $"a view cannot have the shape {target}");

    internal static GuestFaultException IllegalVertexFormat(VirglFormat format) => new(GuestFault.IllegalVertexFormat, $"{format} cannot be fetched");

    internal static GuestFaultException IllegalCommandBuffer(string why) => new(GuestFault.IllegalCommandBuffer, why);

    internal static GuestFaultException IllegalShader(string why) => new(GuestFault.IllegalShader, why);

    internal static GuestFaultException OutOfMemory(string why) => new(GuestFault.OutOfMemory, why);

    internal static GuestFaultException TransferOutOfBounds(string why) => new(GuestFault.TransferOutOfBounds, why);

    internal static GuestFaultException BlitOutOfRange(string why) => new(GuestFault.BlitOutOfRange, why);

    internal static GuestFaultException ResourceOutOfRange(string why) => new(GuestFault.ResourceOutOfRange, why);

    internal static GuestFaultException InvalidParameter(string why) => new(GuestFault.InvalidParameter, why);

    internal static GuestFaultException UnknownContext(uint contextId) => new(GuestFault.UnknownContext, $"context {contextId} does not exist");

    internal static GuestFaultException ContextExists(uint contextId) => new(GuestFault.ContextExists, $"context {contextId} exists already");

    internal static GuestFaultException UnknownResource(uint resourceId) => new(GuestFault.UnknownResource, $"resource {resourceId} does not exist");

    internal static GuestFaultException ResourceExists(uint resourceId) => new(GuestFault.ResourceExists, $"resource {resourceId} exists already");
}
