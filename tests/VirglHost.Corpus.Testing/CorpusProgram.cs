using System.Globalization;
using VirglHost.OpenGL;

namespace VirglHost.Corpus.Testing;

/// <summary>
/// One program of shaders/corpus/mesa: the sources NAME.vert, NAME.tesc, NAME.tese, NAME.geom, NAME.frag or NAME.comp, and what their comment lines
/// <c>//! word value...</c> say about the draw (shaders/README.md lists them).
/// </summary>
public sealed class CorpusProgram
{
    /// <summary>File extension, TGSI processor as the dump names it, and GL's word for every stage in pipeline order.</summary>
    public static readonly IReadOnlyList<(string Extension, string Stage, GLEnum Type)> Stages =
    [
        ("vert", "Vertex", GLEnum.VertexShader),
        ("tesc", "TessControl", GLEnum.TessControlShader),
        ("tese", "TessEvaluation", GLEnum.TessEvaluationShader),
        ("geom", "Geometry", GLEnum.GeometryShader),
        ("frag", "Fragment", GLEnum.FragmentShader),
        ("comp", "Compute", GLEnum.ComputeShader),
    ];

    private readonly Dictionary<string, string[]> _settings = new(StringComparer.Ordinal);

    private CorpusProgram(string folder, string name)
    {
        Name = name;
        foreach ((string extension, _, GLEnum type) in Stages)
        {
            string path = Path.Combine(folder, $"{name}.{extension}");
            if (File.Exists(path)) Sources.Add((extension, type, Read(path)));
        }

        if (Sources.All(source => source.Extension != "comp")) AddDefaults(folder);
    }

    /// <summary>File name without extension.</summary>
    public string Name { get; }

    /// <summary>GLSL of every stage, the defaults included.</summary>
    public List<(string Extension, GLEnum Type, string Text)> Sources { get; } = [];

    /// <summary>Whether it is dispatched and not drawn.</summary>
    public bool IsCompute => Sources.Any(source => source.Extension == "comp");

    /// <summary>Whether something reaches the rasteriser; a program that only captures has no fragment stage.</summary>
    public bool HasFragmentStage => Sources.Any(source => source.Extension == "frag");

    /// <summary>Whether transform feedback is on, by names or by what the source declares.</summary>
    public bool IsCaptured => Has("capture") || Has("capture-declared");

    /// <summary>Every program of a folder, in order of names.</summary>
    public static IEnumerable<CorpusProgram> ReadAll(string folder)
        => Directory.EnumerateFiles(folder).Where(path => Stages.Any(stage => path.EndsWith("." + stage.Extension, StringComparison.Ordinal)))
            .Select(path => Path.GetFileNameWithoutExtension(path)).Distinct().Where(name => name != DefaultName).Order(StringComparer.Ordinal)
            .Select(name => new CorpusProgram(folder, name));

    /// <summary>Whether a setting is there.</summary>
    public bool Has(string word) => _settings.ContainsKey(word);

    /// <summary>The words behind a setting; none where it is missing.</summary>
    public string[] Words(string word) => _settings.TryGetValue(word, out string[]? values) ? values : [];

    /// <summary>Number <paramref name="index"/> behind a setting.</summary>
    public int Number(string word, int index, int fallback)
        => Words(word) is { } values && index < values.Length ? int.Parse(values[index], CultureInfo.InvariantCulture) : fallback;

    private const string DefaultName = "default";

    /// <summary>A program may leave out its vertex or fragment stage: default.vert covers the target, default.frag writes the uvec4 result it is given.</summary>
    private void AddDefaults(string folder)
    {
        bool hasFragment = Sources.Any(source => source.Extension == "frag");
        if (Sources.All(source => source.Extension != "vert"))
            Sources.Insert(0, ("vert", GLEnum.VertexShader, Read(Path.Combine(folder, DefaultName + ".vert"))));
        if (!hasFragment && Sources.Any(source => source.Text.Contains("uvec4 result;", StringComparison.Ordinal)))
            Sources.Add(("frag", GLEnum.FragmentShader, Read(Path.Combine(folder, DefaultName + ".frag"))));
    }

    private string Read(string path)
    {
        string text = File.ReadAllText(path);
        foreach (string line in text.Split('\n').Where(line => line.StartsWith("//! ", StringComparison.Ordinal)))
        {
            string[] words = line[4..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            string key = words[0] == "image" ? $"image {words[1]}" : words[0];
            _settings[key] = words[0] == "image" ? words[2..] : words[1..];
        }

        return text;
    }
}
