using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>TEXTURE_BARRIER.</summary>
public readonly record struct TextureBarrierCommand : IVirglCommand<TextureBarrierCommand>
{
    /// <summary>Accesses to order.</summary>
    public TextureBarrierFlags Flags { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.TextureBarrier;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out TextureBarrierCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new TextureBarrierCommand
        {
            Flags = (TextureBarrierFlags)body[0],
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
