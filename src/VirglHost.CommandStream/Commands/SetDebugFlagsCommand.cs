using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_DEBUG_FLAGS: names of host log flags.</summary>
public readonly ref struct SetDebugFlagsCommand : IVirglCommand<SetDebugFlagsCommand>
{
    /// <summary>Flag names, zero padded.</summary>
    public ReadOnlySpan<byte> Text { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetDebugFlags;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetDebugFlagsCommand command)
    {
        if (body.Length < 2)
        {
            command = default;
            return false;
        }

        command = new SetDebugFlagsCommand
        {
            Text = MemoryMarshal.AsBytes(body),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.PutBytes(Text);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Text("text", Text);
    }
}
