using System.Globalization;
using System.Text;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>Constants keep their bits, integers never pass through floats, and what the guest wants precise or invariant stays so.</summary>
[Collection("Host GL")]
public sealed class ExactnessTests : IClassFixture<CorpusGl>, IDisposable
{
    private readonly CorpusGl _host;

    public ExactnessTests(CorpusGl host)
    {
        _host = host;
        host.Enter();
    }

    /// <summary>Quiet and signalling NaNs with payload, infinities, zeros of both signs, denormals, the ends of the range, integers that no float holds.</summary>
    public static TheoryData<uint> Constants =>
    [
        0x7fc00000, 0x7fc12345, 0x7f812345, 0xffc00001, 0xff800000, 0x7f800000, 0, 0x80000000, 1, 0x80000001, 0x007fffff, 0x00400000, 0x7f7fffff,
        0x00800000, 0x3dcccccd, 16777217, 0xfeffffff, 0x7fffffff, 0xffffffff, 0x01020304,
    ];

    [Theory]
    [MemberData(nameof(Constants))]
    public void Immediate_keeps_its_bits(uint bits)
    {
        uint[] actual = Run(
            string.Create(CultureInfo.InvariantCulture, $"IMM[1] FLT32 {'{'}0x{bits:x8}, 0x3f800000, 0x{bits:x8}, 0x00000000{'}'}\nIMM[2] UINT32 {'{'}{bits}, 1, {bits}, 0{'}'}"),
            "MOV TEMP[1], IMM[1]\nUSEQ TEMP[2].x, TEMP[1].xxxx, IMM[2].xxxx\nUCMP TEMP[1].w, TEMP[2].xxxx, IMM[2].zzzz, IMM[0].xxxx", []);
        Assert.Equal([bits, 0x3f800000, bits, bits], actual);
    }

    /// <summary>The same constants where they are computed with, times one. Hosts may flush denormals there, and Mesa makes +0 of any product with −0.</summary>
    [Theory]
    [MemberData(nameof(Constants))]
    public void Immediate_in_arithmetic_keeps_its_value(uint bits)
    {
        uint[] actual = Run(
            string.Create(CultureInfo.InvariantCulture, $"IMM[1] FLT32 {'{'}0x{bits:x8}, 0x00000000, 0x00000000, 0x00000000{'}'}"),
            "LOAD TEMP[2].x, BUFFER[0], IMM[0].xxxx\nMUL TEMP[1], IMM[1].xxxx, TEMP[2].xxxx", [0x3f800000]);
        float value = BitConverter.UInt32BitsToSingle(bits);
        if (float.IsNaN(value)) Assert.All(actual, word => Assert.True(float.IsNaN(BitConverter.UInt32BitsToSingle(word)), $"{word:x8}"));
        else if (float.IsSubnormal(value) || value == 0) Assert.All(actual, word => Assert.Contains(word, (uint[])[bits, bits & 0x80000000, 0]));
        else Assert.Equal([bits, bits, bits, bits], actual);
    }

    [Fact]
    public void Immediate_of_negative_zero_keeps_its_sign()
    {
        uint[] actual = Run("IMM[1] FLT32 {0x80000000, 0x00000000, 0x00000000, 0x00000000}", "RCP TEMP[1].xy, IMM[1].xxxx\nRCP TEMP[1].zw, IMM[1].yyyy", []);
        Assert.Equal([0xff800000, 0xff800000, 0x7f800000, 0x7f800000], actual);
    }

    /// <summary>MOV, UCMP, indirect temporaries, shared memory: the ways by which guests carry words that are no floats.</summary>
    [Theory]
    [MemberData(nameof(Constants))]
    public void Carried_word_keeps_its_bits(uint bits)
    {
        uint[] actual = Run(
            "IMM[1] UINT32 {2, 8, 4, 4294967295}",
            "LOAD TEMP[1].x, BUFFER[0], IMM[0].xxxx\nUARL ADDR[0].x, IMM[1].xxxx\nMOV TEMP[ADDR[0].x+8](1), TEMP[1].xxxx\nMOV TEMP[2].x, TEMP[10].wwww\n"
            + "STORE MEMORY[0].x, IMM[1].yyyy, TEMP[2].xxxx\nLOAD TEMP[3].x, MEMORY[0], IMM[1].yyyy\nMOV TEMP[1].y, TEMP[3].xxxx\nUCMP TEMP[1].z, IMM[1].wwww, TEMP[1].xxxx, IMM[0].xxxx\n"
            + "CMP TEMP[1].w, IMM[0].xxxx, IMM[0].xxxx, TEMP[1].xxxx",
            [bits]);
        Assert.Equal([bits, bits, bits, bits], actual);
    }

    /// <summary>Between stages words travel as floats: flat, never computed with.</summary>
    [Fact]
    public void Integers_reach_the_fragment_stage_through_bit_casts_alone()
    {
        string source = Translate("FRAG\nDCL IN[0], GENERIC[0], CONSTANT\nDCL OUT[0], COLOR\n0: UADD OUT[0], IN[0], IN[0]\n1: END\n", ShaderStage.Fragment,
            new ShaderKey().WithColorBuffer(0, ColorBufferKind.UInt));
        Assert.Contains("flat in vec4", source, StringComparison.Ordinal);
        Assert.Contains("floatBitsToUint(vs_generic0)", source, StringComparison.Ordinal);
        Assert.DoesNotContain("uvec4(vs_generic0", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Precise_instruction_is_not_contracted_or_reordered()
    {
        const string Text = "VERT\nDCL IN[0]\nDCL OUT[0], POSITION\nDCL TEMP[0]\n0: MUL{0} TEMP[0], IN[0], IN[0].yyyy\n1: ADD OUT[0], TEMP[0], IN[0].xxxx\n2: END\n";
        Assert.Contains("precise", Translate(Text.Replace("{0}", "_PRECISE", StringComparison.Ordinal), ShaderStage.Vertex, default), StringComparison.Ordinal);
        Assert.DoesNotContain("precise", Translate(Text.Replace("{0}", "", StringComparison.Ordinal), ShaderStage.Vertex, default), StringComparison.Ordinal);
    }

    [Fact]
    public void Invariant_output_is_declared_so()
    {
        string source = Translate("VERT\nDCL IN[0]\nDCL OUT[0], POSITION, INVARIANT\nDCL OUT[1], GENERIC[0], INVARIANT\nDCL OUT[2], GENERIC[1]\n0: MOV OUT[0], IN[0]\n"
            + "1: MOV OUT[1], IN[0]\n2: MOV OUT[2], IN[0]\n3: END\n", ShaderStage.Vertex, default);
        Assert.Contains("invariant gl_Position;", source, StringComparison.Ordinal);
        Assert.Contains("invariant out vec4 vs_generic0;", source, StringComparison.Ordinal);
        Assert.Contains("\nout vec4 vs_generic1;", source, StringComparison.Ordinal);
    }

    public void Dispose() => _host.Leave();

    private uint[] Run(string immediates, string instructions, uint[] input)
    {
        string text = $$"""
            COMP
            PROPERTY CS_FIXED_BLOCK_WIDTH 1
            PROPERTY CS_FIXED_BLOCK_HEIGHT 1
            PROPERTY CS_FIXED_BLOCK_DEPTH 1
            DCL BUFFER[0]
            DCL BUFFER[1]
            DCL MEMORY[0], SHARED
            DCL ADDR[0]
            DCL TEMP[0..3]
            DCL TEMP[8..11], ARRAY(1)
            IMM[0] UINT32 {0, 0, 0, 0}
            {{immediates}}
            {{instructions}}
            STORE BUFFER[1], IMM[0].xxxx, TEMP[1]
            END

            """;
        return OpcodeRunner.Dispatch(_host.Gl, text, input.Length == 0 ? [0] : input, 4, 1);
    }

    private static string Translate(string text, ShaderStage stage, ShaderKey key)
    {
        ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes(text), stage);
        Assert.True(result.IsValid, string.Join("; ", result.Diagnostics));
        return ShaderTranslator.Translate(result.Shader, key).Source;
    }
}
