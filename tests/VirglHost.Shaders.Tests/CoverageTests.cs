using System.Text;
using VirglHost.Shaders.Lowering;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Tests;

/// <summary>
/// Every row of the language has a case in shaders/corpus. What has none is listed here with the reason, and the list is held to: an entry that the
/// corpus has after all, or that the language does not know, fails.
/// </summary>
public sealed class CoverageTests
{
    private static readonly Dictionary<string, string> SemanticsWithoutCase = new()
    {
        ["CS_USER_DATA_AMD"] = "refused: another driver's",
        ["CULLDIST"] = "refused: cull distances travel in CLIPDIST",
        ["VIEWPORT_MASK"] = "refused: another driver's",
        ["WORK_DIM"] = "refused: OpenCL's",
    };

    /// <summary>tgsi.md §4, with the reason where there is no case.</summary>
    private static readonly Dictionary<string, string> Properties = new()
    {
        ["GS_INPUT_PRIMITIVE"] = "", ["GS_OUTPUT_PRIMITIVE"] = "", ["GS_MAX_OUTPUT_VERTICES"] = "", ["GS_INVOCATIONS"] = "",
        ["FS_COORD_ORIGIN"] = "", ["FS_COORD_PIXEL_CENTER"] = "", ["FS_COLOR0_WRITES_ALL_CBUFS"] = "", ["FS_DEPTH_LAYOUT"] = "", ["FS_EARLY_DEPTH_STENCIL"] = "",
        ["FS_BLEND_EQUATION_ADVANCED"] = "", ["FS_POST_DEPTH_COVERAGE"] = "", ["NUM_CLIPDIST_ENABLED"] = "", ["NUM_CULLDIST_ENABLED"] = "",
        ["TCS_VERTICES_OUT"] = "", ["TES_PRIM_MODE"] = "", ["TES_SPACING"] = "", ["TES_VERTEX_ORDER_CW"] = "", ["TES_POINT_MODE"] = "",
        ["CS_FIXED_BLOCK_WIDTH"] = "", ["CS_FIXED_BLOCK_HEIGHT"] = "", ["CS_FIXED_BLOCK_DEPTH"] = "",
        ["SEPARABLE_PROGRAM"] = "", ["NEXT_SHADER"] = "", ["VS_PROHIBIT_UCPS"] = "",
        ["VS_WINDOW_SPACE_POSITION"] = "refused", ["MUL_ZERO_WINS"] = "refused", ["LEGACY_MATH_RULES"] = "refused", ["LAYER_VIEWPORT_RELATIVE"] = "refused",
        ["VS_BLIT_SGPRS_AMD"] = "another driver's", ["CS_USER_DATA_COMPONENTS_AMD"] = "another driver's",
    };

    /// <summary>Supported opcodes that Mesa's virgl driver never sends, so that their cases are written by hand; and what it sends in their place.</summary>
    private static readonly (string Opcodes, string InTheirPlace)[] NeverFromMesa =
    [
        ("ABS", "MAX of x and -x"),
        ("SUB", "ADD of a negation"),
        ("CMP", "FSLT and UCMP"),
        ("SQRT", "RSQ and RCP"),
        ("FLR", "FRC and ADD"),
        ("FMA", "MAD"),
        ("UMAD", "UMUL and UADD"),
        ("MOD", "UMOD of absolute values"),
        ("SEQ SNE SLE SGT SLT", "FSEQ, FSNE, FSGE, FSLT"),
        ("DPH XPD DST LIT EXP LOG SCS", "of assembly programs, lowered"),
        ("PK2H PK2US PK4B PK4UB UP2H UP2US UP4B UP4UB LDEXP", "bit operations"),
        ("ARL ARR", "UARL"),
        ("IF", "UIF"),
        ("CONT RET", "branches"),
        ("SWITCH CASE DEFAULT ENDSWITCH", "UIF and BRK"),
        ("NOP", "nothing"),
        ("DCEIL DFLR DROUND DSSG DSQRT DLDEXP DFRACEXP", "arithmetic and bit operations"),
        ("DFMA", "DMAD"),
        ("DNEG", "a source modifier"),
        ("I64ABS I64NEG I64SSG U64ADD U64MUL I64DIV U64DIV I64MOD U64MOD I64MIN I64MAX U64MIN U64MAX U64SHL I64SHR U64SHR I64SLT I64SGE U64SLT U64SGE U64SEQ U64SNE F2I64 F2U64 I2I64 U2I64 D2I64 D2U64 I642D U642D I642F U642F", "no cap of this guest offers 64-bit integers"),
        ("BALLOT READ_FIRST READ_INVOC", "no cap of this guest offers ballots"),
        ("TEX_LZ TXF_LZ", "TXL and TXF"),
        ("FBFETCH", "llvmpipe has no framebuffer fetch, so our door offers none"),
    ];

    private static readonly HashSet<string> HandWritten = [.. NeverFromMesa.SelectMany(row => row.Opcodes.Split(' '))];

    private static readonly Lazy<HashSet<string>> AllWords = new(() => WordsOf(Corpus.Names()));

    private static readonly Lazy<HashSet<string>> MesaWords = new(() => WordsOf(Corpus.Names().Where(name => name.StartsWith("mesa/", StringComparison.Ordinal))));

    private static IEnumerable<TgsiOpcode> Supported => TgsiOpcodeTable.Rows.Where(row => row.Refusal.Length == 0);

    public static TheoryData<string> RefusedOpcodes => [.. TgsiOpcodeTable.Rows.Where(row => row.Refusal.Length > 0).Select(row => row.Mnemonic)];

    [Fact]
    public void Every_supported_opcode_has_a_case()
        => RequireNone(Supported.Where(row => !AllWords.Value.Contains(row.Mnemonic)).Select(row => row.Mnemonic));

    [Fact]
    public void Every_opcode_comes_from_mesa_or_is_known_not_to()
    {
        RequireNone(Supported.Select(row => row.Mnemonic).Where(name => !MesaWords.Value.Contains(name) && !HandWritten.Contains(name)));
        RequireNone(HandWritten.Where(name => MesaWords.Value.Contains(name) || Supported.All(row => row.Mnemonic != name)));
    }

    [Theory]
    [MemberData(nameof(RefusedOpcodes))]
    public void Refused_opcode_is_refused_for_its_reason(string mnemonic)
    {
        Assert.True(TgsiOpcodeTable.TryFind(mnemonic, out TgsiOpcode? row));
        string operands = string.Join(", ", Enumerable.Repeat("TEMP[0]", row.DestinationCount + row.SourceCount));
        ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes($"FRAG\nDCL TEMP[0]\n{mnemonic} {operands}\nEND\n"), ShaderStage.Fragment);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Line == 3 && diagnostic.Message.Contains(row.Refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_semantic_has_a_case() => RequireAll(TgsiWordTable.Semantics.Keys, SemanticsWithoutCase);

    [Fact]
    public void Semantics_without_case_are_refused()
    {
        foreach (string name in SemanticsWithoutCase.Keys)
        {
            foreach (string declaration in (string[])[$"DCL SV[0], {name}", $"DCL OUT[0], {name}"])
            {
                ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes($"VERT\n{declaration}\nEND\n"), ShaderStage.Vertex);
                Assert.False(result.IsValid, declaration);
            }
        }
    }

    [Fact]
    public void Every_register_file_has_a_case()
    {
        var files = Corpus.Names().SelectMany(name => Encoding.ASCII.GetString(Corpus.Text(name)).Split([' ', '\n', '['])).ToHashSet();
        RequireNone(TgsiWordTable.Files.Keys.Where(file => !files.Contains(file)));
    }

    [Fact]
    public void Every_texture_target_has_a_case() => RequireAll(TgsiWordTable.Targets.Keys, new() { ["UNKNOWN"] = "refused" });

    [Fact]
    public void Every_interpolation_and_return_kind_has_a_case()
    {
        RequireAll(TgsiWordTable.Interpolations.Keys, []);
        RequireAll(TgsiWordTable.Locations.Keys, new() { ["CENTER"] = "the default, never printed" });
        RequireAll(TgsiWordTable.ReturnKinds.Keys, []);
        RequireAll(TgsiWordTable.Stages.Keys, []);
    }

    [Fact]
    public void Every_property_has_a_case()
        => RequireAll(Properties.Keys, Properties.Where(property => property.Value.Length > 0).ToDictionary());

    [Fact]
    public void Every_suffix_and_declaration_word_has_a_case()
    {
        RequireAll(["COHERENT", "RESTRICT", "VOLATILE", "SHARED", "LOCAL", "WR", "INVARIANT", "ATOMIC"], []);
        string all = string.Join('\n', Corpus.Names().Select(name => Encoding.ASCII.GetString(Corpus.Text(name))));
        foreach (string part in (string[])["_SAT ", "_PRECISE ", "_SAT_PRECISE ", "STREAM(", "ARRAY(", "|", " FLT32 ", " UINT32 ", " INT32 ", " FLT64 ", "(1)", "[]"])
            Assert.Contains(part, all, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_image_format_has_a_case() => RequireAll(ImageFormatTable.Names.Select(name => "PIPE_FORMAT_" + name), []);

    [Fact]
    public void Every_key_field_has_a_case()
    {
        var fields = Keys().Select(line => line.Field).ToHashSet();
        RequireNone(ShaderKeyReader.FieldNames.Where(field => !fields.Contains(field)));
    }

    [Fact]
    public void Every_choice_of_a_key_has_a_case()
    {
        var values = Keys().SelectMany(line => line.Value.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        IEnumerable<string> choices = [.. Enum.GetNames<AlphaTestFunction>().Where(name => name != nameof(AlphaTestFunction.Always)), .. Enum.GetNames<ColorBufferKind>(),
            .. Enum.GetNames<ColorSource>()];
        RequireNone(choices.Where(choice => !values.Contains(choice)));
    }

    private static IEnumerable<(string Field, string Value)> Keys() => Directory.EnumerateFiles(Corpus.Root, "*.key", SearchOption.AllDirectories)
        .SelectMany(File.ReadLines).Where(line => line.Contains('=', StringComparison.Ordinal)).Select(line => line.Split('=', StringSplitOptions.TrimEntries))
        .Select(parts => (parts[0], parts[1]));

    private static void RequireNone(IEnumerable<string> missing) => Assert.Equal("", string.Join(' ', missing));

    private static void RequireAll(IEnumerable<string> words, Dictionary<string, string> without)
    {
        HashSet<string> known = [.. words];
        RequireNone(known.Where(word => !AllWords.Value.Contains(word) && !without.ContainsKey(word)));
        RequireNone(without.Keys.Where(word => AllWords.Value.Contains(word) || !known.Contains(word)));
    }

    /// <summary>Words of the texts; an opcode's suffixes stand apart.</summary>
    private static HashSet<string> WordsOf(IEnumerable<string> names)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            foreach (string word in Encoding.ASCII.GetString(Corpus.Text(name)).Split([' ', '\n', '\r', '\t', ',', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(word);
                words.Add(word.Replace("_PRECISE", "", StringComparison.Ordinal).Replace("_SAT", "", StringComparison.Ordinal));
            }
        }

        return words;
    }
}
