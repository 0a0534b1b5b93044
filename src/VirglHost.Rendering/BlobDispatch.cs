using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <summary>The commands about resources whose memory guest and host share: making them, naming their type, telling their layout.</summary>
internal static class BlobDispatch
{
    /// <summary>A modifier, a count, and four planes of offset, stride and size.</summary>
    private const int LayoutSizeInBytes = 80;

    /// <summary>Runs one command of this group.</summary>
    public static void Run(RenderContext context, CommandHeader header, ReadOnlySpan<uint> body)
    {
        switch (header.Opcode)
        {
            case VirglOpcode.CreatePipeResource: Park(context, CommandDispatch.Decode<CreatePipeResourceCommand>(body)); break;
            case VirglOpcode.SetPipeResourceType: SetType(context, CommandDispatch.Decode<SetPipeResourceTypeCommand>(body)); break;
            case VirglOpcode.GetPipeResourceLayout: GetLayout(context, CommandDispatch.Decode<GetPipeResourceLayoutCommand>(body)); break;
            default: throw GuestFaults.UnknownOpcode(header);
        }
    }

    /// <summary>PIPE_RESOURCE_CREATE: what it describes gets its storage with its resource id, when the guest makes the blob.</summary>
    private static void Park(RenderContext context, in CreatePipeResourceCommand command)
    {
        ResourceDescription description = new(
            command.Target, command.Format, (uint)command.Bind, command.Width, command.Height, command.Depth, command.ArraySize, command.LastLevel, command.Samples,
            (uint)command.Flags);
        if (ResourceValidator.FindFault(description, context.Parts.Formats, context.Parts.Root) is { } fault)
        {
            throw GuestFaults.InvalidParameter($"{VirglOpcode.CreatePipeResource}: {fault}");
        }

        context.Parked.Add(command.BlobId, description);
    }

    /// <summary>PIPE_RESOURCE_SET_TYPE: every resource here has its type from birth, and such a one is left alone.</summary>
    private static void SetType(RenderContext context, in SetPipeResourceTypeCommand command) =>
        context.RequireResource(command.Handle, VirglOpcode.SetPipeResourceType);

    /// <summary>GET_PIPE_RESOURCE_LAYOUT: no storage here has planes that another device could read, which the answer says with zeros.</summary>
    private static void GetLayout(RenderContext context, in GetPipeResourceLayoutCommand command)
    {
        RenderResource output = context.RequireResource(command.OutputHandle, VirglOpcode.GetPipeResourceLayout);
        context.RequireResource(command.TargetHandle, VirglOpcode.GetPipeResourceLayout);
        Span<byte> layout = stackalloc byte[LayoutSizeInBytes];
        layout.Clear();
        if (output.HostMemory is { Length: >= LayoutSizeInBytes })
        {
            output.WriteHostMemory(0, layout);
        }
        else if (output.Backing is { LengthInBytes: >= LayoutSizeInBytes } pages)
        {
            pages.Write(0, layout);
        }
        else
        {
            throw GuestFaults.IllegalResource($"{VirglOpcode.GetPipeResourceLayout}: resource {output.Id} has no room for {LayoutSizeInBytes} bytes");
        }
    }
}
