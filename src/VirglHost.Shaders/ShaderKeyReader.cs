using System.Collections.Immutable;
using System.Globalization;

namespace VirglHost.Shaders;

/// <summary>
/// Keys as text, one field and one value at a time: the <c>.key</c> files of shaders/corpus and <c>virglhost translate --key</c>.
/// Flags are true or false, masks are decimal or 0x hexadecimal, choices are spelled like their enumeration; lists are described by the
/// message that a wrong value gets.
/// </summary>
public static class ShaderKeyReader
{
    private static readonly (string Name, Func<ShaderKey, ShaderInfo, string, ShaderKey> Apply)[] Fields =
    [
        ("AlphaFunction", (key, _, text) => key with { AlphaFunction = Choice<AlphaTestFunction>(text) }),
        ("BackColorMask", (key, _, text) => key with { Previous = key.Previous with { BackColorMask = (byte)Number(text, 3) } }),
        ("ClipDistanceCount", (key, _, text) => key with { Previous = key.Previous with { ClipDistanceCount = (byte)Number(text, 8) } }),
        ("ClipPlaneMask", (key, _, text) => key with { ClipPlaneMask = (byte)Number(text, byte.MaxValue) }),
        ("ColorBufferCount", (key, _, text) => key with { ColorBufferCount = (int)Number(text, ShaderKey.MaxColorBuffers) }),
        ("ColorBuffers", (key, _, text) => ColorBuffers(key, text)),
        ("CullDistanceCount", (key, _, text) => key with { Previous = key.Previous with { CullDistanceCount = (byte)Number(text, 8) } }),
        ("DualSourceBlend", (key, _, text) => key with { DualSourceBlend = Flag(text) }),
        ("FlatShade", (key, _, text) => key with { FlatShade = Flag(text) }),
        ("IntegerAttributes", (key, _, text) => key with { IntegerAttributes = (uint)Number(text, uint.MaxValue) }),
        ("InvertFragCoordY", (key, _, text) => key with { InvertFragCoordY = Flag(text) }),
        ("IsLastVertexStage", (key, _, text) => key with { IsLastVertexStage = Flag(text) }),
        ("MissingInputs", (key, _, text) => key with { Previous = key.Previous with { MissingInputs = Number(text, ulong.MaxValue) } }),
        ("PlainConstants", (key, _, text) => key with { PlainConstants = Flag(text) }),
        ("PointSpriteGenerics", (key, _, text) => key with { PointSpriteGenerics = (uint)Number(text, uint.MaxValue) }),
        ("PointSpriteTexcoords", (key, _, text) => key with { PointSpriteTexcoords = (uint)Number(text, uint.MaxValue) }),
        ("PolygonStipple", (key, _, text) => key with { PolygonStipple = Flag(text) }),
        ("Producer", (key, _, text) => key with { Previous = key.Previous with { Producer = Choice<ShaderStage>(text) } }),
        ("SampleRatio", (key, _, text) => key with { SampleRatio = (int)Number(text, 16) }),
        ("Samplers", (key, _, text) => key with { Samplers = Samplers(text) }),
        ("SharedMemoryInBytes", (key, _, text) => key with { SharedMemoryInBytes = (int)Number(text, int.MaxValue) }),
        ("StreamOutput", (key, info, text) => key with { StreamOutput = Captures(info, text) }),
        ("TwoSidedColor", (key, _, text) => key with { TwoSidedColor = Flag(text) }),
        ("UnsignedAttributes", (key, _, text) => key with { UnsignedAttributes = (uint)Number(text, uint.MaxValue) }),
    ];

    /// <summary>Every name that <see cref="TryApply"/> knows, in alphabetical order.</summary>
    public static ImmutableArray<string> FieldNames { get; } = [.. Fields.Select(field => field.Name)];

    /// <summary>What text starts from: one float colour buffer, and the last stage before the rasteriser where the shader can be that.</summary>
    public static ShaderKey CreateDefault(ShaderStage stage) => new()
    {
        ColorBufferCount = 1,
        IsLastVertexStage = stage is ShaderStage.Vertex or ShaderStage.Geometry or ShaderStage.TessEvaluation,
    };

    /// <summary>Sets one field; the key stays as it is when the name or the value is wrong.</summary>
    /// <param name="shader">The shader the key is for: captures are checked against its outputs.</param>
    /// <param name="name">One of <see cref="FieldNames"/>, in that spelling.</param>
    /// <param name="value">The value's text.</param>
    /// <param name="key">The key to change.</param>
    /// <param name="error">Empty on success; else what is wrong and what would be right, without a full stop.</param>
    public static bool TryApply(ShaderInfo shader, string name, string value, ref ShaderKey key, out string error)
    {
        ArgumentNullException.ThrowIfNull(shader);
        ArgumentNullException.ThrowIfNull(value);
        int field = FieldNames.IndexOf(name);
        if (field < 0)
        {
            error = $"no key field is called '{name}'; there are {string.Join(", ", FieldNames)}";
            return false;
        }

        try
        {
            key = Fields[field].Apply(key, shader, value);
            error = string.Empty;
            return true;
        }
        catch (FormatException fault)
        {
            error = $"{name}: {fault.Message}";
            return false;
        }
    }

    /// <summary>Sets the fields of a text with one <c>Field = value</c> per line; blank lines are skipped.</summary>
    /// <param name="shader">As for <see cref="TryApply"/>.</param>
    /// <param name="text">The text of a .key file.</param>
    /// <param name="key">The key to change; unspecified after a failure.</param>
    /// <param name="diagnostic">On failure the first wrong line.</param>
    public static bool TryApplyLines(ShaderInfo shader, string text, ref ShaderKey key, out ShaderDiagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(text);
        int number = 0;
        diagnostic = default;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            string error = "expected FIELD = VALUE";
            if (equals >= 0 && TryApply(shader, line[..equals].Trim(), line[(equals + 1)..].Trim(), ref key, out error)) continue;
            diagnostic = new ShaderDiagnostic(number, 1, error);
            return false;
        }

        return true;
    }

    private static bool Flag(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new FormatException($"'{text}' is neither true nor false"),
    };

    private static ulong Number(string text, ulong most)
    {
        bool isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        bool isNumber = isHex
            ? ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value)
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        return isNumber && value <= most ? value : throw new FormatException($"'{text}' is not a whole number from 0 to {most}");
    }

    private static T Choice<T>(string text)
        where T : struct, Enum
    {
        string[] names = Enum.GetNames<T>();
        int index = Array.IndexOf(names, text);
        return index >= 0 ? Enum.Parse<T>(text) : throw new FormatException($"'{text}' is none of {string.Join(", ", names)}");
    }

    private static ShaderKey ColorBuffers(ShaderKey key, string text)
    {
        string[] kinds = text.Split(',', StringSplitOptions.TrimEntries);
        if (kinds.Length > ShaderKey.MaxColorBuffers) throw new FormatException($"'{text}' names more than {ShaderKey.MaxColorBuffers} colour buffers");
        for (int i = 0; i < kinds.Length; i++) key = key.WithColorBuffer(i, Choice<ColorBufferKind>(kinds[i]));
        return key;
    }

    /// <summary>Rows apart by semicolons: a unit, where its four lanes come from, then where wanted clamped axes, mirrored axes, sample count, sample ratio, and 1 for a rectangle that GL has as a 2D texture.</summary>
    private static SamplerFixups? Samplers(string text) => SamplerFixups.Create([.. Rows(text).Select(row =>
    {
        if (row.Length is < 5 or > 10) throw new FormatException($"'{string.Join(' ', row)}' is not UNIT LANE LANE LANE LANE [CLAMP MIRROR COUNT RATIO TEXELS], such as 0 X X X One; rows are apart by semicolons");
        ColorSource[] lanes = [.. row[1..5].Select(Choice<ColorSource>)];
        byte[] extras = [.. row[5..].Select(word => (byte)Number(word, 32)), 0, 0, 0, 0, 0];
        return new SamplerFixup((int)Number(row[0], SamplerFixups.MaxSamplers - 1), lanes[0], lanes[1], lanes[2], lanes[3])
        {
            ClampAxes = extras[0], MirrorAxes = extras[1], SampleCount = extras[2], SampleRatio = extras[3], CountsTexels = extras[4] != 0,
        };
    })]);

    /// <summary>Rows apart by semicolons, each the six numbers of a <see cref="StreamOutput"/>; strides follow from the pieces.</summary>
    private static StreamOutputLayout Captures(ShaderInfo shader, string text)
    {
        StreamOutput[] outputs = [.. Rows(text).Select(row =>
        {
            if (row.Length != 6)
                throw new FormatException($"'{string.Join(' ', row)}' is not REGISTER START COUNT BUFFER OFFSET STREAM, such as 0 0 4 0 0 0; rows are apart by semicolons");
            int[] n = [.. row.Select(word => (int)Number(word, int.MaxValue))];
            return new StreamOutput(n[0], n[1], n[2], n[3], n[4], n[5]);
        })];
        return StreamOutputLayout.TryCreate(shader, [0, 0, 0, 0], outputs, out StreamOutputLayout? layout, out string error) ? layout! : throw new FormatException(error);
    }

    private static IEnumerable<string[]> Rows(string text) => text.Split(';').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
