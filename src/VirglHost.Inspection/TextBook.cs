using System.Text;
using System.Text.Json;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Inspection;

/// <summary>The texts of shaders: what guests sent, put together from its packets, and the GLSL that was made of it. Equal texts have equal numbers.</summary>
internal sealed class TextBook(BlockSequence blocks)
{
    // GUEST: a packet's offset is the guest's; a text ends where its packets do.
    private const int MaxTextInBytes = 16 << 20;

    // Texts that were begun and never ended, together.
    private const int MaxOpenInBytes = 64 << 20;

    private readonly Dictionary<UInt128, int> _numbers = [];
    private readonly Dictionary<string, int> _glsl = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (MemoryStream Text, uint Length)> _open = [];
    private readonly Dictionary<int, int> _texts = [];
    private long _openInBytes;

    /// <summary>For each text: "TGSI" or "GLSL", its stage, its lines.</summary>
    public List<(string Language, string Stage, int Lines)> Texts { get; } = [];

    /// <summary>Different shaders of the guest.</summary>
    public int GuestTexts { get; private set; }

    /// <summary>The text of a shader object; −1 where it is not whole.</summary>
    public int TextOf(int definition) => _texts.GetValueOrDefault(definition, -1);

    /// <summary>One packet of a shader's text.</summary>
    /// <returns>The text's number where it is whole now, else −1.</returns>
    public int Accept(int definition, in ShaderObject packet)
    {
        if (!packet.IsContinuation)
            _open[definition] = (new MemoryStream(), packet.TextLengthOrOffset);
        if (!_open.TryGetValue(definition, out (MemoryStream Text, uint Length) open))
            return -1;
        uint offset = packet.IsContinuation ? packet.TextLengthOrOffset : 0;
        if (offset > open.Text.Length || offset + (long)packet.Text.Length > MaxTextInBytes)
            return -1;
        open.Text.Position = offset;
        open.Text.Write(packet.Text);
        _openInBytes += packet.Text.Length;
        if (open.Text.Length < open.Length)
        {
            if (_openInBytes > MaxOpenInBytes)
                Abandon();
            return -1;
        }

        _openInBytes -= Math.Min(open.Text.Length, _openInBytes);
        _open.Remove(definition);
        ReadOnlySpan<byte> whole = open.Text.GetBuffer().AsSpan(0, (int)open.Text.Length);
        int end = whole.IndexOf((byte)0);
        return _texts[definition] = NumberOf("TGSI", packet.Stage, Encoding.UTF8.GetString(end < 0 ? whole : whole[..end]));
    }

    private void Abandon()
    {
        _open.Clear();
        _openInBytes = 0;
    }

    /// <summary>The number of a stage's GLSL.</summary>
    public int NumberOfGlsl(ShaderStage stage, string source)
    {
        if (!_glsl.TryGetValue(source, out int number))
            _glsl.Add(source, number = NumberOf("GLSL", stage, source));
        return number;
    }

    private int NumberOf(string language, ShaderStage stage, string text)
    {
        UInt128 hash = GroupPool.HashOf(Encoding.UTF8.GetBytes($"{language} {stage} {text}"));
        if (!_numbers.TryGetValue(hash, out int number))
        {
            _numbers.Add(hash, number = Texts.Count);
            Texts.Add((language, ProtocolName.Of(stage), text.AsSpan().TrimEnd('\n').Count('\n') + 1));
            GuestTexts += language == "TGSI" ? 1 : 0;
            blocks.Add(Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text)}\""));
        }

        return number;
    }
}
