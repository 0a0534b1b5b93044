using System.Runtime.InteropServices;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_SHADER_IMAGES: images of a stage from a slot on; at most 32 slots.</summary>
public readonly ref struct SetShaderImagesCommand : IVirglCommand<SetShaderImagesCommand>
{
    /// <summary>Shader stage; checked to be 0..5.</summary>
    public ShaderStage Stage { get; init; }

    /// <summary>First slot.</summary>
    public uint StartSlot { get; init; }

    /// <summary>One binding per slot.</summary>
    public ReadOnlySpan<ShaderImageBinding> Images { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetShaderImages;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetShaderImagesCommand command)
    {
        if (body.Length < 2 || (body.Length - 2) % 5 != 0 || body.Length > 2 + 5 * StreamLimits.ShaderImages)
        {
            command = default;
            return false;
        }

        command = new SetShaderImagesCommand
        {
            Stage = (ShaderStage)body[0],
            StartSlot = body[1],
            Images = MemoryMarshal.Cast<uint, ShaderImageBinding>(body[2..]),
        };
        return Words.IsStage(command.Stage) && Words.InRange(command.StartSlot, command.Images.Length, StreamLimits.ShaderImages);
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put((uint)Stage);
        writer.Put(StartSlot);
        writer.Put(MemoryMarshal.Cast<ShaderImageBinding, uint>(Images));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("shader_type", Stage);
        visitor.Number("start_slot", StartSlot);
        for (int i = 0; i < Images.Length; i++)
        {
            visitor.BeginItem("image", (int)StartSlot + i);
            Images[i].Describe(visitor);
            visitor.EndItem();
        }
    }
}
