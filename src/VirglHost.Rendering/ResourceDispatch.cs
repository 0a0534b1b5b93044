using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <summary>The commands on resources: finds what they name among the resources attached to the context.</summary>
internal static class ResourceDispatch
{
    /// <summary>Runs one command of this group.</summary>
    public static void Run(RenderContext context, CommandHeader header, ReadOnlySpan<uint> body)
    {
        switch (header.Opcode)
        {
            case VirglOpcode.Transfer3D: Transfer(context, CommandDispatch.Decode<Transfer3DCommand>(body)); break;
            case VirglOpcode.CopyTransfer3D: CopyTransfer(context, CommandDispatch.Decode<CopyTransfer3DCommand>(body)); break;
            case VirglOpcode.ResourceInlineWrite: InlineWrite(context, CommandDispatch.Decode<ResourceInlineWriteCommand>(body)); break;
            case VirglOpcode.ResourceCopyRegion: CopyRegion(context, CommandDispatch.Decode<ResourceCopyRegionCommand>(body)); break;
            case VirglOpcode.Blit: Blit(context, CommandDispatch.Decode<BlitCommand>(body)); break;
            case VirglOpcode.ClearTexture: ClearTexture(context, CommandDispatch.Decode<ClearTextureCommand>(body)); break;
            default: throw GuestFaults.UnknownOpcode(header);
        }
    }

    private static void Transfer(RenderContext context, in Transfer3DCommand command)
    {
        RenderResource resource = context.RequireResource(command.Handle, VirglOpcode.Transfer3D);
        TransferRequest request = new(command.Level, command.Stride, command.LayerStride, command.Box, command.Offset);
        switch (command.Direction)
        {
            case TransferDirection.ToHost:
                context.Parts.Transfers.ToHost(context.Current.Session, resource, request);
                break;
            case TransferDirection.FromHost:
                context.Parts.Transfers.FromHost(context.Current.Session, resource, request);
                break;
            default:
                throw GuestFaults.Malformed(VirglOpcode.Transfer3D, $"direction {(uint)command.Direction}");
        }
    }

    private static void CopyTransfer(RenderContext context, in CopyTransfer3DCommand command)
    {
        RenderResource resource = context.RequireResource(command.Handle, VirglOpcode.CopyTransfer3D);
        RenderResource staging = context.RequireResource(command.StagingHandle, VirglOpcode.CopyTransfer3D);
        context.Parts.Transfers.CopyTransfer(context.Current.Session, resource, staging, command);
    }

    private static void InlineWrite(RenderContext context, in ResourceInlineWriteCommand command) =>
        context.Parts.Transfers.InlineWrite(
            context.Current.Session, context.RequireResource(command.Handle, VirglOpcode.ResourceInlineWrite), command);

    private static void CopyRegion(RenderContext context, in ResourceCopyRegionCommand command)
    {
        RenderResource destination = context.RequireStorage(command.DestinationHandle, VirglOpcode.ResourceCopyRegion);
        RenderResource source = context.RequireStorage(command.SourceHandle, VirglOpcode.ResourceCopyRegion);
        using (new UncountedScope(context.Current.Queries, isConditional: false))
        {
            context.Parts.Blits.CopyRegion(context.Current.Session, command, destination, source);
        }
    }

    private static void Blit(RenderContext context, in BlitCommand command)
    {
        RenderResource destination = context.RequireStorage(command.DestinationHandle, VirglOpcode.Blit);
        RenderResource source = context.RequireStorage(command.SourceHandle, VirglOpcode.Blit);
        using (new UncountedScope(context.Current.Queries, command.RenderConditionEnabled))
        {
            bool isConditional = command.RenderConditionEnabled && context.Current.Queries.HasCondition;
            context.Parts.Blits.Blit(context.Current.Session, command, destination, source, isConditional);
        }
    }

    private static void ClearTexture(RenderContext context, in ClearTextureCommand command) =>
        context.Parts.Blits.ClearTexture(context.Current.Session, command, context.RequireStorage(command.Handle, VirglOpcode.ClearTexture));
}
