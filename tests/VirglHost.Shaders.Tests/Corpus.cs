using System.Text;

namespace VirglHost.Shaders.Tests;

/// <summary>The shaders of shaders/corpus: text, optional key, recorded IR and GLSL side by side.</summary>
internal static class Corpus
{
    private static readonly string[] StageExtensions = ["vert", "tesc", "tese", "geom", "frag", "comp"];

    public static string Root { get; } = FindRoot();


    public static IEnumerable<string> Names()
        => Directory.EnumerateFiles(Root, "*.tgsi", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')[..^".tgsi".Length])
            .Order(StringComparer.Ordinal);

    public static byte[] Text(string name) => File.ReadAllBytes(Path.Combine(Root, name + ".tgsi"));

    public static ShaderStage Stage(string name)
    {
        Assert.True(ShaderTranslator.TryReadStage(Text(name), out ShaderStage stage), $"{name} does not begin with a processor");
        return stage;
    }

    public static ParsedShader Parse(string name)
    {
        ShaderParseResult result = ShaderTranslator.Parse(Text(name), Stage(name));
        Assert.True(result.IsValid, $"{name}: {string.Join("; ", result.Diagnostics)}");
        return result.Shader;
    }

    /// <summary>What <see cref="ShaderKeyReader.CreateDefault"/> gives, then what the program's other stages imply, then the lines of the file beside the shader.</summary>
    public static ShaderKey Key(string name, ShaderInfo info)
    {
        ShaderKey key = ShaderKeyReader.CreateDefault(info.Stage);
        string[] neighbours = Neighbours(name);
        int place = Array.IndexOf(neighbours, name);
        if (place > 0) key = key with { Previous = info.LinkFrom(Parse(neighbours[place - 1]).Info) };
        if (place >= 0) key = key with { IsLastVertexStage = key.IsLastVertexStage && (place == neighbours.Length - 1 || Stage(neighbours[place + 1]) == ShaderStage.Fragment) };
        string path = Path.Combine(Root, name + ".key");
        if (!File.Exists(path)) return key;
        Assert.True(ShaderKeyReader.TryApplyLines(info, File.ReadAllText(path), ref key, out ShaderDiagnostic diagnostic), $"{path}: {diagnostic}");
        return key;
    }

    /// <summary>The stages of the program that a shader of the folder mesa belongs to, in pipeline order; none for the shaders written by hand.</summary>
    private static string[] Neighbours(string name)
    {
        if (!name.StartsWith("mesa/", StringComparison.Ordinal)) return [];
        string program = name[..name.LastIndexOf('.')];
        return [.. StageExtensions.Select(extension => $"{program}.{extension}").Where(stage => File.Exists(Path.Combine(Root, stage + ".tgsi")))];
    }

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
