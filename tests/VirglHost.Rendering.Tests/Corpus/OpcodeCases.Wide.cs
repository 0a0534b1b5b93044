namespace VirglHost.Rendering.Tests.Corpus;

/// <content>Doubles and 64-bit integers: two numbers in a vector, low word first.</content>
internal static partial class OpcodeCases
{
    private static IEnumerable<OpcodeCase> Doubles()
    {
        ulong[][] one = Each(Longs(AllDoubles));
        ulong[][] two = Cross(Longs(AllDoubles), Longs(AllDoubles));
        ulong[][] three = Cross(Longs(SmallDoubles), Longs(SmallDoubles), Longs(SmallDoubles));
        ulong[][] positive = Each(Longs([0.25, 1, 2, 2.5, Math.PI, 1e100, 1e-100, 4294967297]));
        yield return D2("DADD", two, (a, b) => a + b);
        yield return D2("DMUL", two, (a, b) => a * b);
        yield return D2("DDIV", two, (a, b) => a / b, 1e-15);
        yield return Pairs("DMAX", two, x => Unordered(x) ? null : L(Math.Max(D(x[0]), D(x[1]))), Agreement.Doubles);
        yield return Pairs("DMIN", two, x => Unordered(x) ? null : L(Math.Min(D(x[0]), D(x[1]))), Agreement.Doubles);
        yield return Pairs("DMAD", three, x => L((D(x[0]) * D(x[1])) + D(x[2])), Agreement.Doubles, 1e-15);
        yield return Pairs("DFMA", three, x => L((D(x[0]) * D(x[1])) + D(x[2])), Agreement.Doubles, 1e-15);
        yield return D1("DABS", one, Math.Abs);
        yield return D1("DNEG", one, a => -a);
        yield return Pairs("DSSG", one, x => double.IsNaN(D(x[0])) ? null : L(Math.Sign(D(x[0]))), Agreement.Doubles);
        yield return D1("DRCP", one, a => 1 / a, 1e-15);
        yield return D1("DSQRT", positive, Math.Sqrt, 1e-15);
        yield return D1("DRSQ", positive, a => 1 / Math.Sqrt(a), 1e-14);
        yield return D1("DFRAC", Each(Longs(AllDoubles.Where(double.IsFinite))), a => a - Math.Floor(a));
        yield return D1("DTRUNC", one, Math.Truncate);
        yield return D1("DCEIL", one, Math.Ceiling);
        yield return D1("DFLR", one, Math.Floor);
        yield return D1("DROUND", one, a => Math.Round(a, MidpointRounding.ToEven));
        yield return Compare("DSEQ", two, x => D(x[0]) == D(x[1]));
        yield return Compare("DSNE", two, x => D(x[0]) != D(x[1]));
        yield return Compare("DSLT", two, x => D(x[0]) < D(x[1]));
        yield return Compare("DSGE", two, x => D(x[0]) >= D(x[1]));
        yield return Widen("F2D", Words(AllFloats), x => L(F(x)), Agreement.Doubles);
        yield return Widen("I2D", AllWords, x => L((int)x));
        yield return Widen("U2D", AllWords, x => L(x));
        yield return Narrow("D2F", Longs(AllDoubles), x => W((float)D(x)), Agreement.Floats);
        yield return Narrow("D2I", Longs(AllDoubles), x => D(x) is > -2147483649d and < 2147483648d ? (uint)(int)D(x) : null);
        yield return Narrow("D2U", Longs(AllDoubles), x => D(x) is > -1 and < 4294967296d ? (uint)D(x) : null);
        uint[] exponents = [0, 1, 10, 0xffffffff, 0xffffff9c];
        ulong[][] scaled = [.. Cross(Longs(SmallDoubles), [.. exponents.Select(word => (ulong)word)])];
        yield return Pairs("DLDEXP", scaled, x => L(Math.ScaleB(D(x[0]), (int)x[1])), Agreement.Doubles);
        ulong[][] finite = Each(Longs([0, 1, -1, 0.5, -2.5, 3.25, Math.PI, 1e100, -1e-100]));
        yield return Pairs("DFRACEXP", finite, x => L(Split(D(x[0])).Significand), Agreement.Doubles) with { Text = "DFRACEXP TEMP[5], TEMP[6], TEMP[1]" };
        yield return Pairs("DFRACEXP", finite, x => (uint)Split(D(x[0])).Exponent) with { Text = "DFRACEXP TEMP[6], TEMP[7].xz, TEMP[1]\nMOV TEMP[5].xz, TEMP[7]" };
    }

    private static IEnumerable<OpcodeCase> WideIntegers()
    {
        ulong[][] one = Each(AllLongs);
        ulong[][] two = Cross(AllLongs, AllLongs);
        yield return Pairs("I64ABS", one, x => (long)x[0] < 0 ? 0 - x[0] : x[0]);
        yield return Pairs("I64NEG", one, x => 0 - x[0]);
        yield return Pairs("I64SSG", one, x => (ulong)Math.Sign((long)x[0]));
        yield return Pairs("U64ADD", two, x => x[0] + x[1]);
        yield return Pairs("U64MUL", two, x => x[0] * x[1]);
        yield return Pairs("I64DIV", two, x => x[1] == 0 || (x[0] == 1ul << 63 && x[1] == ulong.MaxValue) ? null : (ulong)((long)x[0] / (long)x[1]));
        yield return Pairs("U64DIV", two, x => x[1] == 0 ? null : x[0] / x[1]);
        yield return Pairs("I64MOD", two, x => (long)x[0] < 0 || (long)x[1] <= 0 ? null : x[0] % x[1]);
        yield return Pairs("U64MOD", two, x => x[1] == 0 ? null : x[0] % x[1]);
        yield return Pairs("I64MIN", two, x => (ulong)Math.Min((long)x[0], (long)x[1]));
        yield return Pairs("I64MAX", two, x => (ulong)Math.Max((long)x[0], (long)x[1]));
        yield return Pairs("U64MIN", two, x => Math.Min(x[0], x[1]));
        yield return Pairs("U64MAX", two, x => Math.Max(x[0], x[1]));
        yield return Pairs("U64SHL", two, x => x[0] << (int)(x[1] & 63));
        yield return Pairs("I64SHR", two, x => (ulong)((long)x[0] >> (int)(x[1] & 63)));
        yield return Pairs("U64SHR", two, x => x[0] >> (int)(x[1] & 63));
        yield return Compare("U64SEQ", two, x => x[0] == x[1]);
        yield return Compare("U64SNE", two, x => x[0] != x[1]);
        yield return Compare("U64SLT", two, x => x[0] < x[1]);
        yield return Compare("U64SGE", two, x => x[0] >= x[1]);
        yield return Compare("I64SLT", two, x => (long)x[0] < (long)x[1]);
        yield return Compare("I64SGE", two, x => (long)x[0] >= (long)x[1]);
        yield return Widen("F2I64", Words([0, 1, -1, 1.5f, -2.5f, 1e10f, -1e15f]), x => (ulong)(long)F(x));
        yield return Widen("F2U64", Words([0, 1, 1.5f, 2.5f, 1e10f, 1e15f]), x => (ulong)F(x));
        yield return Widen("I2I64", AllWords, x => (ulong)(int)x);
        yield return Widen("U2I64", AllWords, x => x);
        yield return Pairs("D2I64", Each(Longs([0, 1, -1, 1.5, -2.5, 1e10, -1e15])), x => (ulong)(long)D(x[0]));
        yield return Pairs("D2U64", Each(Longs([0, 1, 1.5, 2.5, 1e10, 1e15])), x => (ulong)D(x[0]));
        yield return Pairs("I642D", one, x => L((long)x[0]), Agreement.Doubles);
        yield return Pairs("U642D", one, x => L(x[0]), Agreement.Doubles);
        yield return Narrow("I642F", AllLongs, x => W((long)x), Agreement.Floats);
        yield return Narrow("U642F", AllLongs, x => W(x), Agreement.Floats);
    }

    private static double D(ulong bits) => BitConverter.UInt64BitsToDouble(bits);

    private static ulong L(double value) => BitConverter.DoubleToUInt64Bits(value);

    private static bool Unordered(ulong[] operands) => operands.Any(bits => double.IsNaN(D(bits)));

    /// <summary>Significand in [0.5, 1) and exponent; zero gives two zeros.</summary>
    private static (double Significand, int Exponent) Split(double value)
    {
        if (value == 0) return (0, 0);
        int exponent = Math.ILogB(value) + 1;
        return (Math.ScaleB(value, -exponent), exponent);
    }

    private static OpcodeCase D1(string mnemonic, ulong[][] operands, Func<double, double> value, double tolerance = 0)
        => Pairs(mnemonic, operands, x => L(value(D(x[0]))), Agreement.Doubles, tolerance);

    private static OpcodeCase D2(string mnemonic, ulong[][] operands, Func<double, double, double> value, double tolerance = 0)
        => Pairs(mnemonic, operands, x => L(value(D(x[0]), D(x[1]))), Agreement.Doubles, tolerance);

    /// <summary>Lane x answers for the first pair, lane z for the second.</summary>
    private static OpcodeCase Compare(string mnemonic, ulong[][] operands, Func<ulong[], bool> value)
        => Pairs(mnemonic, operands, x => Mask(value(x))) with { Text = OpcodeCase.PlainText(mnemonic, 2, ".xz") };

    /// <summary>Lane x becomes lanes xy, lane y becomes zw.</summary>
    private static OpcodeCase Widen(string mnemonic, uint[] operands, Func<uint, ulong> value, Agreement agreement = Agreement.Bits)
    {
        uint[][] rows = [.. operands.Select((word, i) => (uint[])[word, operands[(i + 1) % operands.Length], 8, 9])];
        uint?[] Expect(uint[] row) => [(uint)value(row[0]), (uint)(value(row[0]) >> 32), (uint)value(row[1]), (uint)(value(row[1]) >> 32)];
        return Whole(mnemonic, rows, Expect, agreement);
    }

    /// <summary>Lanes xy become lane x, lanes zw become y.</summary>
    private static OpcodeCase Narrow(string mnemonic, ulong[] operands, Func<ulong, uint?> value, Agreement agreement = Agreement.Bits)
    {
        OpcodeCase pairs = Pairs(mnemonic, Each(operands), x => x[0]);
        return new OpcodeCase(mnemonic, OpcodeCase.PlainText(mnemonic, 1, ".xy"), 1, pairs.Rows, row => [value(Pair(row, 0)), value(Pair(row, 2)), 0, 0], agreement);
    }
}
