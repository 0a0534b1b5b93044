using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Commands;

/// <summary>SEND_STRING_MARKER: text for a debugger.</summary>
public readonly ref struct SendStringMarkerCommand : IVirglCommand<SendStringMarkerCommand>
{
    /// <summary>The text, not terminated; any bytes.</summary>
    public ReadOnlySpan<byte> Text { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SendStringMarker;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SendStringMarkerCommand command)
    {
        command = default;
        if (body.Length < 2)
            return false;
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(body[1..]);
        if (body[0] > (uint)bytes.Length)
            return false;
        command = new SendStringMarkerCommand { Text = bytes[..(int)body[0]] };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put((uint)Text.Length);
        writer.PutBytes(Text);
        if (Text.IsEmpty)
            writer.Put(0u);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Text("text", Text);
    }
}
