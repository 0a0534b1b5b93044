using System.Text;

namespace VirglHost.Shaders.Tests;

/// <summary>What tests/fuzz.sh has found, each cut down to the lines that matter.</summary>
public sealed class FuzzFindingTests
{
    [Theory]
    [InlineData("COMP\nPROPERTY CS_FIXED_BLOCK_WIDTH 1\nPROPERTY CS_FIXED_BLOCK_HEIGHT 1\nPROPERTY CS_FIXED_BLOCK_DEPTH 1\nDCL ADDR[0]\nDCL TEMP[0]\nMOV TEMP[0].x, OUT[ADDR[0].x+5].yyyy\nEND\n", ShaderStage.Compute, 7)]
    [InlineData("COMP\nPROPERTY CS_FIXED_BLOCK_WIDTH 1\nPROPERTY CS_FIXED_BLOCK_HEIGHT 1\nPROPERTY CS_FIXED_BLOCK_DEPTH 1\nDCL ADDR[0]\nDCL TEMP[0]\nMOV OUT[ADDR[0].x], TEMP[0]\nEND\n", ShaderStage.Compute, 7)]
    [InlineData("VERT\nDCL ADDR[0]\nDCL TEMP[0]\nMOV OUT[ADDR[0].x], TEMP[0]\nEND\n", ShaderStage.Vertex, 4)]
    [InlineData("FRAG\nDCL ADDR[0]\nDCL TEMP[0]\nMOV TEMP[0], OUT[ADDR[0].x](2)\nEND\n", ShaderStage.Fragment, 4)]
    [InlineData("VERT\nDCL ADDR[0]\nDCL OUT[0], POSITION\nMOV OUT[0], TEMP[ADDR[0].x+2]\nEND\n", ShaderStage.Vertex, 4)]
    [InlineData("VERT\nDCL ADDR[0]\nDCL CONST[0]\nMOV TEMP[ADDR[0].x], CONST[0]\nEND\n", ShaderStage.Vertex, 4)]
    [InlineData("VERT\nDCL ADDR[0]\nDCL OUT[0], POSITION\nMOV OUT[0], IN[ADDR[0].x]\nEND\n", ShaderStage.Vertex, 4)]
    [InlineData("VERT\nDCL ADDR[0]\nDCL OUT[0], POSITION\nMOV OUT[0], CONST[ADDR[0].x]\nEND\n", ShaderStage.Vertex, 4)]
    public void Registers_indexed_where_none_is_declared_are_refused(string text, ShaderStage stage, int line)
    {
        ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes(text), stage);

        Assert.False(result.IsValid);
        Assert.Equal(line, result.Diagnostics[0].Line);
        Assert.Contains("not declared", result.Diagnostics[0].Message, StringComparison.Ordinal);
    }
}
