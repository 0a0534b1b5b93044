using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_VIEWPORT_STATE: viewport transforms from a slot on; at most 16 slots.</summary>
public readonly ref struct SetViewportsCommand : IVirglCommand<SetViewportsCommand>
{
    /// <summary>First slot.</summary>
    public uint StartSlot { get; init; }

    /// <summary>One transform per slot.</summary>
    public ReadOnlySpan<Viewport> Viewports { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetViewports;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetViewportsCommand command)
    {
        if (body.Length < 1 || (body.Length - 1) % 6 != 0 || body.Length > 1 + 6 * StreamLimits.Viewports)
        {
            command = default;
            return false;
        }

        command = new SetViewportsCommand
        {
            StartSlot = body[0],
            Viewports = MemoryMarshal.Cast<uint, Viewport>(body[1..]),
        };
        return Words.InRange(command.StartSlot, command.Viewports.Length, StreamLimits.Viewports);
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(StartSlot);
        writer.Put(MemoryMarshal.Cast<Viewport, uint>(Viewports));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("start_slot", StartSlot);
        for (int i = 0; i < Viewports.Length; i++)
        {
            visitor.BeginItem("viewport", (int)StartSlot + i);
            Viewports[i].Describe(visitor);
            visitor.EndItem();
        }
    }
}
