using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using VirglHost.CommandStream;

namespace VirglHost.Inspection;

/// <summary>
/// Writes fields as the page's JSON, an array of [name, kind, value…], and keeps a short text of them for the line in the tree. Handles get the number of the
/// thing that they mean.
/// </summary>
internal sealed class FieldWriter : IFieldVisitor, IDisposable
{
    /// <summary>Bytes of texels, texts or words that are kept of one field.</summary>
    public const int MaxContent = 256;

    private const int MaxSummary = 110;

    private readonly HandleBook _book;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly StringBuilder _summary = new();
    private readonly List<int> _named = [];
    private uint _context;
    private uint _subContext;

    /// <param name="book">Knows what handles mean.</param>
    public FieldWriter(HandleBook book)
    {
        _book = book;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>The fields in a few words.</summary>
    public string Summary => _summary.ToString();

    /// <summary>Numbers of the things that fields named.</summary>
    public IReadOnlyList<int> Named => _named;

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>Starts over, for fields of this context.</summary>
    public FieldWriter Begin(uint context, uint subContext)
    {
        (_context, _subContext) = (context, subContext);
        _buffer.ResetWrittenCount();
        _json.Reset();
        _summary.Clear();
        _named.Clear();
        _json.WriteStartArray();
        return this;
    }

    /// <summary>The JSON of what was told since <see cref="Begin"/>.</summary>
    public byte[] End()
    {
        _json.WriteEndArray();
        _json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public void Number(string name, uint value) => Whole(name, value);

    /// <inheritdoc/>
    public void Signed(string name, int value) => Whole(name, value);

    /// <summary>A number of any size.</summary>
    public void Whole(string name, long value)
    {
        Open(name, "n");
        _json.WriteNumberValue(value);
        _json.WriteEndArray();
        if (value != 0)
            Tell(name, value.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public void Real(string name, double value)
    {
        Open(name, "f");
        Write(value);
        _json.WriteEndArray();
        if (value != 0)
            Tell(name, value.ToString("0.###", CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public void Flag(string name, bool value)
    {
        Open(name, "b");
        _json.WriteNumberValue(value ? 1 : 0);
        _json.WriteEndArray();
        if (value)
            Tell(name, "");
    }

    /// <inheritdoc/>
    public void Mask(string name, uint value)
    {
        Open(name, "x");
        _json.WriteNumberValue(value);
        _json.WriteEndArray();
        if (value is not 0 and not uint.MaxValue)
            Tell(name, $"0x{value:x}");
    }

    /// <inheritdoc/>
    public void Choice<T>(string name, T value)
        where T : struct, Enum
    {
        string text = ProtocolName.Of(value);
        Open(name, "e");
        _json.WriteStringValue(text);
        ulong number = Convert.ToUInt64(value, CultureInfo.InvariantCulture);
        _json.WriteNumberValue(number);
        _json.WriteEndArray();
        // What is 0 is a default nobody misses, but for the few that say what a command is about.
        if (number != 0 || name is "mode" or "type" or "shader_type" or "target" or "format")
            Tell("", text);
    }

    /// <inheritdoc/>
    public void Resource(string name, uint id)
    {
        int number = id == 0 ? -1 : _book.FindResource(id);
        Reference(name, "R", id, number);
        if (id != 0)
            Tell("", $"{(name is "handle" or "res_handle" ? "res" : name)} {id}");
    }

    /// <inheritdoc/>
    public void Object(string name, uint handle, VirglObjectType type)
    {
        int number = handle == 0 ? -1 : _book.FindObject(_context, _subContext, handle);
        Reference(name, "O", handle, number);
        if (handle != 0)
            Tell("", $"#{handle}");
    }

    /// <inheritdoc/>
    public void Objects(string name, uint firstSlot, ReadOnlySpan<uint> handles, VirglObjectType type)
    {
        for (int i = 0; i < handles.Length; i++)
            Object($"{name}[{firstSlot + (uint)i}]", handles[i], type);
    }

    /// <inheritdoc/>
    public void Box(string name, in Box box)
    {
        Open(name, "B");
        foreach (int value in (ReadOnlySpan<int>)[box.X, box.Y, box.Z, box.Width, box.Height, box.Depth])
            _json.WriteNumberValue(value);
        _json.WriteEndArray();
        string place = box is { X: 0, Y: 0, Z: 0 } ? "" : $"@{box.X},{box.Y}{(box.Z == 0 ? "" : $",{box.Z}")}";
        Tell("", $"{box.Width}×{box.Height}{(box.Depth == 1 ? "" : $"×{box.Depth}")}{place}");
    }

    /// <inheritdoc/>
    public void Vector(string name, Vector4 value)
    {
        Open(name, "v");
        for (int i = 0; i < 4; i++)
            Write(value[i]);
        _json.WriteEndArray();
        if (value != Vector4.Zero)
            Tell(name, string.Create(CultureInfo.InvariantCulture, $"{value.X:0.##} {value.Y:0.##} {value.Z:0.##} {value.W:0.##}"));
    }

    /// <inheritdoc/>
    public void Color(string name, in RawColor color)
    {
        Open(name, "c");
        foreach (uint word in (ReadOnlySpan<uint>)[color.R, color.G, color.B, color.A])
            _json.WriteNumberValue(word);
        _json.WriteEndArray();
        Vector4 floats = color.AsFloats;
        Tell(name, string.Create(CultureInfo.InvariantCulture, $"{floats.X:0.##} {floats.Y:0.##} {floats.Z:0.##} {floats.W:0.##}"));
    }

    /// <inheritdoc/>
    public void Text(string name, ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> whole = text.TrimEnd((byte)0);
        string kept = Encoding.UTF8.GetString(whole[..Math.Min(whole.Length, 4 * MaxContent)]);
        Note(name, whole.Length > 4 * MaxContent ? $"{kept}… ({whole.Length} bytes)" : kept);
    }

    /// <summary>A text of our own.</summary>
    public void Note(string name, string text)
    {
        Open(name, "t");
        _json.WriteStringValue(text);
        _json.WriteEndArray();
        int line = text.IndexOf('\n', StringComparison.Ordinal);
        Tell("", line < 0 ? text : text[..line]);
    }

    /// <inheritdoc/>
    public void Bytes(string name, ReadOnlySpan<byte> bytes)
    {
        Open(name, "y");
        _json.WriteNumberValue(bytes.Length);
        _json.WriteStringValue(Convert.ToHexStringLower(bytes[..Math.Min(bytes.Length, MaxContent)]));
        _json.WriteEndArray();
        Tell("", $"{bytes.Length} bytes");
    }

    /// <inheritdoc/>
    public void Words(string name, ReadOnlySpan<uint> words)
    {
        Open(name, "w");
        _json.WriteNumberValue(words.Length);
        foreach (uint word in words[..Math.Min(words.Length, MaxContent)])
            _json.WriteNumberValue(word);
        _json.WriteEndArray();
        if (words.Length > 0)
            Tell("", $"{words.Length} words");
    }

    /// <inheritdoc/>
    public void BeginItem(string name, int index) => BeginGroup($"{name}[{index}]");

    /// <summary>The fields until <see cref="EndItem"/> belong together.</summary>
    public void BeginGroup(string name)
    {
        Open(name, "i");
        _json.WriteStartArray();
    }

    /// <inheritdoc/>
    public void EndItem()
    {
        _json.WriteEndArray();
        _json.WriteEndArray();
    }

    /// <summary>A thing by its number, with what it was made of.</summary>
    public void Thing(string name, int number)
    {
        Definition thing = _book.Definitions[number];
        Reference(name, thing.Kind == "RESOURCE" ? "R" : "O", thing.Handle, number);
    }

    /// <summary>Fields that were written before.</summary>
    public void Group(string name, ReadOnlySpan<byte> fields)
    {
        Open(name, "i");
        _json.WriteRawValue(fields, skipInputValidation: true);
        _json.WriteEndArray();
    }

    /// <summary>A shader of a program: its object, its TGSI and its GLSL.</summary>
    public void Shader(string name, int number, int tgsi, int glsl)
    {
        Open(name, "S");
        _json.WriteNumberValue(number < 0 ? 0 : _book.Definitions[number].Handle);
        _json.WriteNumberValue(number);
        _json.WriteNumberValue(tgsi);
        _json.WriteNumberValue(glsl);
        _json.WriteEndArray();
    }

    private void Reference(string name, string kind, uint handle, int number)
    {
        Open(name, kind);
        _json.WriteNumberValue(handle);
        _json.WriteNumberValue(number);
        _json.WriteEndArray();
        if (number >= 0 && !_named.Contains(number))
            _named.Add(number);
    }

    private void Open(string name, string kind)
    {
        _json.WriteStartArray();
        _json.WriteStringValue(name);
        _json.WriteStringValue(kind);
    }

    /// <summary>JSON has no infinities.</summary>
    private void Write(double value)
    {
        if (double.IsFinite(value))
            _json.WriteNumberValue(value);
        else
            _json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    private void Tell(string name, string text)
    {
        if (_summary.Length > MaxSummary)
            return;
        if (_summary.Length > 0)
            _summary.Append(" · ");
        _summary.Append(name).Append(name.Length > 0 && text.Length > 0 ? " " : "").Append(text);
        if (_summary.Length > MaxSummary)
            _summary.Length = MaxSummary;
    }
}
