using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Tests;

public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. Corpus.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shader_lowers_to_the_recorded_ir(string name)
        => Corpus.RequireGolden(name, ".ir", IrPrinter.Print(Corpus.Parse(name).Module));

    [Theory]
    [MemberData(nameof(Names))]
    public void Shader_translates_to_the_recorded_glsl(string name)
    {
        ParsedShader shader = Corpus.Parse(name);
        Corpus.RequireGolden(name, ".glsl", ShaderTranslator.Translate(shader, Corpus.Key(name, shader.Info)).Source);
    }

    [Fact]
    public void Every_supported_opcode_occurs_in_the_corpus()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in Corpus.Names())
        {
            string text = System.Text.Encoding.ASCII.GetString(Corpus.Text(name));
            foreach (string word in text.Split([' ', '\n', '\t', ','], StringSplitOptions.RemoveEmptyEntries)) words.Add(word);
        }

        IEnumerable<string> missing = TgsiOpcodeTable.Rows.Where(row => row.Refusal.Length == 0 && !words.Contains(row.Mnemonic)).Select(row => row.Mnemonic);
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Translation_repeats_itself_byte_for_byte(string name)
    {
        ShaderKey key = Corpus.Key(name, Corpus.Parse(name).Info);
        Assert.Equal(ShaderTranslator.Translate(Corpus.Parse(name), key).Source, ShaderTranslator.Translate(Corpus.Parse(name), key).Source);
    }
}
