using System.Reflection;

namespace VirglHost.Shaders.Tests;

/// <summary>Keys written as text: every field can be said, and what is wrong is named with what would be right.</summary>
public sealed class KeyReaderTests
{
    private static readonly ShaderInfo Vertex = Corpus.Parse("vertex/not-last").Info;

    [Fact]
    public void Every_field_of_the_key_can_be_written()
    {
        IEnumerable<string> fields = typeof(ShaderKey).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Concat(typeof(InterfaceLink).GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Select(property => property.Name).Where(name => name != nameof(ShaderKey.Previous)).Append("ColorBuffers").Order(StringComparer.Ordinal);

        Assert.Equal(fields, ShaderKeyReader.FieldNames);
    }

    [Fact]
    public void Lines_set_what_they_name()
    {
        ShaderKey key = ShaderKeyReader.CreateDefault(ShaderStage.Fragment);

        bool isValid = ShaderKeyReader.TryApplyLines(
            Vertex, "AlphaFunction = GreaterOrEqual\n\nFlatShade=true\r\nMissingInputs = 0x8000000000000001\nColorBuffers = Float,UInt\nProducer = Geometry\n", ref key, out _);

        Assert.True(isValid);
        Assert.Equal(
            new ShaderKey { ColorBufferCount = 1, AlphaFunction = AlphaTestFunction.GreaterOrEqual, FlatShade = true, Previous = new InterfaceLink(ShaderStage.Geometry, 1ul << 63 | 1, 0, 0, 0) }
                .WithColorBuffer(1, ColorBufferKind.UInt),
            key);
    }

    [Fact]
    public void Wrong_line_is_numbered()
    {
        ShaderKey key = default;

        Assert.False(ShaderKeyReader.TryApplyLines(Vertex, "FlatShade = true\n\nFlatShade\n", ref key, out ShaderDiagnostic diagnostic));
        Assert.Equal(new ShaderDiagnostic(3, 1, "expected FIELD = VALUE"), diagnostic);
    }

    [Theory]
    [InlineData("FlatShade", "yes", "FlatShade: 'yes' is neither true nor false")]
    [InlineData("AlphaFunction", "Sometimes", "AlphaFunction: 'Sometimes' is none of Never, Less, Equal, LessOrEqual, Greater, NotEqual, GreaterOrEqual, Always")]
    [InlineData("AlphaFunction", "1", "AlphaFunction: '1' is none of Never, Less, Equal, LessOrEqual, Greater, NotEqual, GreaterOrEqual, Always")]
    [InlineData("ColorBufferCount", "9", "ColorBufferCount: '9' is not a whole number from 0 to 8")]
    [InlineData("ClipPlaneMask", "-1", "ClipPlaneMask: '-1' is not a whole number from 0 to 255")]
    [InlineData("ClipPlaneMask", "0x", "ClipPlaneMask: '0x' is not a whole number from 0 to 255")]
    [InlineData("ColorBuffers", "Float,Blue", "ColorBuffers: 'Blue' is none of Float, Int, UInt, AlphaInRed, IntAlphaInRed, UIntAlphaInRed")]
    [InlineData("ColorBuffers", "Int,Int,Int,Int,Int,Int,Int,Int,Int", "ColorBuffers: 'Int,Int,Int,Int,Int,Int,Int,Int,Int' names more than 8 colour buffers")]
    [InlineData("Samplers", "0 X X X", "Samplers: '0 X X X' is not UNIT LANE LANE LANE LANE [CLAMP MIRROR COUNT RATIO TEXELS], such as 0 X X X One; rows are apart by semicolons")]
    [InlineData("Samplers", "32 X X X X", "Samplers: '32' is not a whole number from 0 to 31")]
    [InlineData("StreamOutput", "0 0 4", "StreamOutput: '0 0 4' is not REGISTER START COUNT BUFFER OFFSET STREAM, such as 0 0 4 0 0 0; rows are apart by semicolons")]
    [InlineData("StreamOutput", "63 0 4 0 0 0", "StreamOutput: stream output names OUT[63], which is not declared")]
    public void Wrong_value_is_named(string field, string value, string expected)
    {
        ShaderKey key = default;

        Assert.False(ShaderKeyReader.TryApply(Vertex, field, value, ref key, out string error));
        Assert.Equal(expected, error);
        Assert.Equal(default, key);
    }

    [Fact]
    public void Wrong_name_is_answered_with_the_right_ones()
    {
        ShaderKey key = default;

        Assert.False(ShaderKeyReader.TryApply(Vertex, "flatshade", "true", ref key, out string error));
        Assert.StartsWith("no key field is called 'flatshade'; there are AlphaFunction, BackColorMask, ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VERT\nEND", true, ShaderStage.Vertex)]
    [InlineData("  frag END", true, ShaderStage.Fragment)]
    [InlineData("TESS_EVAL", true, ShaderStage.TessEvaluation)]
    [InlineData("MOV", false, ShaderStage.Vertex)]
    [InlineData("", false, ShaderStage.Vertex)]
    [InlineData("\u00e9", false, ShaderStage.Vertex)]
    public void Stage_is_the_first_word(string text, bool isKnown, ShaderStage expected)
    {
        Assert.Equal(isKnown, ShaderTranslator.TryReadStage(System.Text.Encoding.UTF8.GetBytes(text), out ShaderStage stage));
        Assert.Equal(expected, stage);
    }
}
