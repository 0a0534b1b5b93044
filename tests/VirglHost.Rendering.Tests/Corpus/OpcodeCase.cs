using System.Globalization;

namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>How near a result has to be to the expected words.</summary>
internal enum Agreement
{
    /// <summary>The same bits.</summary>
    Bits,

    /// <summary>The same floats: zeros of either sign and NaNs of any payload agree.</summary>
    Floats,

    /// <summary>The same doubles, as <see cref="Floats"/>.</summary>
    Doubles,
}

/// <summary>
/// One opcode run on many operands: TEMP[1] to TEMP[3] hold one row's vectors, the text leaves its result in TEMP[5] (zero before it).
/// </summary>
/// <param name="Mnemonic">The opcode.</param>
/// <param name="Text">The instructions.</param>
/// <param name="Sources">Vectors per row.</param>
/// <param name="Rows">Operands: four words per source.</param>
/// <param name="Expected">The four words of a row's result; null where TGSI leaves it open.</param>
/// <param name="Agreement">How they are compared.</param>
/// <param name="Tolerance">Largest difference, relative above 1 and absolute below; 0 for none.</param>
internal sealed record OpcodeCase(
    string Mnemonic, string Text, int Sources, IReadOnlyList<uint[]> Rows, Func<uint[], uint?[]> Expected, Agreement Agreement = Agreement.Bits,
    double Tolerance = 0)
{
    /// <summary>The ordinary form: opcode, whole destination, plain sources.</summary>
    public static string PlainText(string mnemonic, int sources, string mask = "")
        => $"{mnemonic} TEMP[5]{mask}, {string.Join(", ", Enumerable.Range(1, sources).Select(i => string.Create(CultureInfo.InvariantCulture, $"TEMP[{i}]")))}";

    /// <summary>What is wrong with a row's result; null where nothing is.</summary>
    public string? Complain(uint[] row, ReadOnlySpan<uint> actual)
    {
        uint?[] expected = Expected(row);
        bool isRight = true;
        if (Agreement == Agreement.Doubles)
        {
            for (int pair = 0; pair < 2; pair++)
            {
                if (expected[pair * 2] is not { } low || expected[(pair * 2) + 1] is not { } high) continue;
                isRight &= IsNear(ToDouble(low, high), ToDouble(actual[pair * 2], actual[(pair * 2) + 1]));
            }
        }
        else
        {
            for (int lane = 0; lane < 4; lane++)
            {
                if (expected[lane] is not { } word) continue;
                isRight &= word == actual[lane]
                    || (Agreement == Agreement.Floats && IsNear(BitConverter.UInt32BitsToSingle(word), BitConverter.UInt32BitsToSingle(actual[lane])));
            }
        }

        return isRight ? null : $"{Text} of {Words(row)} gave {Words(actual.ToArray())}, not {string.Join(' ', expected.Select(word => word is { } w ? $"{w:x8}" : "any"))}";
    }

    public static double ToDouble(uint low, uint high) => BitConverter.UInt64BitsToDouble(low | ((ulong)high << 32));

    private static string Words(uint[] words) => string.Join(' ', words.Select(word => $"{word:x8}"));

    private bool IsNear(double expected, double actual) => expected == actual || (double.IsNaN(expected) && double.IsNaN(actual))
        || Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected));
}
