using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>MEMORY_BARRIER.</summary>
public readonly record struct MemoryBarrierCommand : IVirglCommand<MemoryBarrierCommand>
{
    /// <summary>Accesses to order.</summary>
    public BarrierFlags Flags { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.MemoryBarrier;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out MemoryBarrierCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new MemoryBarrierCommand
        {
            Flags = (BarrierFlags)body[0],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put((uint)Flags);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("flags", Flags);
    }
}
