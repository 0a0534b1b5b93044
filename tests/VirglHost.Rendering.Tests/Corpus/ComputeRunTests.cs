using System.Runtime.InteropServices;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Programs;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>Compute shaders of shaders/corpus run on the host, and what they leave in memory is worked out here.</summary>
[Collection("Host GL")]
public sealed class ComputeRunTests : IDisposable
{
    private readonly GlHost _host = GlHost.Open();

    private GL Gl => _host.Session.Gl;

    [Fact]
    public void Counters_hand_out_old_values_and_keep_the_new_ones()
    {
        using GlProgram program = Link("compute/counters");
        uint words = Bind(GLEnum.ShaderStorageBuffer, 0, new uint[12]);
        uint first = Bind(GLEnum.AtomicCounterBuffer, 0, [10, 20, 30, 40, 50]);
        uint second = Bind(GLEnum.AtomicCounterBuffer, 2, [0, 0, 0, 5]);

        Dispatch(program, 1);

        // Up, down, read; counter 1 + group; then exchange 100, and 7, or 16, xor 1, unsigned min 7, unsigned max −7, signed max 7, compare with 7.
        Assert.Equal([10u, 11u, 10u, 20u, 5u, 100u, 4u, 20u, 21u, 7u, unchecked((uint)-7), 7u], Read(words, 12));
        Assert.Equal([10u, 27u, 30u, 40u, 50u], Read(first, 5));
        Assert.Equal([0u, 0u, 0u, 100u], Read(second, 4));
    }

    [Fact]
    public void Extremes_go_by_the_sign_that_the_opcode_names()
    {
        using GlProgram program = Link("compute/extremes-of-both-signs");
        uint words = Bind(GLEnum.ShaderStorageBuffer, 0, [1, 1, 0, 0, 0, 0]);
        uint texture = Gl.CreateTexture(GLEnum.Texture2D);
        Gl.TextureStorage2D(texture, 1, GLEnum.R32ui, 1, 1);
        Gl.BindImageTexture(0, texture, 0, false, 0, GLEnum.ReadWrite, GLEnum.R32ui);

        Dispatch(program, 1);

        uint[] left = Read(words, 2);
        Assert.Equal(uint.MaxValue - 1, left[0]);
        Assert.Equal(1u, left[1]);
    }

    [Fact]
    public void Wide_integers_compute_modulo_two_to_the_64th()
    {
        const long a = -7_000_000_000_001;
        const long b = 3_000_000_019;
        const uint shift = 100;
        const float number = 13.75f;
        using GlProgram program = Link("compute/integers64");
        uint[] input = new uint[8 + (32 * 2)];
        Put(input, 0, a);
        Put(input, 2, b);
        input[4] = shift;
        input[5] = BitConverter.SingleToUInt32Bits(number);
        uint words = Bind(GLEnum.ShaderStorageBuffer, 0, input);

        Dispatch(program, 1);

        uint[] result = Read(words, input.Length);
        ulong ua = unchecked((ulong)a);
        ulong ub = b;
        int bits = BitConverter.SingleToInt32Bits(number);
        ulong[] expected =
        [
            unchecked((ulong)-a), unchecked((ulong)-a), ulong.MaxValue, unchecked(ua + ub), unchecked(ua * ub), unchecked((ulong)(a / b)), ua / ub,
            unchecked((ulong)(a % b)), ua % ub, unchecked((ulong)Math.Min(a, b)), unchecked((ulong)Math.Max(a, b)), Math.Min(ua, ub), Math.Max(ua, ub),
            ua << 36, unchecked((ulong)(a >> 36)), ua >> 36, uint.MaxValue, 0, 0, uint.MaxValue, 0, uint.MaxValue, 13, 13,
            unchecked((ulong)bits), (uint)bits, unchecked((ulong)(long)BitConverter.Int64BitsToDouble(a)), 0, BitConverter.DoubleToUInt64Bits(a),
            BitConverter.DoubleToUInt64Bits(ua), BitConverter.SingleToUInt32Bits(a), BitConverter.SingleToUInt32Bits(ua),
        ];
        for (int i = 0; i < expected.Length; i++)
        {
            // D2I64 and D2U64 read the words of a as a double, which is a NaN: GL leaves their result open. The remainder of a negative number too.
            bool isOpen = i is 7 or 26 or 27;
            ulong got = result[8 + (2 * i)] | ((ulong)result[9 + (2 * i)] << 32);
            Assert.True(isOpen || got == expected[i], $"opcode {i}: {got:x} instead of {expected[i]:x}");
        }
    }

    [Fact]
    public void Group_agrees_on_votes_and_ballots()
    {
        using GlProgram program = Link("compute/group");
        uint words = Bind(GLEnum.ShaderStorageBuffer, 0, new uint[14]);

        Dispatch(program, 1);

        // Eight invocations, of which those below 5 say yes; which one stores last is open, what they vote is not.
        uint[] result = Read(words, 14);
        Assert.Equal(uint.MaxValue, result[0]);
        Assert.Equal(0u, result[1]);
        Assert.Equal(0u, result[2]);
        Assert.Equal(0u, result[3]);
        Assert.Equal(0x1Fu, result[4]);
        Assert.Equal(1u, result[6]);
        Assert.Equal(1u, result[7]);
        Assert.InRange(result[10], 8u, 16u);
    }

    public void Dispose() => _host.Dispose();

    private static void Put(uint[] words, int at, long value)
    {
        words[at] = unchecked((uint)value);
        words[at + 1] = unchecked((uint)(value >> 32));
    }

    private GlProgram Link(string name)
    {
        byte[] text = File.ReadAllBytes(Path.Combine(CorpusCompileTests.Root, name + ".tgsi"));
        ShaderParseResult parsed = ShaderTranslator.Parse(text, ShaderStage.Compute, TranslationTable.FeaturesOf(_host.Session.Features));
        Assert.True(parsed.IsValid, string.Join("; ", parsed.Diagnostics));
        GlslShader shader = ShaderTranslator.Translate(parsed.Shader, default);
        GlProgram program = GlProgram.Link(_host.Session.Group, [(GLEnum.ComputeShader, shader.Source)]);
        foreach (GlslBinding binding in shader.Bindings)
        {
            if (binding.Kind == GlslBindingKind.StorageBlock) program.SetStorageBlockBinding(binding.Name, (uint)binding.Index);
            if (binding.Kind == GlslBindingKind.Image) program.SetUnit(binding.Name, binding.Index);
        }

        return program;
    }

    private uint Bind(GLEnum target, uint index, uint[] words)
    {
        uint buffer = Gl.CreateBuffer();
        Gl.NamedBufferData(buffer, MemoryMarshal.AsBytes(words.AsSpan()), GLEnum.DynamicCopy);
        Gl.BindBufferBase(target, index, buffer);
        return buffer;
    }

    private void Dispatch(GlProgram program, uint groups)
    {
        Gl.UseProgram(program.Name);
        Gl.DispatchCompute(groups, 1, 1);
        Gl.MemoryBarrier(GLEnum.AllBarrierBits);
        Assert.Equal(GLEnum.NoError, _host.Error());
    }

    private uint[] Read(uint buffer, int count)
    {
        uint[] words = new uint[count];
        Gl.GetNamedBufferSubData(buffer, 0, MemoryMarshal.AsBytes(words.AsSpan()));
        return words;
    }
}
