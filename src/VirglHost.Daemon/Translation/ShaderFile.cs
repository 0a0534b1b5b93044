using VirglHost.Shaders;

namespace VirglHost.Daemon.Translation;

/// <summary>One TGSI text to translate: its name for messages, its bytes, and the key text beside it.</summary>
internal sealed record ShaderFile(string Name, byte[] Text, string? KeyName, string KeyText)
{
    /// <summary>The path that means standard input, which can be read once.</summary>
    public const string StandardInput = "-";
    private const string TextEnding = ".tgsi";
    private const string KeyEnding = ".key";

    /// <summary>Every file that the arguments mean: files as they are, folders as the .tgsi files below them in order.</summary>
    /// <exception cref="IOException">A path does not exist, or a folder holds no shader.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder cannot be listed.</exception>
    public static List<string> Expand(IEnumerable<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                string[] inside = Directory.GetFiles(path, "*" + TextEnding, SearchOption.AllDirectories);
                if (inside.Length == 0)
                    throw new IOException($"{path}: no {TextEnding} file in this folder or below it");
                files.AddRange(inside.Order(StringComparer.Ordinal));
            }
            else if (path == StandardInput || File.Exists(path))
            {
                files.Add(path);
            }
            else
            {
                throw new IOException($"{path}: no such file or folder");
            }
        }
        return files;
    }

    /// <summary>Reads the text, at most one byte more than the translator takes, and FILE.key beside FILE.tgsi where there is one.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ShaderFile Read(string path)
    {
        if (path == StandardInput)
        {
            using Stream input = Console.OpenStandardInput();
            return new ShaderFile("<stdin>", ReadText(input), null, "");
        }
        using FileStream file = File.OpenRead(path);
        byte[] text = ReadText(file);
        string keyPath = Path.ChangeExtension(path, KeyEnding);
        bool hasKey = path.EndsWith(TextEnding, StringComparison.Ordinal) && File.Exists(keyPath);
        return new ShaderFile(path, text, hasKey ? keyPath : null, hasKey ? File.ReadAllText(keyPath) : "");
    }

    private static byte[] ReadText(Stream stream)
    {
        const int Most = ShaderTranslator.MaxTextBytes + 1;
        using MemoryStream text = new();
        byte[] piece = new byte[1 << 16];
        int count;
        while (text.Length < Most && (count = stream.Read(piece, 0, (int)Math.Min(piece.Length, Most - text.Length))) > 0)
            text.Write(piece, 0, count);
        return text.ToArray();
    }
}
