using System.IO.Compression;
using System.Text;

namespace VirglHost.Inspection;

/// <summary>
/// The page as a file: what a browser needs first, then blocks of packed content, each decoded when it is looked at, then the list of what is there and the program.
/// </summary>
internal sealed class PageWriter(Stream output)
{
    private const int BufferSize = 3 << 14;

    /// <summary>Bytes written.</summary>
    public long Length { get; private set; }

    /// <summary>The head, up to where blocks begin.</summary>
    public void Begin(string title)
    {
        string page = Asset("page.html");
        int end = page.IndexOf("<!--content-->", StringComparison.Ordinal);
        Write(page[..end].Replace("{title}", Escape(title), StringComparison.Ordinal).Replace("{style}", Asset("page.css"), StringComparison.Ordinal));
    }

    /// <summary>A block of any content.</summary>
    /// <param name="name">Its name, unique in the page.</param>
    /// <param name="content">Packed here.</param>
    public void WriteBlock(string name, ReadOnlySpan<byte> content)
    {
        using MemoryStream packed = new();
        using (DeflateStream packer = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(content);
        Write($"<script type=\"text/plain\" id=\"{name}\">");
        ReadOnlySpan<byte> rest = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        while (!rest.IsEmpty)
        {
            int portion = Math.Min(rest.Length, BufferSize);
            Write(Convert.ToBase64String(rest[..portion]));
            rest = rest[portion..];
        }

        Write("</script>\n");
    }

    /// <summary>The program and the end.</summary>
    public void End()
    {
        string page = Asset("page.html");
        int begin = page.IndexOf("<!--content-->", StringComparison.Ordinal);
        string[] parts = ["blocks.js", "fields.js", "tree.js", "pictures.js", "shaders.js", "search.js", "main.js"];
        string script = string.Concat(parts.Select(part => Asset(part) + "\n"));
        Write(page[begin..].Replace("{script}", script, StringComparison.Ordinal));
        output.Flush();
    }

    /// <summary>A file of this room's page.</summary>
    internal static string Asset(string name)
    {
        using Stream asset = typeof(PageWriter).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using StreamReader reader = new(asset);
        return reader.ReadToEnd();
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("{", "&#123;", StringComparison.Ordinal);

    private void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        output.Write(bytes);
        Length += bytes.Length;
    }
}
