using System.Globalization;
using System.Text;
using VirglHost.Shaders;

namespace VirglHost.Daemon.Translation;

/// <summary>
/// Writes the TGSI of the stages that a single shader needs around it to be linked as a guest's pipeline would be: one before it that writes everything it reads, one
/// after it that reads everything it writes. They go through the same translator, so that a link proves names, types and qualifiers on both sides.
/// </summary>
internal static class PartnerShader
{
    /// <summary>A vertex shader that writes the position and every varying that <paramref name="reader"/> reads.</summary>
    public static ParsedShader VertexBefore(ShaderInfo reader)
    {
        StringBuilder text = new("VERT\n");
        int distances = reader.Inputs.Where(input => input.Semantic == ShaderSemantic.ClipDistance).Select(input => (input.Index + 1) * 4).DefaultIfEmpty().Max();
        if (distances > 0)
            Add(text, $"PROPERTY NUM_CLIPDIST_ENABLED {distances}\n");
        text.Append("DCL IN[0]\nDCL OUT[0], POSITION\n");
        string[] words = [.. Words(reader.Inputs, isPatch: false), .. Enumerable.Range(0, distances / 4).Select(i => $"CLIPDIST[{i}]")];
        for (int i = 0; i < words.Length; i++)
            Add(text, $"DCL OUT[{i + 1}], {words[i]}\n");
        for (int i = 0; i <= words.Length; i++)
            Add(text, $"MOV OUT[{i}], IN[0]\n");
        return Parse(text, ShaderStage.Vertex);
    }

    /// <summary>A control shader that writes the position, all levels and every varying and patch value that <paramref name="reader"/> reads.</summary>
    public static ParsedShader ControlBefore(ShaderInfo reader)
    {
        StringBuilder text = new("TESS_CTRL\nPROPERTY TCS_VERTICES_OUT 3\nDCL IN[][0], POSITION\nDCL SV[0], INVOCATIONID\nDCL ADDR[0]\nDCL OUT[][0], POSITION\n");
        string[] perVertex = [.. Words(reader.Inputs, isPatch: false)];
        string[] perPatch = [.. Words(reader.Inputs, isPatch: true), "TESSOUTER", "TESSINNER"];
        for (int i = 0; i < perVertex.Length; i++)
            Add(text, $"DCL OUT[][{i + 1}], {perVertex[i]}\n");
        for (int i = 0; i < perPatch.Length; i++)
            Add(text, $"DCL OUT[{perVertex.Length + 1 + i}], {perPatch[i]}\n");
        text.Append("UARL ADDR[0].x, SV[0].xxxx\n");
        for (int i = 0; i <= perVertex.Length; i++)
            Add(text, $"MOV OUT[ADDR[0].x][{i}], IN[ADDR[0].x][0]\n");
        for (int i = 0; i < perPatch.Length; i++)
            Add(text, $"MOV OUT[{perVertex.Length + 1 + i}], IN[0][0]\n");
        return Parse(text, ShaderStage.TessControl);
    }

    /// <summary>An evaluation shader that reads the position and every varying and patch value that <paramref name="writer"/> writes.</summary>
    public static ParsedShader EvaluationAfter(ShaderInfo writer)
    {
        StringBuilder text = new("TESS_EVAL\nPROPERTY TES_PRIM_MODE 4\nPROPERTY TES_SPACING 0\nDCL OUT[0], POSITION\nDCL TEMP[0]\nDCL IN[][0], POSITION\n");
        string[] perVertex = [.. Words(writer.Outputs, isPatch: false)];
        string[] perPatch = [.. Words(writer.Outputs, isPatch: true)];
        for (int i = 0; i < perVertex.Length; i++)
            Add(text, $"DCL IN[][{i + 1}], {perVertex[i]}\n");
        for (int i = 0; i < perPatch.Length; i++)
            Add(text, $"DCL IN[{perVertex.Length + 1 + i}], {perPatch[i]}\n");
        text.Append("MOV TEMP[0], IN[0][0]\n");
        for (int i = 0; i < perVertex.Length; i++)
            Add(text, $"ADD TEMP[0], TEMP[0], IN[1][{i + 1}]\n");
        for (int i = 0; i < perPatch.Length; i++)
            Add(text, $"ADD TEMP[0], TEMP[0], IN[{perVertex.Length + 1 + i}]\n");
        text.Append("MOV OUT[0], TEMP[0]\n");
        return Parse(text, ShaderStage.TessEvaluation);
    }

    /// <summary>A fragment shader that reads every varying that <paramref name="writer"/> writes.</summary>
    public static ParsedShader FragmentAfter(ShaderInfo writer)
    {
        StringBuilder text = new("FRAG\nDCL OUT[0], COLOR\nDCL TEMP[0]\nDCL CONST[0]\n");
        string[] words = [.. Words(writer.Outputs.Where((_, i) => (writer.HigherStreamOutputs & (1ul << i)) == 0), isPatch: false)];
        for (int i = 0; i < words.Length; i++)
            Add(text, $"DCL IN[{i}], {words[i]}, PERSPECTIVE\n");
        text.Append("MOV TEMP[0], CONST[0]\n");
        for (int i = 0; i < words.Length; i++)
            Add(text, $"ADD TEMP[0], TEMP[0], IN[{i}]\n");
        text.Append("MOV OUT[0], TEMP[0]\n");
        return Parse(text, ShaderStage.Fragment);
    }

    /// <summary>The TGSI words of what is matched between stages by name. Back colours are read through colours, where the key asks for them.</summary>
    private static IEnumerable<string> Words(IEnumerable<ShaderVarying> varyings, bool isPatch) => varyings.Where(varying => (varying.Semantic == ShaderSemantic.Patch) == isPatch)
        .Select(varying => (Word: Word(varying.Semantic), varying.Index)).Where(varying => varying.Word.Length > 0).Select(varying => $"{varying.Word}[{varying.Index}]");

    private static string Word(ShaderSemantic semantic) => semantic switch
    {
        ShaderSemantic.Color => "COLOR",
        ShaderSemantic.Fog => "FOG",
        ShaderSemantic.Generic => "GENERIC",
        ShaderSemantic.Texcoord => "TEXCOORD",
        ShaderSemantic.Normal => "NORMAL",
        ShaderSemantic.Patch => "PATCH",
        _ => "",
    };

    private static void Add(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));

    private static ParsedShader Parse(StringBuilder text, ShaderStage stage)
    {
        text.Append("END\n");
        ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes(text.ToString()), stage);
        return result.Shader ?? throw new InvalidOperationException($"partner refused: {result.Diagnostics[0]}\n{text}");
    }
}
