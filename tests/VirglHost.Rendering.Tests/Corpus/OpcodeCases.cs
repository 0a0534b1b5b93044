namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>Ways to write opcode cases down, and the operands they share.</summary>
internal static partial class OpcodeCases
{
    private static readonly float[] AllFloats =
    [
        0f, -0f, 1f, -1f, 0.5f, -0.5f, 1.5f, 2.5f, -2.5f, 3.25f, -7f, 100.75f, -1000.5f, 16777216f, 1e10f, -1e-10f, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN,
    ];

    private static readonly float[] SmallFloats = [0f, -0f, 1f, -1f, 0.5f, -0.5f, 1.5f, -2.5f, 3.25f, -7f, 12f];

    private static readonly uint[] AllWords =
    [
        0, 1, 2, 3, 5, 7, 31, 32, 33, 63, 100, 255, 65535, 65536, 0x7fffffff, 0x80000000, 0x80000001, 0xffffffff, 0xfffffffe, 0xfffffffb, 0xffffff9c,
        0x12345678, 0xdeadbeef, 16777217,
    ];

    private static readonly double[] AllDoubles =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 3.25, Math.PI, -1e100, 1e-100, 4294967297, 9007199254740993, double.MaxValue, double.PositiveInfinity,
        double.NegativeInfinity, double.NaN,
    ];

    private static readonly double[] SmallDoubles = [0, 1, -1, 0.5, -2.5, 3.25, 1e10, -7, 0.1];

    private static readonly ulong[] AllLongs =
    [
        0, 1, 2, 3, 7, 63, 64, 100, 0xffffffff, 0x100000000, 0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff, 0xfffffffffffffff9, 0x123456789abcdef0,
        1ul << 40,
    ];

    /// <summary>Every case, in order of the opcode table.</summary>
    public static IReadOnlyList<OpcodeCase> All { get; } =
        [.. Floats(), .. Vectors(), .. Conversions(), .. Integers(), .. Bits(), .. Doubles(), .. WideIntegers(), .. Forms()];

    private static uint W(float value) => BitConverter.SingleToUInt32Bits(value);

    private static float F(uint word) => BitConverter.UInt32BitsToSingle(word);

    /// <summary>Lane by lane: each lane of a row is a case of its own.</summary>
    private static OpcodeCase Lanes(string mnemonic, uint[][] operands, Func<uint[], uint?> value, Agreement agreement = Agreement.Bits, double tolerance = 0)
    {
        int sources = operands[0].Length;
        var rows = new List<uint[]>();
        foreach (uint[][] chunk in operands.Chunk(4))
        {
            uint[] row = new uint[sources * 4];
            for (int lane = 0; lane < 4; lane++)
            {
                for (int source = 0; source < sources; source++) row[(source * 4) + lane] = chunk[Math.Min(lane, chunk.Length - 1)][source];
            }

            rows.Add(row);
        }

        uint?[] Expect(uint[] row) => [.. Enumerable.Range(0, 4).Select(lane => value([.. Enumerable.Range(0, sources).Select(source => row[(source * 4) + lane])]))];
        return new OpcodeCase(mnemonic, OpcodeCase.PlainText(mnemonic, sources), sources, rows, Expect, agreement, tolerance);
    }

    /// <summary>The first lane counts, the result is in all four.</summary>
    private static OpcodeCase One(string mnemonic, uint[][] operands, Func<uint[], uint?> value, Agreement agreement = Agreement.Floats, double tolerance = 0)
    {
        int sources = operands[0].Length;
        uint[][] rows = [.. operands.Select(operand => operand.SelectMany(word => new[] { word, 7u, 8u, 9u }).ToArray())];
        uint?[] Expect(uint[] row) => [.. Enumerable.Repeat(value([.. Enumerable.Range(0, sources).Select(source => row[source * 4])]), 4)];
        return new OpcodeCase(mnemonic, OpcodeCase.PlainText(mnemonic, sources), sources, rows, Expect, agreement, tolerance);
    }

    /// <summary>Two numbers of 64 bits in each source.</summary>
    private static OpcodeCase Pairs(string mnemonic, ulong[][] operands, Func<ulong[], ulong?> value, Agreement agreement = Agreement.Bits, double tolerance = 0)
    {
        int sources = operands[0].Length;
        var rows = new List<uint[]>();
        for (int i = 0; i < operands.Length; i++)
        {
            ulong[] first = operands[i];
            ulong[] second = operands[(i + 1) % operands.Length];
            rows.Add([.. Enumerable.Range(0, sources).SelectMany(s => new[] { (uint)first[s], (uint)(first[s] >> 32), (uint)second[s], (uint)(second[s] >> 32) })]);
        }

        uint?[] Expect(uint[] row)
        {
            ulong? first = value([.. Enumerable.Range(0, sources).Select(s => Pair(row, s * 4))]);
            ulong? second = value([.. Enumerable.Range(0, sources).Select(s => Pair(row, (s * 4) + 2))]);
            return [(uint?)(first & uint.MaxValue), (uint?)(first >> 32), (uint?)(second & uint.MaxValue), (uint?)(second >> 32)];
        }

        return new OpcodeCase(mnemonic, OpcodeCase.PlainText(mnemonic, sources), sources, rows, Expect, agreement, tolerance);
    }

    /// <summary>Whole vectors of words.</summary>
    private static OpcodeCase Whole(string mnemonic, uint[][] rows, Func<uint[], uint?[]> value, Agreement agreement = Agreement.Bits, double tolerance = 0, string mask = "")
        => new(mnemonic, OpcodeCase.PlainText(mnemonic, rows[0].Length / 4, mask), rows[0].Length / 4, rows, value, agreement, tolerance);

    private static ulong Pair(uint[] row, int at) => row[at] | ((ulong)row[at + 1] << 32);

    /// <summary>Each value alone.</summary>
    private static T[][] Each<T>(IEnumerable<T> values) => [.. values.Select(value => new[] { value })];

    /// <summary>Each value with each.</summary>
    private static T[][] Cross<T>(IReadOnlyList<T> first, IReadOnlyList<T> second) => [.. first.SelectMany(a => second.Select(b => new[] { a, b }))];

    /// <summary>Each value with each, and a third one that steps through all of them.</summary>
    private static T[][] Cross<T>(IReadOnlyList<T> first, IReadOnlyList<T> second, IReadOnlyList<T> third)
        => [.. Cross(first, second).Select((pair, i) => new[] { pair[0], pair[1], third[i % third.Count] })];

    private static uint[] Words(IEnumerable<float> values) => [.. values.Select(W)];

    private static ulong[] Longs(IEnumerable<double> values) => [.. values.Select(BitConverter.DoubleToUInt64Bits)];
}
