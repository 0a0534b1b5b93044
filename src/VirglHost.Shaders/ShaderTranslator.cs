using VirglHost.Shaders.Glsl;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Lowering;
using VirglHost.Shaders.Passes;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders;

/// <summary>TGSI text in, GLSL 4.50 core text out. Pure functions: no state, any thread.</summary>
public static class ShaderTranslator
{
    /// <summary>Longest text that is read, in bytes.</summary>
    public const int MaxTextBytes = 1 << 22;

    /// <summary>Reads a shader for a host that has everything the translator can use.</summary>
    /// <inheritdoc cref="Parse(ReadOnlySpan{byte}, ShaderStage, GlslHostFeatures)"/>
    public static ShaderParseResult Parse(ReadOnlySpan<byte> tgsiText, ShaderStage expectedStage) => Parse(tgsiText, expectedStage, GlslHostFeatures.All);

    /// <summary>
    /// Reads a shader. Never throws on any input: what is malformed, undeclared, out of range or not expressible is a diagnostic.
    /// </summary>
    /// <param name="tgsiText">ASCII text; ends at the first NUL, if any.</param>
    /// <param name="expectedStage">The processor that the text must be written for.</param>
    /// <param name="host">What the host's compiler has; a shader that needs more is refused.</param>
    public static ShaderParseResult Parse(ReadOnlySpan<byte> tgsiText, ShaderStage expectedStage, GlslHostFeatures host)
    {
        int end = tgsiText.IndexOf((byte)0);
        ReadOnlySpan<byte> text = end >= 0 ? tgsiText[..end] : tgsiText;
        if (text.Length > MaxTextBytes) return Refused(1, 1, $"the text is longer than {MaxTextBytes} bytes");
        try
        {
            TgsiShader shader = TgsiParser.Parse(text, expectedStage);
            (ShaderModule module, ShaderInfo info) = TgsiLowering.Lower(shader, host);
            IrValidator.Require(module);
            return new ShaderParseResult(new ParsedShader(module, info), []);
        }
        catch (TgsiRefusal refusal)
        {
            (int line, int column) = Locate(text, refusal.Offset);
            return Refused(line, column, refusal.Message);
        }
    }

    /// <summary>Writes one variant. Cannot fail for a shader that <see cref="Parse(ReadOnlySpan{byte}, ShaderStage, GlslHostFeatures)"/> accepted.</summary>
    public static GlslShader Translate(ParsedShader shader, in ShaderKey key)
    {
        ArgumentNullException.ThrowIfNull(shader);
        ShaderModule module = shader.Module.Clone();
        PassList.Run(module, shader.Info, shader.Info.Reduce(key));
        return GlslEmitter.Emit(module);
    }

    /// <summary>
    /// The control shader for a pipeline that has an evaluation shader but none of its own. The evaluation shader's key then takes
    /// <c>Previous = evaluation.LinkFrom(vertex) with { Producer = ShaderStage.TessControl, ClipDistanceCount = 0, CullDistanceCount = 0 }</c>.
    /// </summary>
    /// <param name="vertex">The vertex shader before it.</param>
    /// <param name="evaluation">The evaluation shader after it.</param>
    /// <param name="verticesPerPatch">Patch size of the draw, clamped to 1 to 32.</param>
    public static GlslShader CreatePassthroughTessControl(ShaderInfo vertex, ShaderInfo evaluation, int verticesPerPatch)
    {
        ArgumentNullException.ThrowIfNull(vertex);
        ArgumentNullException.ThrowIfNull(evaluation);
        return GlslEmitter.Emit(PassthroughTessControl.Build(vertex, evaluation, verticesPerPatch));
    }

    /// <summary>The processor that a text says it is written for: its first word. False where that word names none.</summary>
    public static bool TryReadStage(ReadOnlySpan<byte> tgsiText, out ShaderStage stage)
        => TgsiWordTable.Stages.TryGetValue(new TgsiLexer(tgsiText).Word(), out stage);

    /// <summary>The shader in the typed language between TGSI and GLSL, as it was lowered and before any variant; Ir/README.md defines it.</summary>
    public static string PrintIr(ParsedShader shader)
    {
        ArgumentNullException.ThrowIfNull(shader);
        return IrPrinter.Print(shader.Module);
    }

    private static ShaderParseResult Refused(int line, int column, string message) => new(null, [new ShaderDiagnostic(line, column, message)]);

    private static (int Line, int Column) Locate(ReadOnlySpan<byte> text, int offset)
    {
        ReadOnlySpan<byte> before = text[..Math.Min(offset, text.Length)];
        int lastBreak = before.LastIndexOf((byte)'\n');
        return (before.Count((byte)'\n') + 1, before.Length - lastBreak);
    }
}
