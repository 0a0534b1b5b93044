using System.Globalization;
using System.Text;

namespace VirglHost.Shaders.Tests;

/// <summary>The shaders of shaders/corpus: text, optional key, recorded IR and GLSL side by side.</summary>
internal static class Corpus
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Names()
        => Directory.EnumerateFiles(Root, "*.tgsi", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')[..^".tgsi".Length])
            .Order(StringComparer.Ordinal);

    public static byte[] Text(string name) => File.ReadAllBytes(Path.Combine(Root, name + ".tgsi"));

    public static ShaderStage Stage(string name) => name.Split('/')[0] switch
    {
        "vertex" => ShaderStage.Vertex,
        "fragment" => ShaderStage.Fragment,
        "geometry" => ShaderStage.Geometry,
        "tess-control" => ShaderStage.TessControl,
        "tess-evaluation" => ShaderStage.TessEvaluation,
        "compute" => ShaderStage.Compute,
        string other => throw new InvalidOperationException($"no stage is called {other}"),
    };

    public static ParsedShader Parse(string name)
    {
        ShaderParseResult result = ShaderTranslator.Parse(Text(name), Stage(name));
        Assert.True(result.IsValid, $"{name}: {string.Join("; ", result.Diagnostics)}");
        return result.Shader;
    }

    /// <summary>The key beside a shader: one "Field = value" per line; without a file, one float colour buffer and, in vertex stages, the last stage.</summary>
    public static ShaderKey Key(string name, ShaderInfo info)
    {
        var key = new ShaderKey { ColorBufferCount = 1, IsLastVertexStage = info.Stage is ShaderStage.Vertex or ShaderStage.Geometry or ShaderStage.TessEvaluation };
        string path = Path.Combine(Root, name + ".key");
        if (!File.Exists(path)) return key;
        foreach (string line in File.ReadAllLines(path))
        {
            string[] parts = line.Split('=', StringSplitOptions.TrimEntries);
            if (parts.Length == 2) key = Apply(key, info, parts[0], parts[1]);
        }

        return key;
    }

    private static ShaderKey Apply(ShaderKey key, ShaderInfo info, string field, string value) => field switch
    {
        "AlphaFunction" => key with { AlphaFunction = Enum.Parse<AlphaTestFunction>(value) },
        "FlatShade" => key with { FlatShade = bool.Parse(value) },
        "TwoSidedColor" => key with { TwoSidedColor = bool.Parse(value) },
        "PolygonStipple" => key with { PolygonStipple = bool.Parse(value) },
        "InvertFragCoordY" => key with { InvertFragCoordY = bool.Parse(value) },
        "DualSourceBlend" => key with { DualSourceBlend = bool.Parse(value) },
        "IsLastVertexStage" => key with { IsLastVertexStage = bool.Parse(value) },
        "ColorBufferCount" => key with { ColorBufferCount = Number(value) },
        "ClipPlaneMask" => key with { ClipPlaneMask = (byte)Number(value) },
        "IntegerAttributes" => key with { IntegerAttributes = (uint)Number(value) },
        "UnsignedAttributes" => key with { UnsignedAttributes = (uint)Number(value) },
        "PointSpriteTexcoords" => key with { PointSpriteTexcoords = (uint)Number(value) },
        "PointSpriteGenerics" => key with { PointSpriteGenerics = (uint)Number(value) },
        "ColorBuffers" => value.Split(',').Index().Aggregate(key, (k, kind) => k.WithColorBuffer(kind.Index, Enum.Parse<ColorBufferKind>(kind.Item))),
        "Producer" => key with { Previous = key.Previous with { Producer = Enum.Parse<ShaderStage>(value) } },
        "MissingInputs" => key with { Previous = key.Previous with { MissingInputs = (ulong)Number(value) } },
        "BackColorMask" => key with { Previous = key.Previous with { BackColorMask = (byte)Number(value) } },
        "ClipDistanceCount" => key with { Previous = key.Previous with { ClipDistanceCount = (byte)Number(value) } },
        "CullDistanceCount" => key with { Previous = key.Previous with { CullDistanceCount = (byte)Number(value) } },
        "Samplers" => key with { Samplers = SamplerFixups.Create([.. value.Split(';').Select(Fixup)]) },
        "StreamOutput" => key with { StreamOutput = Layout(info, value) },
        _ => throw new InvalidOperationException($"no key field is called {field}"),
    };

    private static SamplerFixup Fixup(string row)
    {
        string[] words = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ColorSource[] lanes = [.. words[1..].Select(Enum.Parse<ColorSource>)];
        return new SamplerFixup(Number(words[0]), lanes[0], lanes[1], lanes[2], lanes[3]);
    }

    private static StreamOutputLayout Layout(ShaderInfo info, string rows)
    {
        StreamOutput[] outputs = [.. rows.Split(';').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray())
            .Select(n => new StreamOutput(n[0], n[1], n[2], n[3], n[4], n[5]))];
        Assert.True(StreamOutputLayout.TryCreate(info, [0, 0, 0, 0], outputs, out StreamOutputLayout? layout, out string error), error);
        return layout!;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VirglHost.sln"))) return Path.Combine(folder.FullName, "shaders", "corpus");
        }

        throw new InvalidOperationException("VirglHost.sln is in none of the folders above the test binary.");
    }

    /// <summary>Compares with a recorded file, or records it when UPDATE_GOLDEN=1.</summary>
    public static void RequireGolden(string name, string extension, string actual)
    {
        string path = Path.Combine(Root, name + extension);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, actual, new UTF8Encoding(false));
        Assert.True(File.Exists(path), $"{path} is missing; run with UPDATE_GOLDEN=1 and read what it records");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
