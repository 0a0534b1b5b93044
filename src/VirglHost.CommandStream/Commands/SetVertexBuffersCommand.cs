using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_VERTEX_BUFFERS: vertex buffers from slot 0; slots beyond the last are unbound; at most 32.</summary>
public readonly ref struct SetVertexBuffersCommand : IVirglCommand<SetVertexBuffersCommand>
{
    /// <summary>One binding per slot.</summary>
    public ReadOnlySpan<VertexBufferBinding> Buffers { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetVertexBuffers;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetVertexBuffersCommand command)
    {
        if (body.Length % 3 != 0 || body.Length > 0 + 3 * StreamLimits.VertexAttributes)
        {
            command = default;
            return false;
        }

        command = new SetVertexBuffersCommand
        {
            Buffers = MemoryMarshal.Cast<uint, VertexBufferBinding>(body),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(MemoryMarshal.Cast<VertexBufferBinding, uint>(Buffers));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        for (int i = 0; i < Buffers.Length; i++)
        {
            visitor.BeginItem("vertex_buffer", i);
            Buffers[i].Describe(visitor);
            visitor.EndItem();
        }
    }
}
