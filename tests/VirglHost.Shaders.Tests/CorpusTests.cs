using VirglHost.Shaders.Ir;

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

    [Theory]
    [MemberData(nameof(Names))]
    public void Translation_repeats_itself_byte_for_byte(string name)
    {
        ShaderKey key = Corpus.Key(name, Corpus.Parse(name).Info);
        Assert.Equal(ShaderTranslator.Translate(Corpus.Parse(name), key).Source, ShaderTranslator.Translate(Corpus.Parse(name), key).Source);
    }
}
