using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VirglHost.Inspection.Tests;

/// <summary>A page as its own program reads it, without a browser.</summary>
internal sealed partial class Page
{
    private readonly Dictionary<string, string> _blocks = [];
    private readonly Dictionary<string, JsonElement> _read = [];

    public Page(byte[] html)
    {
        Html = Encoding.UTF8.GetString(html);
        foreach (Match match in Block().Matches(Html))
            _blocks.Add(match.Groups["name"].Value, match.Groups["content"].Value);
        Index = JsonDocument.Parse(Unpack("index")).RootElement;
    }

    public string Html { get; }

    /// <summary>The page as a file.</summary>
    public byte[] Html8() => Encoding.UTF8.GetBytes(Html);

    public JsonElement Index { get; }

    public int RowCount => Rows("name").GetArrayLength();

    /// <summary>Every line as "depth NAME".</summary>
    public string[] Outline => [.. Enumerable.Range(0, RowCount).Select(row => $"{Number("depth", row)} {NameOf(row)}")];

    public static string Text(JsonElement fields) => string.Join(' ', fields.EnumerateArray().Select(FieldText));

    public JsonElement Rows(string column) => Index.GetProperty("rows").GetProperty(column);

    public long Number(string column, int row) => Rows(column)[row].GetInt64();

    public string NameOf(int row) => Index.GetProperty("names")[(int)Number("name", row)].GetString()!;

    public string SummaryOf(int row) => Rows("text")[row].GetString()!;

    /// <summary>The line with the n-th command of this name, from 0.</summary>
    public int Find(string name, int number = 0) => Enumerable.Range(0, RowCount).Where(row => NameOf(row) == name).ElementAt(number);

    public JsonElement FieldsOf(int row) => Piece("d", 0, row);

    /// <summary>The group's fields at a draw; null where it is empty.</summary>
    public string? StateOf(int row, StateGroup group, int stage = 0)
    {
        int number = GroupOf(row, group, stage);
        return number < 0 ? null : Text(Piece("g", 1, number));
    }

    public int GroupOf(int row, StateGroup group, int stage = 0) =>
        Piece("s", 2, (int)Number("state", row))[BoundState.IndexOf(group, (CommandStream.Gallium.ShaderStage)stage)].GetInt32();

    public string TextOf(int number) => Piece("t", 3, number).GetString()!;

    public JsonElement ThingOf(int number) => Piece("o", 4, number);

    /// <summary>The pixels of a line's picture: size and red, green, blue.</summary>
    public (int Width, int Height, byte[] Pixels) PictureOf(int row)
    {
        int number = (int)Column("shots", "picture", (int)Number("picture", row));
        int block = (int)Column("pictures", "block", number);
        byte[] raw = Unpack($"p{block}");
        byte[] before = [];
        int at = 0;
        for (int i = 0; ; i++)
        {
            if (Column("pictures", "block", i) != block)
                continue;
            int width = (int)Column("pictures", "width", i), height = (int)Column("pictures", "height", i), size = width * height * 3;
            byte[] pixels = raw[at..(at + size)];
            bool isDelta = Column("pictures", "delta", i) == 1;
            for (int j = 0; j < size; j++)
                pixels[j] += isDelta ? before[j] : j >= width * 3 ? pixels[j - width * 3] : (byte)0;
            if (i == number)
                return (width, height, pixels);
            before = pixels;
            at += size;
        }
    }

    /// <summary>One pixel of a line's picture as RRGGBB, row 0 as it is stored.</summary>
    public string Pixel(int row, int x, int y)
    {
        (int width, _, byte[] pixels) = PictureOf(row);
        return Convert.ToHexString(pixels, (y * width + x) * 3, 3);
    }

    public long Column(string table, string column, int number) => Index.GetProperty(table).GetProperty(column)[number].GetInt64();

    public byte[] Unpack(string block)
    {
        using DeflateStream unpacker = new(new MemoryStream(Convert.FromBase64String(_blocks[block])), CompressionMode.Decompress);
        using MemoryStream content = new();
        unpacker.CopyTo(content);
        return content.ToArray();
    }

    private static string FieldText(JsonElement field)
    {
        string name = field[0].GetString()!, kind = field[1].GetString()!;
        return kind switch
        {
            "i" => $"{name}{{{Text(field[2])}}}",
            "R" or "O" => $"{name}={field[2]}→{field[3]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{name}={string.Join(',', field.EnumerateArray().Skip(2))}"),
        };
    }

    private JsonElement Piece(string prefix, int size, int number)
    {
        int pieces = Index.GetProperty("blocks")[size].GetInt32();
        string block = $"{prefix}{number / pieces}";
        if (!_read.TryGetValue(block, out JsonElement content))
            _read.Add(block, content = JsonDocument.Parse(Unpack(block)).RootElement);
        return content[number % pieces];
    }

    [GeneratedRegex("<script type=\"text/plain\" id=\"(?<name>\\w+)\">(?<content>[^<]*)</script>")]
    private static partial Regex Block();
}
