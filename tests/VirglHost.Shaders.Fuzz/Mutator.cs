using System.Globalization;
using System.Text;

namespace VirglHost.Shaders.Fuzz;

/// <summary>Damages one shader's text a few times over, with bytes, tokens and lines. The same random source gives the same text.</summary>
internal sealed class Mutator(SeedCorpus corpus, Random random)
{
    /// <summary>Texts stay below this: the number of cases finds more than their size.</summary>
    private const int MaxText = 1 << 18;

    /// <summary>Ordinary damages per text, at most.</summary>
    private const int MaxDamages = 6;

    /// <summary>One text in so many also gets a bomb: something deep, long or often repeated.</summary>
    private const int BombRarity = 60;

    private static readonly string[] Numbers =
    [
        "0", "1", "-1", "2", "3", "4", "7", "8", "15", "16", "31", "32", "33", "63", "64", "65", "127", "128", "255", "256", "1023", "4095", "4096", "32767", "32768", "65535", "65536",
        "16777216", "2147483647", "2147483648", "-2147483648", "4294967295", "4294967296", "9223372036854775807", "18446744073709551616", "0x0", "0x7fffffff", "0x80000000",
        "0xffffffff", "0x100000000", "0xFFFFFFFFFFFFFFFFF", "1e38", "1e39", "1e-46", "1e309", "-0.0", ".5", "5.", "1e", "1e+", "0x", "00000000000000000000001",
    ];

    private static readonly string[] Fragments =
    [
        "[", "]", ".", ",", "..", "|", "-", "(", ")", "{", "}", ":", "ADDR[0].x", "(1)", "TEMP[0]", "CONST[1]", "CONST[0][0]", "IN[0]", "OUT[0]", "SAMP[0]", "IMM[0]", "BUFFER[0]", "IMAGE[0]",
        "MEMORY[0]", "SVIEW[0]", "SV[0]", "NULL", "END\n", "IF TEMP[0].xxxx\n", "UIF IMM[0].xxxx\n", "ELSE\n", "ENDIF\n", "BGNLOOP\n", "ENDLOOP\n", "BRK\n", "CONT\n", "RET\n", "SWITCH TEMP[0].xxxx\n",
        "CASE IMM[0].xxxx\n", "DEFAULT\n", "ENDSWITCH\n", "_SAT", "_PRECISE", "ARRAY(1)", "[ADDR[0].x+3]", "[ADDR[0].x-3](1)", "[0..3]", "[3..0]", "GENERIC[200]", "CLIPDIST[1]", "COLOR[7]", "\0", "\r",
        "DCL TEMP[0..4095], ARRAY(1)\n", "DCL CONST[0..4095]\n", "DCL IN[0..31], GENERIC[0], PERSPECTIVE\n", "DCL OUT[0..31], GENERIC[0]\n", "DCL SAMP[0..31]\n", "DCL ADDR[0]\n",
        "IMM[0] FLT32 {0x7fc00000, 0xff800000, 0x80000000, 0x00000001}\n",
    ];

    private byte[] _text = [];

    public byte[] Run()
    {
        _text = [.. corpus.Texts[random.Next(corpus.Texts.Count)]];
        // Half of all texts get one damage, a quarter two: little damage reaches deepest.
        int damages = 1;
        while (damages < MaxDamages && random.Next(2) == 0)
            damages++;
        for (int i = 0; i < damages; i++)
        {
            Damage();
            if (_text.Length == 0)
                return _text;
        }
        if (random.Next(BombRarity) == 0)
            Bomb();
        return _text.Length <= MaxText ? _text : _text[..MaxText];
    }

    private void Damage()
    {
        switch (random.Next(24))
        {
            case 0: ReplaceByte(); break;
            case 1: Splice(AnyByte(), random.Next(12), []); break;
            case 2: Splice(AnyByte(), 0, Bytes(Pick(Fragments))); break;
            case 3: ReplaceNumber(); break;
            case 4: ReplaceWord(); break;
            case 5: DeleteToken(); break;
            case 6: DuplicateToken(); break;
            case 7: SwapTokens(); break;
            case 8: DeleteLine(); break;
            case 9: InsertLine(AnyLine(_text)); break;
            case 10: InsertLine(AnyLine(Other())); break;
            case 11: SwapLines(); break;
            case 12: Join(); break;
            case 13: Splice(AnyStatement(), 0, Bytes(Pick(Fragments))); break;
            case 14: NudgeNumber(); break;
            case 15: ReplaceLetters(); break;
            case 16: LengthenList(); break;
            case < 20: ReplaceAlike(corpus.Opcodes); break;
            case < 22: ReplaceAlike(corpus.Places); break;
            default: MoveLine(); break;
        }
    }

    /// <summary>What attacks depth, length or count. A bomb stands where a statement may stand, so that it is read that far.</summary>
    private void Bomb()
    {
        int count = 1 << random.Next(4, 13);
        int closed = random.Next(4) == 0 ? random.Next(count + 2) : count;
        string bomb = random.Next(12) switch
        {
            0 => Repeat("IF TEMP[0].xxxx\n", count) + Repeat("ENDIF\n", closed),
            1 => Repeat("BGNLOOP\n", count) + Repeat("BRK\nENDLOOP\n", closed),
            2 => Repeat("SWITCH TEMP[0].xxxx\nDEFAULT\n", count) + Repeat("BRK\nENDSWITCH\n", closed),
            3 => Repeat("UIF IMM[0].xxxx\nELSE\n", count) + Repeat("ENDIF\n", count),
            4 => Repeat("ADDR[", count),
            5 => Repeat("-", count) + "TEMP[0]",
            6 => new string('A', count * 16),
            7 => new string('9', count * 4),
            8 => Repeat(Encoding.Latin1.GetString(AnyLine(_text)), Math.Min(count, 2048)),
            9 => Repeat("ADD TEMP[0], TEMP[0], TEMP[0]\n", Math.Min(count, 2048)),
            10 => Repeat("SWITCH IMM[0].xxxx\n", 1) + string.Concat(Enumerable.Range(0, Math.Min(count, 512)).Select(_ => "CASE IMM[0].xyzw\n")) + "ENDSWITCH\n",
            _ => Repeat("\u00c3\u00a9\u00ff\u0080", count),
        };
        Splice(random.Next(4) == 0 ? AnyLineStart() : AnyStatement(), 0, Bytes(bomb));
    }

    private void ReplaceByte() => _text[AnyByte()] = (byte)random.Next(256);

    private void ReplaceNumber()
    {
        if (AnyToken(char.IsAsciiDigit) is { } token)
            Splice(token, Bytes(Pick(Numbers)));
    }

    /// <summary>Small changes stay near what is legal: indices one too far, counts one short.</summary>
    private void NudgeNumber()
    {
        if (AnyToken(char.IsAsciiDigit) is not { } token || !long.TryParse(_text.AsSpan()[token], NumberStyles.None, CultureInfo.InvariantCulture, out long value))
            return;
        Splice(token, Bytes((value + random.Next(-2, 3)).ToString(CultureInfo.InvariantCulture)));
    }

    private void LengthenList()
    {
        if (AnyToken(char.IsAsciiDigit) is not { } token)
            return;
        int count = random.Next(1, 5);
        for (int i = 0; i < count; i++)
            Splice(token.End.Value, 0, Bytes(", " + Pick(Numbers)));
    }

    private void ReplaceWord()
    {
        if (AnyToken(char.IsAsciiLetter) is { } token)
            Splice(token, Bytes(corpus.Words[random.Next(corpus.Words.Count)]));
    }

    /// <summary>An opcode for an opcode, or a register, semantic, target or type for another: the text stays well formed and means something else.</summary>
    private void ReplaceAlike(IReadOnlyList<string> kind)
    {
        for (int tries = 0; tries < 20; tries++)
        {
            if (AnyToken(char.IsAsciiLetter) is { } token && kind.Contains(Encoding.Latin1.GetString(_text[token])))
            {
                Splice(token, Bytes(kind[random.Next(kind.Count)]));
                return;
            }
        }
    }

    /// <summary>Another mask or swizzle.</summary>
    private void ReplaceLetters()
    {
        for (int tries = 0; tries < 20; tries++)
        {
            if (AnyToken(c => c is >= 'w' and <= 'z') is not { } token)
                continue;
            byte[] letters = _text[token];
            for (int i = 0; i < letters.Length; i++)
                letters[i] = "xyzw"u8[random.Next(4)];
            Splice(token, letters);
            return;
        }
    }

    private void DeleteToken()
    {
        if (AnyToken(_ => true) is { } token)
            Splice(token, []);
    }

    private void DuplicateToken()
    {
        if (AnyToken(_ => true) is { } token)
            Splice(token.Start.Value, 0, [.. _text[token], (byte)' ']);
    }

    private void SwapTokens()
    {
        if (AnyToken(_ => true) is not { } one || AnyToken(_ => true) is not { } two || one.Equals(two))
            return;
        (Range first, Range second) = one.Start.Value < two.Start.Value ? (one, two) : (two, one);
        byte[] early = _text[first];
        byte[] late = _text[second];
        Splice(second, early);
        Splice(first, late);
    }

    private void DeleteLine()
    {
        int start = AnyLineStart();
        Splice(start, LineLength(_text, start), []);
    }

    private void InsertLine(byte[] line) => Splice(AnyLineStart(), 0, line);

    private void MoveLine()
    {
        int start = AnyLineStart();
        byte[] line = _text[start..(start + LineLength(_text, start))];
        Splice(start, line.Length, []);
        if (_text.Length > 0)
            InsertLine(line);
    }

    private void SwapLines()
    {
        int one = AnyLineStart();
        int two = AnyLineStart();
        if (one == two)
            return;
        (int first, int second) = one < two ? (one, two) : (two, one);
        byte[] early = _text[first..(first + LineLength(_text, first))];
        byte[] late = _text[second..(second + LineLength(_text, second))];
        Splice(second, late.Length, early);
        Splice(first, early.Length, late);
    }

    /// <summary>The head of this shader and the tail of another one.</summary>
    private void Join()
    {
        byte[] other = Other();
        int cut = LineStart(other, random.Next(other.Length));
        _text = [.. _text[..AnyLineStart()], .. other[cut..]];
    }

    private byte[] Other() => corpus.Texts[random.Next(corpus.Texts.Count)];

    private int AnyByte() => random.Next(_text.Length);

    private int AnyLineStart() => LineStart(_text, AnyByte());

    /// <summary>Start of a line that begins with a number, as instructions do; any line where twenty tries find none.</summary>
    private int AnyStatement()
    {
        for (int tries = 0; tries < 20; tries++)
        {
            int start = AnyLineStart();
            ReadOnlySpan<byte> line = _text.AsSpan(start).TrimStart((byte)' ');
            if (line.Length > 0 && char.IsAsciiDigit((char)line[0]))
                return start;
        }
        return AnyLineStart();
    }

    private byte[] AnyLine(byte[] text)
    {
        int start = LineStart(text, random.Next(text.Length));
        return text[start..(start + LineLength(text, start))];
    }

    private Range? AnyToken(Func<char, bool> isWanted)
    {
        List<Range> tokens = TokenCutter.Cut(_text);
        for (int tries = 0; tries < 20 && tokens.Count > 0; tries++)
        {
            Range token = tokens[random.Next(tokens.Count)];
            if (isWanted((char)_text[token.Start.Value]))
                return token;
        }
        return null;
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private void Splice(Range range, byte[] insertion) => Splice(range.Start.Value, range.End.Value - range.Start.Value, insertion);

    private void Splice(int at, int deleted, byte[] insertion)
    {
        if (_text.Length + insertion.Length > MaxText)
            return;
        int end = Math.Min(at + deleted, _text.Length);
        _text = [.. _text.AsSpan(0, at), .. insertion, .. _text.AsSpan(end)];
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, Math.Min(count, (MaxText / text.Length) + 1)).ToString();

    private static int LineStart(byte[] text, int at) => text.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;

    private static int LineLength(byte[] text, int start)
    {
        int length = text.AsSpan(start).IndexOf((byte)'\n');
        return length < 0 ? text.Length - start : length + 1;
    }
}
