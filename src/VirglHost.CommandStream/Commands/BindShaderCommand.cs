using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>BIND_SHADER.</summary>
public readonly record struct BindShaderCommand : IVirglCommand<BindShaderCommand>
{
    /// <summary>Shader object; 0 unbinds.</summary>
    public uint Handle { get; init; }

    /// <summary>Shader stage; checked to be 0..5.</summary>
    public ShaderStage Stage { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.BindShader;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out BindShaderCommand command)
    {
        if (body.Length != 2)
        {
            command = default;
            return false;
        }

        command = new BindShaderCommand
        {
            Handle = body[0],
            Stage = (ShaderStage)body[1],
        };
        return Words.IsStage(command.Stage);
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put((uint)Stage);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, VirglObjectType.Shader);
        visitor.Choice("shader_type", Stage);
    }
}
