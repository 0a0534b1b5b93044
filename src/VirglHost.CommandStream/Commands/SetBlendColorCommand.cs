using System.Numerics;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_BLEND_COLOR: the constant blend colour.</summary>
public readonly record struct SetBlendColorCommand : IVirglCommand<SetBlendColorCommand>
{
    /// <summary>Red, green, blue, alpha.</summary>
    public Vector4 Color { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetBlendColor;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetBlendColorCommand command)
    {
        if (body.Length != 4)
        {
            command = default;
            return false;
        }

        command = new SetBlendColorCommand
        {
            Color = Words.Vector(body, 0),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Color);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Vector("color", Color);
    }
}
