using System.Text;

namespace VirglHost.Shaders.Fuzz;

/// <summary>One damaged shader, its expected stage and what its key is drawn from; all of it follows from a seed and a number.</summary>
internal sealed class FuzzCase
{
    private readonly SeedCorpus _corpus;
    private readonly int _keySeed;

    private FuzzCase(SeedCorpus corpus, byte[] text, ShaderStage stage, int keySeed)
    {
        _corpus = corpus;
        _keySeed = keySeed;
        Text = text;
        Stage = stage;
    }

    public byte[] Text { get; }

    public ShaderStage Stage { get; }

    public static FuzzCase Make(SeedCorpus corpus, int seed, long number)
    {
        Random random = new(HashCode32(seed, number));
        byte[] text = new Mutator(corpus, random).Run();
        // Mostly the stage that the text names; sometimes another, as a lying guest would say.
        if (!ShaderTranslator.TryReadStage(text, out ShaderStage stage) || random.Next(200) == 0)
            stage = (ShaderStage)random.Next(6);
        return new FuzzCase(corpus, text, stage, random.Next());
    }

    /// <summary>Parses, and where that succeeds translates under two keys. True when the text was accepted.</summary>
    /// <exception cref="FuzzFinding">The translator said something that it must not say.</exception>
    public bool Run()
    {
        ShaderParseResult result = ShaderTranslator.Parse(Text, Stage);
        if (!result.IsValid)
        {
            CheckDiagnostics(result);
            return false;
        }
        ShaderInfo info = result.Shader.Info;
        Random random = new(_keySeed);
        for (int i = 0; i < 2; i++)
        {
            ShaderKey key = KeyMaker.Make(_corpus, info, random);
            string source = ShaderTranslator.Translate(result.Shader, key).Source;
            if (!Ascii.IsValid(source))
                throw new FuzzFinding("the GLSL is not ASCII");
            ShaderKey reduced = info.Reduce(key);
            if (info.Reduce(reduced) != reduced)
                throw new FuzzFinding("Reduce is not idempotent");
        }
        if (info.Stage == ShaderStage.TessEvaluation)
            ShaderTranslator.CreatePassthroughTessControl(_corpus.Vertices[random.Next(_corpus.Vertices.Count)], info, random.Next(-1, 40));
        if (random.Next(16) == 0)
            ShaderTranslator.PrintIr(result.Shader);
        return true;
    }

    private void CheckDiagnostics(ShaderParseResult result)
    {
        if (result.Diagnostics.IsDefaultOrEmpty)
            throw new FuzzFinding("refused without a diagnostic");
        int lines = 1 + Text.AsSpan().Count((byte)'\n');
        foreach (ShaderDiagnostic diagnostic in result.Diagnostics)
        {
            if (diagnostic.Line < 1 || diagnostic.Line > lines || diagnostic.Column < 1 || diagnostic.Column > Text.Length + 1 || diagnostic.Message.Length is 0 or > 400)
                throw new FuzzFinding($"diagnostic points nowhere or says too much: {diagnostic}");
        }
    }

    /// <summary>Mixes a seed and a number; unlike System.HashCode it is the same in every process.</summary>
    private static int HashCode32(int seed, long number)
    {
        ulong x = ((ulong)(uint)seed << 32) ^ (ulong)number;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return (int)(x ^ (x >> 31));
    }
}
