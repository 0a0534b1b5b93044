using System.Runtime.CompilerServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <summary>
/// The commands on resources: finds what they name among the resources attached to the context. Not inlined, for the reason in <see cref="CommandDispatch"/>.
/// </summary>
internal static class ResourceDispatch
{
    /// <summary>Runs one command of this group.</summary>
    public static void Run(RenderContext context, CommandHeader header, ReadOnlySpan<uint> body)
    {
        switch (header.Opcode)
        {
            case VirglOpcode.Transfer3D: Transfer(context, body); break;
            case VirglOpcode.CopyTransfer3D: CopyTransfer(context, body); break;
            case VirglOpcode.ResourceInlineWrite: InlineWrite(context, body); break;
            case VirglOpcode.ResourceCopyRegion: CopyRegion(context, body); break;
            case VirglOpcode.Blit: Blit(context, body); break;
            case VirglOpcode.ClearTexture: ClearTexture(context, body); break;
            default: throw GuestFaults.UnknownOpcode(header);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Transfer(RenderContext context, ReadOnlySpan<uint> body)
    {
        Transfer3DCommand command = CommandDispatch.Decode<Transfer3DCommand>(body);
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CopyTransfer(RenderContext context, ReadOnlySpan<uint> body)
    {
        CopyTransfer3DCommand command = CommandDispatch.Decode<CopyTransfer3DCommand>(body);
        RenderResource resource = context.RequireResource(command.Handle, VirglOpcode.CopyTransfer3D);
        RenderResource staging = context.RequireResource(command.StagingHandle, VirglOpcode.CopyTransfer3D);
        context.Parts.Transfers.CopyTransfer(context.Current.Session, resource, staging, command);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void InlineWrite(RenderContext context, ReadOnlySpan<uint> body)
    {
        ResourceInlineWriteCommand command = CommandDispatch.Decode<ResourceInlineWriteCommand>(body);
        RenderResource resource = context.RequireResource(command.Handle, VirglOpcode.ResourceInlineWrite);
        context.Parts.Transfers.InlineWrite(context.Current.Session, resource, command);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CopyRegion(RenderContext context, ReadOnlySpan<uint> body)
    {
        ResourceCopyRegionCommand command = CommandDispatch.Decode<ResourceCopyRegionCommand>(body);
        RenderResource destination = context.RequireStorage(command.DestinationHandle, VirglOpcode.ResourceCopyRegion);
        RenderResource source = context.RequireStorage(command.SourceHandle, VirglOpcode.ResourceCopyRegion);
        using (new UncountedScope(context.Current.Queries, isConditional: false))
        {
            context.Parts.Blits.CopyRegion(context.Current.Session, command, destination, source);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Blit(RenderContext context, ReadOnlySpan<uint> body)
    {
        BlitCommand command = CommandDispatch.Decode<BlitCommand>(body);
        RenderResource destination = context.RequireStorage(command.DestinationHandle, VirglOpcode.Blit);
        RenderResource source = context.RequireStorage(command.SourceHandle, VirglOpcode.Blit);
        using (new UncountedScope(context.Current.Queries, command.RenderConditionEnabled))
        {
            bool isConditional = command.RenderConditionEnabled && context.Current.Queries.HasCondition;
            context.Parts.Blits.Blit(context.Current.Session, command, destination, source, isConditional);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ClearTexture(RenderContext context, ReadOnlySpan<uint> body)
    {
        ClearTextureCommand command = CommandDispatch.Decode<ClearTextureCommand>(body);
        context.Parts.Blits.ClearTexture(context.Current.Session, command, context.RequireStorage(command.Handle, VirglOpcode.ClearTexture));
    }
}
