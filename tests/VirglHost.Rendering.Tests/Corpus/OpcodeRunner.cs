using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using VirglHost.OpenGL;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>Runs an <see cref="OpcodeCase"/>: a compute shader whose invocation n loads row n from BUFFER[0] and stores the result in BUFFER[1].</summary>
internal static class OpcodeRunner
{
    private const int GroupSize = 64;
    private const int TableLength = 10;

    /// <summary>Results of all rows, four words each.</summary>
    public static uint[] Run(GL gl, OpcodeCase subject)
    {
        int groups = (subject.Rows.Count + GroupSize - 1) / GroupSize;
        uint[] operands = [.. subject.Rows.SelectMany(row => row)];
        Array.Resize(ref operands, groups * GroupSize * subject.Sources * 4);
        return Dispatch(gl, Text(subject), operands, groups * GroupSize * 4, groups);
    }

    /// <summary>Translates and runs a compute shader with BUFFER[0] as given and BUFFER[1] of some words, which it returns.</summary>
    public static uint[] Dispatch(GL gl, string tgsi, uint[] input, int outputWords, int groups)
    {
        uint program = Link(gl, tgsi, out GlslShader glsl);
        uint[] buffers = [gl.CreateBuffer(), gl.CreateBuffer()];
        gl.NamedBufferData(buffers[0], MemoryMarshal.AsBytes(input.AsSpan()), GLEnum.StaticDraw);
        gl.NamedBufferData(buffers[1], new byte[outputWords * 4], GLEnum.DynamicCopy);
        foreach (GlslBinding binding in glsl.Bindings.Where(binding => binding.Kind == GlslBindingKind.StorageBlock))
        {
            uint index = gl.GetProgramResourceIndex(program, GLEnum.ShaderStorageBlock, binding.Name);
            if (index == uint.MaxValue) continue;
            gl.ShaderStorageBlockBinding(program, index, (uint)binding.Index);
            gl.BindBufferBase(GLEnum.ShaderStorageBuffer, (uint)binding.Index, buffers[binding.Index]);
        }

        gl.UseProgram(program);
        gl.DispatchCompute((uint)groups, 1, 1);
        gl.MemoryBarrier(GLEnum.AllBarrierBits);
        uint[] result = new uint[outputWords];
        gl.GetNamedBufferSubData(buffers[1], 0, MemoryMarshal.AsBytes(result.AsSpan()));
        gl.DeleteProgram(program);
        gl.DeleteBuffers(buffers);
        Assert.Equal(GLEnum.NoError, gl.GetError());
        return result;
    }

    private static uint Link(GL gl, string tgsi, out GlslShader glsl)
    {
        ShaderParseResult result = ShaderTranslator.Parse(Encoding.ASCII.GetBytes(tgsi), ShaderStage.Compute);
        Assert.True(result.IsValid, $"{string.Join("; ", result.Diagnostics)}\n{tgsi}");
        glsl = ShaderTranslator.Translate(result.Shader, default);
        uint shader = gl.CreateShader(GLEnum.ComputeShader);
        gl.ShaderSource(shader, glsl.Source);
        gl.CompileShader(shader);
        Assert.True(gl.GetShader(shader, GLEnum.CompileStatus) == 1, gl.GetShaderInfoLog(shader) + glsl.Source);
        uint program = gl.CreateProgram();
        gl.AttachShader(program, shader);
        gl.DeleteShader(shader);
        gl.LinkProgram(program);
        Assert.True(gl.GetProgram(program, GLEnum.LinkStatus) == 1, gl.GetProgramInfoLog(program));
        return program;
    }

    private static string Text(OpcodeCase subject)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            COMP
            PROPERTY CS_FIXED_BLOCK_WIDTH {GroupSize}
            PROPERTY CS_FIXED_BLOCK_HEIGHT 1
            PROPERTY CS_FIXED_BLOCK_DEPTH 1
            DCL SV[0], THREAD_ID
            DCL SV[1], BLOCK_ID
            DCL BUFFER[0]
            DCL BUFFER[1]
            DCL ADDR[0..1]
            DCL TEMP[0..7]
            DCL TEMP[8..17], ARRAY(1)
            IMM[0] UINT32 {'{'}{GroupSize}, {subject.Sources * 16}, 16, 0{'}'}
            IMM[1] UINT32 {'{'}0, 1, 2, 7{'}'}
            IMM[2] UINT32 {'{'}5, 3, 9, 0{'}'}

            """);
        bool usesTable = subject.Text.Contains("ADDR", StringComparison.Ordinal);
        for (int i = 0; usesTable && i < TableLength; i++)
            text.Append(CultureInfo.InvariantCulture, $"IMM[{i + 3}] UINT32 {'{'}{10 * i}, {(10 * i) + 1}, {(10 * i) + 2}, {(10 * i) + 3}{'}'}\n");
        text.Append("UMAD TEMP[0].x, SV[1].xxxx, IMM[0].xxxx, SV[0].xxxx\nUMUL TEMP[0].yz, TEMP[0].xxxx, IMM[0].xyzw\n");
        for (int i = 1; i <= subject.Sources; i++)
            text.Append(CultureInfo.InvariantCulture, $"LOAD TEMP[{i}], BUFFER[0], TEMP[0].yyyy\nUADD TEMP[0].y, TEMP[0].yyyy, IMM[0].zzzz\n");
        for (int i = 0; usesTable && i < TableLength; i++)
            text.Append(CultureInfo.InvariantCulture, $"MOV TEMP[{i + 8}], IMM[{i + 3}]\n");
        return text.Append(CultureInfo.InvariantCulture, $"MOV TEMP[5], IMM[0].wwww\nMOV TEMP[6], IMM[0].wwww\nMOV TEMP[7], IMM[0].wwww\n{subject.Text}\nSTORE BUFFER[1], TEMP[0].zzzz, TEMP[5]\nEND\n").ToString();
    }
}
