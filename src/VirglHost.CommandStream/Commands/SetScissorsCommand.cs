using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_SCISSOR_STATE: scissor rectangles from a slot on; at most 16 slots.</summary>
public readonly ref struct SetScissorsCommand : IVirglCommand<SetScissorsCommand>
{
    /// <summary>First slot.</summary>
    public uint StartSlot { get; init; }

    /// <summary>One rectangle per slot.</summary>
    public ReadOnlySpan<ScissorRectangle> Rectangles { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetScissors;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetScissorsCommand command)
    {
        if (body.Length < 1 || (body.Length - 1) % 2 != 0 || body.Length > 1 + 2 * StreamLimits.Viewports)
        {
            command = default;
            return false;
        }

        command = new SetScissorsCommand
        {
            StartSlot = body[0],
            Rectangles = MemoryMarshal.Cast<uint, ScissorRectangle>(body[1..]),
        };
        return Words.InRange(command.StartSlot, command.Rectangles.Length, StreamLimits.Viewports);
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(StartSlot);
        writer.Put(MemoryMarshal.Cast<ScissorRectangle, uint>(Rectangles));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("start_slot", StartSlot);
        for (int i = 0; i < Rectangles.Length; i++)
        {
            visitor.BeginItem("scissor", (int)StartSlot + i);
            Rectangles[i].Describe(visitor);
            visitor.EndItem();
        }
    }
}
