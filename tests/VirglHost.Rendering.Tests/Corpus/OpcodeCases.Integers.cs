using System.Numerics;

namespace VirglHost.Rendering.Tests.Corpus;

/// <content>Conversions, packing, integer arithmetic and bit operations.</content>
internal static partial class OpcodeCases
{
    private static IEnumerable<OpcodeCase> Conversions()
    {
        uint[][] floats = Each(Words([.. AllFloats, 2147483520f, -2147483648f, 4294967040f, 0.99f, -0.99f]));
        yield return Lanes("F2I", floats, x => F(x[0]) is >= -2147483648f and < 2147483648f ? (uint)(int)F(x[0]) : null);
        yield return Lanes("F2U", floats, x => F(x[0]) is > -1f and < 4294967296f ? (uint)F(x[0]) : null);
        yield return Lanes("I2F", Each(AllWords), x => W((int)x[0]));
        yield return Lanes("U2F", Each(AllWords), x => W(x[0]));
        float[] units = [0, 1, -1, 0.5f, -0.5f, 0.25f, 2, -3, 0.1f, 0.9f];
        uint[][] pairs = [.. Cross(Words(units), Words(units)).Select(pair => (uint[])[pair[0], pair[1], pair[1], pair[0]])];
        yield return Whole("PK2H", pairs, row => Same(Half(row[0]) | (Half(row[1]) << 16)));
        yield return Whole("PK2US", pairs, row => Same(Unorm(row[0], 65535) | (Unorm(row[1], 65535) << 16)));
        yield return Whole("PK4B", pairs, row => Same(Joined([.. row.Select(word => Snorm(word, 127) & 0xff)])));
        yield return Whole("PK4UB", pairs, row => Same(Joined([.. row.Select(word => Unorm(word, 255))])));
        uint[][] packed = [.. AllWords.Append(0x3c00c000u).Where(word => (word & 0x7c00) != 0 && (word & 0x7c000000) != 0).Select(word => (uint[])[word, 1, 2, 3])];
        yield return Whole("UP2H", packed, row => Twice(HalfOf(row[0]), HalfOf(row[0] >> 16)), Agreement.Floats);
        yield return Whole("UP2US", packed, row => Twice((row[0] & 0xffff) / 65535f, (row[0] >> 16) / 65535f), Agreement.Floats, 1e-7);
        yield return Whole("UP4B", packed, row => [.. Lanes8(row[0]).Select(lane => (uint?)W(Math.Max((sbyte)lane / 127f, -1)))], Agreement.Floats, 1e-7);
        yield return Whole("UP4UB", packed, row => [.. Lanes8(row[0]).Select(lane => (uint?)W(lane / 255f))], Agreement.Floats, 1e-7);
    }

    private static IEnumerable<OpcodeCase> Integers()
    {
        uint[][] one = Each(AllWords);
        uint[][] two = Cross(AllWords, AllWords);
        yield return Lanes("UADD", two, x => x[0] + x[1]);
        yield return Lanes("UMUL", two, x => x[0] * x[1]);
        yield return Lanes("UMAD", Cross(AllWords, AllWords, AllWords), x => (x[0] * x[1]) + x[2]);
        yield return Lanes("IDIV", two, x => x[1] == 0 || (x[0] == 0x80000000 && x[1] == uint.MaxValue) ? null : (uint)((int)x[0] / (int)x[1]));
        yield return Lanes("UDIV", two, x => x[1] == 0 ? null : x[0] / x[1]);
        yield return Lanes("MOD", two, x => (int)x[0] < 0 || (int)x[1] <= 0 ? null : x[0] % x[1]);
        yield return Lanes("UMOD", two, x => x[1] == 0 ? null : x[0] % x[1]);
        yield return Lanes("IMUL_HI", two, x => (uint)((long)(int)x[0] * (int)x[1] >> 32));
        yield return Lanes("UMUL_HI", two, x => (uint)((ulong)x[0] * x[1] >> 32));
        yield return Lanes("IMIN", two, x => (uint)Math.Min((int)x[0], (int)x[1]));
        yield return Lanes("IMAX", two, x => (uint)Math.Max((int)x[0], (int)x[1]));
        yield return Lanes("UMIN", two, x => Math.Min(x[0], x[1]));
        yield return Lanes("UMAX", two, x => Math.Max(x[0], x[1]));
        yield return Lanes("INEG", one, x => 0 - x[0]);
        yield return Lanes("IABS", one, x => (int)x[0] < 0 ? 0 - x[0] : x[0]);
        yield return Lanes("ISSG", one, x => (uint)Math.Sign((int)x[0]));
        yield return Lanes("USEQ", two, x => Mask(x[0] == x[1]));
        yield return Lanes("USNE", two, x => Mask(x[0] != x[1]));
        yield return Lanes("USLT", two, x => Mask(x[0] < x[1]));
        yield return Lanes("USGE", two, x => Mask(x[0] >= x[1]));
        yield return Lanes("ISLT", two, x => Mask((int)x[0] < (int)x[1]));
        yield return Lanes("ISGE", two, x => Mask((int)x[0] >= (int)x[1]));
        yield return Lanes("UCMP", Cross(AllWords, AllWords, Words(AllFloats)), x => x[0] != 0 ? x[1] : x[2]);
    }

    private static IEnumerable<OpcodeCase> Bits()
    {
        uint[][] one = Each(AllWords);
        uint[][] two = Cross(AllWords, AllWords);
        uint[] counts = [0, 1, 5, 8, 16, 24, 31, 32];
        uint[][] fields = [.. AllWords.SelectMany(word => Cross(counts, counts).Select(field => (uint[])[word, field[0], field[1]]))];
        yield return Lanes("NOT", one, x => ~x[0]);
        yield return Lanes("AND", two, x => x[0] & x[1]);
        yield return Lanes("OR", two, x => x[0] | x[1]);
        yield return Lanes("XOR", two, x => x[0] ^ x[1]);
        yield return Lanes("SHL", two, x => x[0] << (int)(x[1] & 31));
        yield return Lanes("ISHR", two, x => (uint)((int)x[0] >> (int)(x[1] & 31)));
        yield return Lanes("USHR", two, x => x[0] >> (int)(x[1] & 31));
        yield return Lanes("UBFE", fields, x => Extract(x[0], x[1], x[2], false));
        yield return Lanes("IBFE", fields, x => Extract(x[0], x[1], x[2], true));
        uint[][] inserts = [.. Cross(AllWords, AllWords).SelectMany((pair, i) => counts.Select(offset => (uint[])[pair[0], pair[1], offset, counts[i % counts.Length]]))];
        yield return Lanes("BFI", inserts, x => Insert(x[0], x[1], x[2], x[3])) with { Text = "BFI TEMP[5], TEMP[1], TEMP[2], TEMP[3], TEMP[4]" };
        yield return Lanes("BREV", one, x => Reverse(x[0]));
        yield return Lanes("POPC", one, x => (uint)BitOperations.PopCount(x[0]));
        yield return Lanes("LSB", one, x => x[0] == 0 ? uint.MaxValue : (uint)BitOperations.TrailingZeroCount(x[0]));
        yield return Lanes("UMSB", one, x => (uint)(31 - BitOperations.LeadingZeroCount(x[0])));
        yield return Lanes("IMSB", one, x => (uint)(31 - BitOperations.LeadingZeroCount((int)x[0] < 0 ? ~x[0] : x[0])));
    }

    private static uint? Extract(uint word, uint offset, uint bits, bool isSigned)
    {
        if (offset + bits > 32) return null;
        if (bits == 0) return 0;
        uint high = word << (int)(32 - offset - bits);
        return isSigned ? (uint)((int)high >> (int)(32 - bits)) : high >> (int)(32 - bits);
    }

    private static uint? Insert(uint word, uint insert, uint offset, uint bits)
    {
        if (offset + bits > 32) return null;
        if (bits == 0) return word;
        uint mask = (uint.MaxValue >> (int)(32 - bits)) << (int)offset;
        return (word & ~mask) | ((insert << (int)offset) & mask);
    }

    private static uint Reverse(uint word)
    {
        uint result = 0;
        for (int i = 0; i < 32; i++) result |= ((word >> i) & 1) << (31 - i);
        return result;
    }

    private static uint?[] Same(uint word) => [word, word, word, word];

    private static uint?[] Twice(float x, float y) => [W(x), W(y), W(x), W(y)];

    private static uint Half(uint word) => BitConverter.HalfToUInt16Bits((Half)F(word));

    private static float HalfOf(uint word) => (float)BitConverter.UInt16BitsToHalf((ushort)word);

    private static uint Unorm(uint word, int most) => (uint)MathF.Round(Math.Clamp(F(word), 0, 1) * most, MidpointRounding.ToEven);

    private static uint Snorm(uint word, int most) => (uint)(int)MathF.Round(Math.Clamp(F(word), -1, 1) * most, MidpointRounding.ToEven);

    private static uint Joined(uint[] lanes) => lanes[0] | (lanes[1] << 8) | (lanes[2] << 16) | (lanes[3] << 24);

    private static byte[] Lanes8(uint word) => BitConverter.GetBytes(word);
}
