using System.Collections.Immutable;
using VirglHost.Shaders;

namespace VirglHost.Daemon.Translation;

/// <summary>One file on its way through the translator: parsed, with the key that its .key file and the command line ask for.</summary>
internal sealed record OpenShader(ShaderFile File, ParsedShader Shader, ShaderKey Key)
{
    /// <summary>Parses and makes the key: first what is neutral, then FILE.key, then the command line's fields.</summary>
    /// <exception cref="TranslationException">The text, its .key file or a field of the command line was refused.</exception>
    public static OpenShader Open(ShaderFile file, ImmutableArray<string> fields)
    {
        // A text that names no stage is refused by the parser, whatever stage it expects.
        ShaderTranslator.TryReadStage(file.Text, out ShaderStage stage);
        ShaderParseResult result = ShaderTranslator.Parse(file.Text, stage);
        if (!result.IsValid)
            throw new TranslationException(string.Join('\n', result.Diagnostics.Select(diagnostic => Describe(file.Name, diagnostic))), ExitCode.BadInput);
        ShaderInfo info = result.Shader.Info;
        ShaderKey key = ShaderKeyReader.CreateDefault(info.Stage);
        if (file.KeyName is { } keyName && !ShaderKeyReader.TryApplyLines(info, file.KeyText, ref key, out ShaderDiagnostic wrongLine))
            throw new TranslationException(Describe(keyName, wrongLine), ExitCode.BadInput);
        foreach (string field in fields)
        {
            int equals = field.IndexOf('=', StringComparison.Ordinal);
            if (!ShaderKeyReader.TryApply(info, field[..equals].Trim(), field[(equals + 1)..].Trim(), ref key, out string wrongField))
                throw new TranslationException($"virglhost: {file.Name}: --key {wrongField}", ExitCode.Usage);
        }
        return new OpenShader(file, result.Shader, key);
    }

    /// <summary>The GLSL, or the IR as it was lowered.</summary>
    public string Print(bool printsIr) => printsIr ? ShaderTranslator.PrintIr(Shader) : ShaderTranslator.Translate(Shader, Key).Source;

    private static string Describe(string name, ShaderDiagnostic diagnostic) => FormattableString.Invariant($"{name}:{diagnostic.Line}:{diagnostic.Column}: error: {diagnostic.Message}");
}
