using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Rendering.Resources;
using VirglHost.Rendering.State;

namespace VirglHost.Rendering.Drawing;

/// <summary>LAUNCH_GRID. The size of a group comes from the shader; without a shader the command is dropped.</summary>
internal sealed class ComputeEngine(GlSession session, StatePreparer preparer)
{
    private const uint ArgumentSizeInBytes = 12;

    /// <summary>Dispatches; <paramref name="arguments"/> is the buffer of an indirect dispatch, null otherwise.</summary>
    public void Execute(in LaunchGridCommand command, RenderResource? arguments)
    {
        (int x, int y, int z) = session.Limits.MaxComputeWorkGroupCount;
        if (arguments is null && (command.GridX > (uint)x || command.GridY > (uint)y || command.GridZ > (uint)z))
        {
            throw GuestFaults.InvalidParameter($"{VirglOpcode.LaunchGrid} of {command.GridX} x {command.GridY} x {command.GridZ} groups");
        }

        if (arguments is not null &&
            (arguments.Buffer is null || (command.IndirectOffset & 3) != 0 || command.IndirectOffset + (long)ArgumentSizeInBytes > arguments.SizeInBytes))
        {
            throw GuestFaults.IllegalResource($"{VirglOpcode.LaunchGrid}: no group counts at {command.IndirectOffset} of resource {arguments.Id}");
        }

        if (!preparer.FlushCompute())
        {
            return;
        }

        if (arguments?.Buffer is { } buffer)
        {
            session.State.SetDispatchIndirectBuffer(buffer.Name);
            session.Gl.DispatchComputeIndirect((nint)command.IndirectOffset);
        }
        else
        {
            session.Gl.DispatchCompute(command.GridX, command.GridY, command.GridZ);
        }
    }
}
