using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_CONSTANT_BUFFER: constants in the stream; no data unbinds the index.</summary>
public readonly ref struct SetConstantBufferCommand : IVirglCommand<SetConstantBufferCommand>
{
    /// <summary>Shader stage; checked to be 0..5.</summary>
    public ShaderStage Stage { get; init; }

    /// <summary>Constant buffer index; checked to be below 32.</summary>
    public uint Index { get; init; }

    /// <summary>Raw 32-bit constants, four to a register.</summary>
    public ReadOnlySpan<uint> Constants { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetConstantBuffer;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetConstantBufferCommand command)
    {
        if (body.Length < 2)
        {
            command = default;
            return false;
        }

        command = new SetConstantBufferCommand
        {
            Stage = (ShaderStage)body[0],
            Index = body[1],
            Constants = body[2..],
        };
        return Words.IsStage(command.Stage) && command.Index < StreamLimits.ConstantBuffers;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put((uint)Stage);
        writer.Put(Index);
        writer.Put(Constants);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("shader_type", Stage);
        visitor.Number("index", Index);
        visitor.Words("constants", Constants);
    }
}
