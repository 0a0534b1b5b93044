using System.Runtime.InteropServices;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_SHADER_BUFFERS: storage buffers of a stage from a slot on; at most 32 slots.</summary>
public readonly ref struct SetShaderBuffersCommand : IVirglCommand<SetShaderBuffersCommand>
{
    /// <summary>Shader stage; checked to be 0..5.</summary>
    public ShaderStage Stage { get; init; }

    /// <summary>First slot.</summary>
    public uint StartSlot { get; init; }

    /// <summary>One binding per slot.</summary>
    public ReadOnlySpan<ShaderBufferBinding> Buffers { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetShaderBuffers;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetShaderBuffersCommand command)
    {
        if (body.Length < 2 || (body.Length - 2) % 3 != 0 || body.Length > 2 + 3 * StreamLimits.ShaderBuffers)
        {
            command = default;
            return false;
        }

        command = new SetShaderBuffersCommand
        {
            Stage = (ShaderStage)body[0],
            StartSlot = body[1],
            Buffers = MemoryMarshal.Cast<uint, ShaderBufferBinding>(body[2..]),
        };
        return Words.IsStage(command.Stage) && Words.InRange(command.StartSlot, command.Buffers.Length, StreamLimits.ShaderBuffers);
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put((uint)Stage);
        writer.Put(StartSlot);
        writer.Put(MemoryMarshal.Cast<ShaderBufferBinding, uint>(Buffers));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("shader_type", Stage);
        visitor.Number("start_slot", StartSlot);
        for (int i = 0; i < Buffers.Length; i++)
        {
            visitor.BeginItem("buffer", (int)StartSlot + i);
            Buffers[i].Describe(visitor);
            visitor.EndItem();
        }
    }
}
