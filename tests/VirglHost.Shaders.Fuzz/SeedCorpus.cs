using System.Security.Cryptography;

namespace VirglHost.Shaders.Fuzz;

/// <summary>The shaders that cases are made from: every text of shaders/corpus, in order, and the words that occur in them.</summary>
internal sealed class SeedCorpus
{
    private SeedCorpus(byte[][] texts)
    {
        Texts = texts;
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (byte[] text in texts)
        {
            foreach (Range token in TokenCutter.Cut(text))
            {
                if (char.IsAsciiLetter((char)text[token][0]))
                    words.Add(System.Text.Encoding.Latin1.GetString(text[token]));
            }
        }
        Words = [.. words.Order(StringComparer.Ordinal)];
        string[] lines = [.. texts.SelectMany(text => System.Text.Encoding.Latin1.GetString(text).Split('\n'))];
        Opcodes = [.. lines.Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(line => line.Length > 1).Select(line => line[1]).Distinct().Order(StringComparer.Ordinal)];
        Places = [.. Words.Except(Opcodes).Where(word => word.Length > 1 && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))];
        Vertices = [.. texts.Where(text => text.AsSpan().StartsWith("VERT"u8)).Select(text => ShaderTranslator.Parse(text, ShaderStage.Vertex).Shader!.Info)];
        Hash = Convert.ToHexStringLower(SHA256.HashData([.. texts.SelectMany(text => text)]))[..12];
    }

    public IReadOnlyList<byte[]> Texts { get; }

    /// <summary>Every word of the texts once: opcodes, files, semantics, targets, properties.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words that begin an instruction.</summary>
    public IReadOnlyList<string> Opcodes { get; }

    /// <summary>The other words in capitals.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>What the corpus' vertex shaders write, for links.</summary>
    public IReadOnlyList<ShaderInfo> Vertices { get; }

    /// <summary>Says which corpus a case number belongs to.</summary>
    public string Hash { get; }

    public static SeedCorpus Load()
    {
        string[] paths = [.. Directory.GetFiles(Path.Combine(FindRoot(), "shaders", "corpus"), "*.tgsi", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return new SeedCorpus([.. paths.Select(File.ReadAllBytes)]);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VirglHost.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("VirglHost.sln is in none of the folders above this program.");
    }
}
