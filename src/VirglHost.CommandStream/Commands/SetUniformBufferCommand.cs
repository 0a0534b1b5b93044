using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_UNIFORM_BUFFER: a buffer resource as constant buffer.</summary>
public readonly record struct SetUniformBufferCommand : IVirglCommand<SetUniformBufferCommand>
{
    /// <summary>Shader stage; checked to be 0..5.</summary>
    public ShaderStage Stage { get; init; }

    /// <summary>Constant buffer index; checked to be below 32.</summary>
    public uint Index { get; init; }

    /// <summary>Byte offset in the resource.</summary>
    public uint Offset { get; init; }

    /// <summary>Length in bytes.</summary>
    public uint Length { get; init; }

    /// <summary>Buffer resource; 0 unbinds.</summary>
    public uint Handle { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetUniformBuffer;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetUniformBufferCommand command)
    {
        if (body.Length != 5)
        {
            command = default;
            return false;
        }

        command = new SetUniformBufferCommand
        {
            Stage = (ShaderStage)body[0],
            Index = body[1],
            Offset = body[2],
            Length = body[3],
            Handle = body[4],
        };
        return Words.IsStage(command.Stage) && command.Index < StreamLimits.ConstantBuffers;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put((uint)Stage);
        writer.Put(Index);
        writer.Put(Offset);
        writer.Put(Length);
        writer.Put(Handle);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("shader_type", Stage);
        visitor.Number("index", Index);
        visitor.Number("offset", Offset);
        visitor.Number("length", Length);
        visitor.Resource("handle", Handle);
    }
}
