namespace VirglHost.Rendering.Tests.Corpus;

/// <content>Float arithmetic, and opcodes that mix the lanes of float vectors.</content>
internal static partial class OpcodeCases
{
    private const double Transcendental = 2e-5;

    private static IEnumerable<OpcodeCase> Floats()
    {
        uint[][] one = Each(Words(AllFloats));
        uint[][] two = Cross(Words(AllFloats), Words(AllFloats));
        uint[][] small = Cross(Words(SmallFloats), Words(SmallFloats));
        uint[][] three = Cross(Words(SmallFloats), Words(SmallFloats), Words(SmallFloats));
        yield return Lanes("MOV", Each<uint>([.. AllWords, .. Words(AllFloats), 0x7fc12345, 0x7f812345, 0xffc00001, 1, 0x807fffff]), x => x[0]);
        yield return F2("ADD", two, (a, b) => a + b);
        yield return F2("SUB", two, (a, b) => a - b);
        yield return F2("MUL", two, (a, b) => a * b);
        yield return F2("DIV", two, (a, b) => a / b, 1e-7);
        yield return F3("MAD", three, (a, b, c) => (a * b) + c);
        yield return F3("FMA", three, (a, b, c) => (a * b) + c);
        yield return F3("LRP", three, (a, b, c) => (a * b) + ((1 - a) * c), 1e-6);
        yield return Lanes("MIN", two, x => Unordered(x) ? null : W(Math.Min(F(x[0]), F(x[1]))), Agreement.Floats);
        yield return Lanes("MAX", two, x => Unordered(x) ? null : W(Math.Max(F(x[0]), F(x[1]))), Agreement.Floats);
        yield return F1("ABS", one, Math.Abs);
        yield return F1("FLR", one, MathF.Floor);
        yield return F1("CEIL", one, MathF.Ceiling);
        yield return F1("TRUNC", one, MathF.Truncate);
        yield return F1("FRC", Each(Words(AllFloats.Where(float.IsFinite))), a => a - MathF.Floor(a));
        yield return F1("ROUND", one, a => MathF.Round(a, MidpointRounding.ToEven));
        yield return Lanes("SSG", one, x => float.IsNaN(F(x[0])) ? null : W(Math.Sign(F(x[0]))), Agreement.Floats);
        yield return Lanes("CMP", Cross(Words(AllFloats), AllWords, AllWords), x => F(x[0]) < 0 ? x[1] : x[2]);
        yield return F2("SEQ", two, (a, b) => a == b ? 1 : 0);
        yield return F2("SNE", two, (a, b) => a != b ? 1 : 0);
        yield return F2("SLT", two, (a, b) => a < b ? 1 : 0);
        yield return F2("SLE", two, (a, b) => a <= b ? 1 : 0);
        yield return F2("SGT", two, (a, b) => a > b ? 1 : 0);
        yield return F2("SGE", two, (a, b) => a >= b ? 1 : 0);
        yield return Lanes("FSEQ", two, x => Mask(F(x[0]) == F(x[1])));
        yield return Lanes("FSNE", two, x => Mask(F(x[0]) != F(x[1])));
        yield return Lanes("FSLT", two, x => Mask(F(x[0]) < F(x[1])));
        yield return Lanes("FSGE", two, x => Mask(F(x[0]) >= F(x[1])));
        float[] positive = [1e-10f, 0.25f, 0.5f, 1, 1.5f, 2, 3.25f, 100.75f, 16777216, 1e10f];
        yield return S1("RCP", AllFloats, a => 1 / a, 1e-6);
        yield return S1("RSQ", positive, a => 1 / MathF.Sqrt(a), 1e-6);
        yield return S1("SQRT", [.. positive, 0, float.PositiveInfinity], MathF.Sqrt, 1e-7);
        yield return S1("EX2", [0, -0f, 1, -1, 0.5f, -0.5f, 3.25f, -7, 12, 20.5f], a => MathF.Pow(2, a), Transcendental);
        yield return S1("LG2", positive, MathF.Log2, Transcendental);
        yield return S1("SIN", SmallFloats, MathF.Sin, Transcendental);
        yield return S1("COS", SmallFloats, MathF.Cos, Transcendental);
        yield return One("POW", Cross(Words(positive[1..8]), Words([0, 1, -1, 0.5f, 2, 2.5f])), x => W(MathF.Pow(F(x[0]), F(x[1]))), tolerance: 1e-4);
        yield return Lanes("LDEXP", Cross(Words(SmallFloats), (uint[])[0, 1, 5, 20, 0xffffffff, 0xfffffffa]), x => W(MathF.ScaleB(F(x[0]), (int)x[1])), Agreement.Floats);
    }

    private static IEnumerable<OpcodeCase> Vectors()
    {
        float[][] vectors = [[1, 2, 3, 4], [-0.5f, 0.25f, 8, -1], [0, 0, 0, 0], [2.5f, -3, 1.5f, 0.5f], [3.25f, 0.5f, -7, 2]];
        uint[][] one = [.. vectors.Select(Words)];
        uint[][] two = [.. vectors.SelectMany(a => vectors.Select(b => (uint[])[.. Words(a), .. Words(b)]))];
        yield return Mixed("DP2", two, (a, b) => Four((a[0] * b[0]) + (a[1] * b[1])));
        yield return Mixed("DP3", two, (a, b) => Four((a[0] * b[0]) + (a[1] * b[1]) + (a[2] * b[2])));
        yield return Mixed("DP4", two, (a, b) => Four((a[0] * b[0]) + (a[1] * b[1]) + (a[2] * b[2]) + (a[3] * b[3])));
        yield return Mixed("DPH", two, (a, b) => Four((a[0] * b[0]) + (a[1] * b[1]) + (a[2] * b[2]) + b[3]));
        yield return Mixed("XPD", two, (a, b) => [(a[1] * b[2]) - (a[2] * b[1]), (a[2] * b[0]) - (a[0] * b[2]), (a[0] * b[1]) - (a[1] * b[0]), 1], "xyz");
        yield return Mixed("DST", two, (a, b) => [1, a[1] * b[1], a[2], b[3]]);
        yield return Mixed("LIT", one, (a, _) => [1, Math.Max(a[0], 0), a[0] > 0 ? MathF.Pow(Math.Max(a[1], 0), Math.Clamp(a[3], -128, 128)) : 0, 1]);
        yield return Mixed("EXP", one, (a, _) => [MathF.Pow(2, MathF.Floor(a[0])), a[0] - MathF.Floor(a[0]), MathF.Pow(2, a[0]), 1]);
        yield return Mixed("LOG", [.. one.Where(row => row[0] != 0)], (a, _) => Logarithm(Math.Abs(a[0])));
        yield return Mixed("SCS", one, (a, _) => [MathF.Cos(a[0]), MathF.Sin(a[0]), 0, 1]);
    }

    private static float[] Logarithm(float x)
    {
        float floor = MathF.Floor(MathF.Log2(x));
        return [floor, x / MathF.Pow(2, floor), MathF.Log2(x), 1];
    }

    private static bool Unordered(uint[] operands) => operands.Any(word => float.IsNaN(F(word)));

    private static uint Mask(bool condition) => condition ? uint.MaxValue : 0;

    private static float[] Four(float value) => [value, value, value, value];

    private static OpcodeCase F1(string mnemonic, uint[][] operands, Func<float, float> value, double tolerance = 0)
        => Lanes(mnemonic, operands, x => W(value(F(x[0]))), Agreement.Floats, tolerance);

    private static OpcodeCase F2(string mnemonic, uint[][] operands, Func<float, float, float> value, double tolerance = 0)
        => Lanes(mnemonic, operands, x => W(value(F(x[0]), F(x[1]))), Agreement.Floats, tolerance);

    private static OpcodeCase F3(string mnemonic, uint[][] operands, Func<float, float, float, float> value, double tolerance = 0)
        => Lanes(mnemonic, operands, x => W(value(F(x[0]), F(x[1]), F(x[2]))), Agreement.Floats, tolerance);

    private static OpcodeCase S1(string mnemonic, float[] operands, Func<float, float> value, double tolerance)
        => One(mnemonic, Each(Words(operands)), x => W(value(F(x[0]))), tolerance: tolerance);

    private static OpcodeCase Mixed(string mnemonic, uint[][] rows, Func<float[], float[], float[]> value, string lanes = "xyzw")
    {
        uint?[] Expect(uint[] row)
        {
            float[] all = [.. row.Select(F)];
            float[] result = value(all[..4], all.Length > 4 ? all[4..] : all);
            return [.. result.Select((lane, i) => "xyzw"[i] is var name && lanes.Contains(name, StringComparison.Ordinal) ? W(lane) : (uint?)null)];
        }

        return Whole(mnemonic, rows, Expect, Agreement.Floats, Transcendental);
    }
}
