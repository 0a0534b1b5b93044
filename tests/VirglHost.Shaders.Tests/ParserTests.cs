using System.Text;

namespace VirglHost.Shaders.Tests;

public sealed class ParserTests
{
    private const string Header = "FRAG\nDCL IN[0], GENERIC[0], PERSPECTIVE\nDCL OUT[0], COLOR\nDCL TEMP[0..1]\n";

    [Theory]
    [InlineData("", 1, 1, "processor name")]
    [InlineData("VERT\nEND\n", 1, 1, "cannot be used as Fragment")]
    [InlineData("FRAG\nMOVE OUT[0], IN[0]\nEND\n", 2, 1, "unknown opcode")]
    [InlineData("FRAG\nDCL OUT[0], COLOR\n", 3, 1, "no END")]
    [InlineData("FRAG\nDCL OUT[0], COLOUR\nEND\n", 2, 13, "unknown semantic")]
    [InlineData("FRAG\nDCL TEMP[0..3]\nDCL TEMP[2]\nEND\n", 3, 1, "declared twice")]
    [InlineData("FRAG\nIMM[1] FLT32 {0, 0, 0, 0}\nEND\n", 2, 6, "in order")]
    [InlineData("FRAG\nIMM[0] FLT32 {nan, 0, 0, 0}\nEND\n", 2, 15, "expected a number")]
    [InlineData("FRAG\nIMM[0] UINT64 {0, 0}\nEND\n", 2, 8, "immediate type")]
    [InlineData("FRAG\nDCL TEMP[0..40000]\nEND\n", 2, 18, "index above")]
    public void Text_with_a_mistake_is_refused_where_the_mistake_is(string text, int line, int column, string message)
        => AssertRefused(text, line, column, message);

    [Theory]
    [InlineData("MOV OUT[0], IN[1]\nEND", "IN[1] is not declared")]
    [InlineData("MOV OUT[1], IN[0]\nEND", "OUT[1] is not declared")]
    [InlineData("MOV TEMP[2], IN[0]\nEND", "register 2 is not declared")]
    [InlineData("MOV TEMP[-1], IN[0]\nEND", "register -1 is not declared")]
    [InlineData("MOV OUT[0], IMM[0]\nEND", "IMM[0] is not declared")]
    [InlineData("MOV OUT[0], CONST[0]\nEND", "constant buffer 0 is not declared")]
    [InlineData("MOV IN[0], OUT[0]\nEND", "cannot be written")]
    [InlineData("MOV OUT[0].yx, IN[0]\nEND", "write mask")]
    [InlineData("MOV OUT[0], IN[0].xyz\nEND", "four letters|4 letters")]
    [InlineData("MOV OUT[0], IN[0]\nDCL TEMP[5]\nEND", "after the first instruction")]
    [InlineData("ENDIF\nEND", "ENDIF without IF")]
    [InlineData("IF IN[0].xxxx\nEND", "END inside a block")]
    [InlineData("BGNLOOP\nENDIF\nENDLOOP\nEND", "ENDIF without IF")]
    [InlineData("BRK\nEND", "outside a loop")]
    [InlineData("EMIT IN[0].xxxx\nEND", "outside a Geometry shader")]
    [InlineData("UADD_SAT TEMP[0], IN[0], IN[0]\nEND", "saturation of an integer")]
    [InlineData("TEX TEMP[0], IN[0], SAMP[0], 2D\nEND", "unit 0 is not declared")]
    [InlineData("DEMOTE\nEND", "not supported")]
    [InlineData("MOV OUT[0], IN[ADDR[0].x]\nEND", "register 0 is not declared")]
    [InlineData("END\nMOV OUT[0], IN[0]", "after END")]
    public void Instruction_that_breaks_a_rule_is_refused(string code, string message) => AssertRefused(Header + code + "\n", 0, 0, message);

    [Theory]
    [InlineData("CLOCK TEMP[0].xy", "GL_ARB_shader_clock", 5)]
    [InlineData("VOTE_ALL TEMP[0].x, IN[0].xxxx", "GL_ARB_shader_group_vote", 5)]
    [InlineData("FBFETCH TEMP[0], OUT[0]", "GL_EXT_shader_framebuffer_fetch", 5)]
    [InlineData("BALLOT TEMP[0].xy, IN[0].xxxx", "GL_ARB_shader_ballot", 5)]
    [InlineData("U64ADD TEMP[0].xy, TEMP[0], TEMP[0]", "GL_ARB_gpu_shader_int64", 5)]
    [InlineData("MOV TEMP[0], IN[0]\n1: CLOCK TEMP[1].xy", "GL_ARB_shader_clock", 6)]
    public void Opcode_that_the_host_lacks_is_refused_by_the_name_of_its_extension(string code, string extension, int line)
    {
        byte[] text = Encoding.ASCII.GetBytes(Header + code + "\nEND\n");
        ShaderDiagnostic diagnostic = Assert.Single(ShaderTranslator.Parse(text, ShaderStage.Fragment, GlslHostFeatures.None).Diagnostics);
        Assert.Equal((line, $"the host has no {extension}"), (diagnostic.Line, diagnostic.Message));
        ShaderParseResult result = ShaderTranslator.Parse(text, ShaderStage.Fragment, GlslHostFeatures.All);
        Assert.Contains($"#extension {extension} : require", ShaderTranslator.Translate(result.Shader!, default).Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PROPERTY FS_POST_DEPTH_COVERAGE 1", "GL_ARB_post_depth_coverage")]
    [InlineData("PROPERTY FS_BLEND_EQUATION_ADVANCED 2", "GL_KHR_blend_equation_advanced")]
    [InlineData("DCL OUT[1], STENCIL", "GL_ARB_shader_stencil_export")]
    public void Declaration_that_the_host_lacks_is_refused_by_the_name_of_its_extension(string line, string extension)
    {
        byte[] text = Encoding.ASCII.GetBytes(Header + line + "\nMOV OUT[0], IN[0]\nEND\n");
        ShaderParseResult result = ShaderTranslator.Parse(text, ShaderStage.Fragment, GlslHostFeatures.All & ~FeatureOf(extension));
        Assert.Contains(extension, Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
        Assert.True(ShaderTranslator.Parse(text, ShaderStage.Fragment, FeatureOf(extension)).IsValid);
    }

    private static GlslHostFeatures FeatureOf(string extension) => Glsl.GlslFeatureTable.Rows.Single(row => row.Extension == extension).Feature;

    [Fact]
    public void Every_host_feature_has_its_row()
        => Assert.Equal(GlslHostFeatures.All, Glsl.GlslFeatureTable.Rows.Aggregate(GlslHostFeatures.None, (all, row) => all | row.Feature));

    [Fact]
    public void Nesting_beyond_the_limit_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("IF IN[0].xxxx\n", 5000)) + string.Concat(Enumerable.Repeat("ENDIF\n", 5000));
        AssertRefused(Header + deep + "END\n", 0, 0, "nested blocks");
    }

    [Fact]
    public void Nesting_at_the_limit_is_accepted_and_translated()
    {
        string deep = string.Concat(Enumerable.Repeat("IF IN[0].xxxx\n", 80)) + string.Concat(Enumerable.Repeat("ENDIF\n", 80));
        ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes(Header + deep + "MOV OUT[0], IN[0]\nEND\n"), ShaderStage.Fragment);
        Assert.True(result.IsValid);
        Assert.Contains("fs_color0 = out0", ShaderTranslator.Translate(result.Shader, default).Source, StringComparison.Ordinal);
        Assert.Contains("store", ShaderTranslator.PrintIr(result.Shader), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_longer_than_the_limit_is_refused()
        => Assert.False(ShaderTranslator.Parse(new byte[ShaderTranslator.MaxTextBytes + 1].Select(_ => (byte)' ').ToArray(), ShaderStage.Vertex).IsValid);

    [Fact]
    public void Text_ends_at_the_first_nul()
        => Assert.True(ShaderTranslator.Parse(Encoding.ASCII.GetBytes(Header + "MOV OUT[0], IN[0]\nEND\n\0rubbish"), ShaderStage.Fragment).IsValid);

    [Fact]
    public void Labels_branch_operands_and_unknown_properties_are_ignored()
    {
        const string text = "frag\nPROPERTY SOMETHING_NEW 7, 8\nDCL IN[0], GENERIC[0], PERSPECTIVE\nDCL OUT[0], COLOR\n 12: IF IN[0].xxxx :4\n 3: MOV OUT[0], IN[0]\nENDIF :9\nEND\n";
        Assert.True(ShaderTranslator.Parse(Encoding.ASCII.GetBytes(text), ShaderStage.Fragment).IsValid);
    }

    [Theory]
    [InlineData("VERT\nPROPERTY VS_WINDOW_SPACE_POSITION 1\nEND\n", ShaderStage.Vertex, "VS_WINDOW_SPACE_POSITION")]
    [InlineData("GEOM\nEND\n", ShaderStage.Geometry, "geometry input primitive")]
    [InlineData("COMP\nPROPERTY CS_FIXED_BLOCK_WIDTH 0\nEND\n", ShaderStage.Compute, "CS_FIXED_BLOCK_WIDTH")]
    [InlineData("TESS_CTRL\nPROPERTY TCS_VERTICES_OUT 33\nEND\n", ShaderStage.TessControl, "TCS_VERTICES_OUT")]
    public void Properties_out_of_range_are_refused(string text, ShaderStage stage, string message)
    {
        ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes(text), stage);
        Assert.Contains(message, Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_registers_parse_and_translate_in_well_under_a_second()
    {
        var text = new StringBuilder("FRAG\nDCL IN[0], GENERIC[0], PERSPECTIVE\nDCL OUT[0], COLOR\nDCL TEMP[0..32767]\nMOV TEMP[0], IN[0]\n");
        for (int i = 1; i < 20000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"ADD TEMP[{i}], TEMP[{i - 1}], IN[0]\n");
        text.Append("MOV OUT[0], TEMP[19999]\nEND\n");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes(text.ToString()), ShaderStage.Fragment);
        Assert.True(result.IsValid);
        Assert.Contains("temp19999", ShaderTranslator.Translate(result.Shader, default).Source, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    [Fact]
    public void Time_grows_with_the_text_and_not_faster()
    {
        TimeSpan small = TimeOf(4000);
        TimeSpan large = TimeOf(32000);
        Assert.True(large < (small * 8 * 4) + TimeSpan.FromSeconds(1), $"{small} for 4000 lines, {large} for 32000");
    }

    private static TimeSpan TimeOf(int lines)
    {
        var text = new StringBuilder("FRAG\nDCL SV[0], SAMPLEID\nDCL OUT[0], COLOR\nDCL TEMP[0..32767]\nIMM[0] UINT32 {0, 0, 0, 0}\n");
        for (int i = 0; i < lines; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"UADD TEMP[{i}], SV[0], IMM[0]\n");
        byte[] bytes = Encoding.ASCII.GetBytes(text.Append("END\n").ToString());
        TimeSpan best = TimeSpan.MaxValue;
        for (int run = 0; run < 3; run++)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            ShaderParseResult result = ShaderTranslator.Parse(bytes, ShaderStage.Fragment);
            Assert.True(result.IsValid, string.Join("; ", result.Diagnostics));
            _ = ShaderTranslator.Translate(result.Shader, default);
            if (clock.Elapsed < best) best = clock.Elapsed;
        }

        return best;
    }

    private static void AssertRefused(string text, int line, int column, string message)
    {
        ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes(text), ShaderStage.Fragment);
        ShaderDiagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Null(result.Shader);
        Assert.Contains(message.Split('|'), choice => diagnostic.Message.Contains(choice, StringComparison.Ordinal));
        if (line > 0) Assert.Equal((line, column), (diagnostic.Line, diagnostic.Column));
    }
}
