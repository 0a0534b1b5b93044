using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>BIND_SAMPLER_STATES: sampler states of a stage, only the given slots.</summary>
public readonly ref struct BindSamplerStatesCommand : IVirglCommand<BindSamplerStatesCommand>
{
    /// <summary>Shader stage; checked to be 0..5.</summary>
    public ShaderStage Stage { get; init; }

    /// <summary>First slot.</summary>
    public uint StartSlot { get; init; }

    /// <summary>Sampler states; 0 unbinds.</summary>
    public ReadOnlySpan<uint> Handles { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.BindSamplerStates;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out BindSamplerStatesCommand command)
    {
        if (body.Length < 2 || body.Length > 2 + StreamLimits.Samplers)
        {
            command = default;
            return false;
        }

        command = new BindSamplerStatesCommand
        {
            Stage = (ShaderStage)body[0],
            StartSlot = body[1],
            Handles = body[2..],
        };
        return Words.IsStage(command.Stage) && Words.InRange(command.StartSlot, command.Handles.Length, StreamLimits.Samplers);
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put((uint)Stage);
        writer.Put(StartSlot);
        writer.Put(Handles);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("shader_type", Stage);
        visitor.Number("start_slot", StartSlot);
        visitor.Objects("sampler_state", StartSlot, Handles, VirglObjectType.SamplerState);
    }
}
