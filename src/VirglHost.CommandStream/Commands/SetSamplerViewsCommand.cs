using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_SAMPLER_VIEWS: replaces the views of a stage from a slot on and unbinds every later slot.</summary>
public readonly ref struct SetSamplerViewsCommand : IVirglCommand<SetSamplerViewsCommand>
{
    /// <summary>Shader stage; checked to be 0..5.</summary>
    public ShaderStage Stage { get; init; }

    /// <summary>First slot.</summary>
    public uint StartSlot { get; init; }

    /// <summary>Sampler views; 0 unbinds.</summary>
    public ReadOnlySpan<uint> Handles { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetSamplerViews;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetSamplerViewsCommand command)
    {
        if (body.Length < 2 || body.Length > 2 + StreamLimits.SamplerViews)
        {
            command = default;
            return false;
        }

        command = new SetSamplerViewsCommand
        {
            Stage = (ShaderStage)body[0],
            StartSlot = body[1],
            Handles = body[2..],
        };
        return Words.IsStage(command.Stage) && Words.InRange(command.StartSlot, command.Handles.Length, StreamLimits.SamplerViews);
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
        visitor.Objects("sampler_view", StartSlot, Handles, VirglObjectType.SamplerView);
    }
}
