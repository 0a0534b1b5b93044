using System.Runtime.CompilerServices;
using System.Text;

namespace VirglHost.CommandStream.Caps;

/// <summary>Name of the host renderer: at most 63 bytes and a NUL.</summary>
[InlineArray(64)]
public struct RendererName
{
    private byte _first;

    /// <summary>Stores a text; what does not fit in 63 bytes is cut, characters outside ASCII become question marks.</summary>
    /// <param name="text">The name.</param>
    public void Set(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> bytes = this;
        bytes.Clear();
        Encoding.ASCII.GetBytes(text.AsSpan(0, Math.Min(text.Length, bytes.Length - 1)), bytes);
    }

    /// <inheritdoc/>
    public override readonly string ToString()
    {
        ReadOnlySpan<byte> bytes = this;
        return Encoding.ASCII.GetString(bytes[..bytes.IndexOf((byte)0)]);
    }
}
