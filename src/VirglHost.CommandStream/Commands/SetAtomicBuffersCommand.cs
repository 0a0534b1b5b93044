using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_ATOMIC_BUFFERS: atomic counter buffers of all stages from a slot on; at most 32 slots.</summary>
public readonly ref struct SetAtomicBuffersCommand : IVirglCommand<SetAtomicBuffersCommand>
{
    /// <summary>First slot.</summary>
    public uint StartSlot { get; init; }

    /// <summary>One binding per slot.</summary>
    public ReadOnlySpan<ShaderBufferBinding> Buffers { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetAtomicBuffers;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetAtomicBuffersCommand command)
    {
        if (body.Length < 1 || (body.Length - 1) % 3 != 0 || body.Length > 1 + 3 * StreamLimits.AtomicBuffers)
        {
            command = default;
            return false;
        }

        command = new SetAtomicBuffersCommand
        {
            StartSlot = body[0],
            Buffers = MemoryMarshal.Cast<uint, ShaderBufferBinding>(body[1..]),
        };
        return Words.InRange(command.StartSlot, command.Buffers.Length, StreamLimits.AtomicBuffers);
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(StartSlot);
        writer.Put(MemoryMarshal.Cast<ShaderBufferBinding, uint>(Buffers));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("start_slot", StartSlot);
        for (int i = 0; i < Buffers.Length; i++)
        {
            visitor.BeginItem("buffer", (int)StartSlot + i);
            Buffers[i].Describe(visitor);
            visitor.EndItem();
        }
    }
}
