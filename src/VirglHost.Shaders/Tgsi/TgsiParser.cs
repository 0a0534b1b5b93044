using System.Globalization;

namespace VirglHost.Shaders.Tgsi;

/// <summary>
/// Reads one shader text into a <see cref="TgsiShader"/>, in one pass and without recursion. Refuses with <see cref="TgsiRefusal"/>.
/// Declarations and instructions are read by the other parts of this type.
/// </summary>
internal ref partial struct TgsiParser
{
    private const int MaxImmediates = 16384;
    private const int MaxRegisterIndex = 32767;
    private TgsiLexer _lexer;
    private TgsiShader _shader;

    private TgsiParser(ReadOnlySpan<byte> text)
    {
        _lexer = new TgsiLexer(text);
        _shader = null!;
    }

    public static TgsiShader Parse(ReadOnlySpan<byte> text, ShaderStage expectedStage)
    {
        var parser = new TgsiParser(text);
        return parser.ParseShader(expectedStage);
    }

    private TgsiShader ParseShader(ShaderStage expectedStage)
    {
        if (!TgsiWordTable.Stages.TryGetValue(_lexer.Word(), out ShaderStage stage)) throw Refuse("expected a processor name");
        if (stage != expectedStage) throw Refuse($"a {_lexer.Word()} shader cannot be used as {expectedStage} stage");
        _lexer.Advance();
        _shader = new TgsiShader(stage);
        bool hasEnd = false;
        while (_lexer.Current.Kind != TgsiTokenKind.End)
        {
            if (_lexer.IsWord("DCL"u8)) ParseDeclaration();
            else if (_lexer.IsWord("IMM"u8)) ParseImmediate();
            else if (_lexer.IsWord("PROPERTY"u8)) ParseProperty();
            else hasEnd |= ParseInstruction();
        }

        if (!hasEnd) throw Refuse("the shader has no END");
        return _shader;
    }

    private void ParseProperty()
    {
        _lexer.Advance();
        string name = _lexer.Word();
        if (name.Length == 0) throw Refuse("expected a property name");
        _lexer.Advance();
        uint value = ParsePropertyValue();
        while (TryTake(',')) _ = ParsePropertyValue();
        _shader.Properties[name] = value;
    }

    private uint ParsePropertyValue()
    {
        if (TgsiWordTable.PropertyValues.TryGetValue(_lexer.Word(), out uint named)
            || TgsiWordTable.Stages.ContainsKey(_lexer.Word()))
        {
            _lexer.Advance();
            return named;
        }

        return _lexer.Current.Kind == TgsiTokenKind.Number ? ParseUnsigned() : throw Refuse("expected a property value");
    }

    private void ParseImmediate()
    {
        RequireBeforeInstructions("an immediate");
        _lexer.Advance();
        if (TryTake('['))
        {
            if (ParseUnsigned() != _shader.Immediates.Count) throw Refuse("immediates must be numbered in order");
            Require(']');
        }

        string type = _lexer.Word();
        if (type is not ("FLT32" or "INT32" or "UINT32" or "FLT64")) throw Refuse("expected an immediate type FLT32, INT32, UINT32 or FLT64");
        if (_shader.Immediates.Count == MaxImmediates) throw Refuse($"more than {MaxImmediates} immediates");
        _lexer.Advance();
        Require('{');
        Span<uint> words = stackalloc uint[4];
        words.Clear();
        int count = 0;
        do
        {
            if (count >= 4) throw Refuse("an immediate holds four words");
            if (type == "FLT64") count = ParseDoubleWords(words, count);
            else words[count++] = type == "FLT32" ? ParseFloatBits() : ParseIntegerBits();
        }
        while (TryTake(','));
        Require('}');
        _shader.Immediates.Add(new TgsiImmediate(words[0], words[1], words[2], words[3]));
    }

    private int ParseDoubleWords(scoped Span<uint> words, int count)
    {
        if (_lexer.Current.Kind == TgsiTokenKind.Number && IsHex(_lexer.Bytes) && _lexer.Bytes.Length <= 10)
        {
            words[count] = ParseUnsigned();
            return count + 1;
        }

        if (count > 2) throw Refuse("a double does not fit the immediate");
        ulong bits = (ulong)BitConverter.DoubleToInt64Bits(ParseDecimal());
        words[count] = (uint)bits;
        words[count + 1] = (uint)(bits >> 32);
        return count + 2;
    }

    private uint ParseFloatBits()
    {
        bool isHex = _lexer.Current.Kind == TgsiTokenKind.Number && IsHex(_lexer.Bytes);
        return isHex ? ParseUnsigned() : BitConverter.SingleToUInt32Bits((float)ParseDecimal());
    }

    private uint ParseIntegerBits()
    {
        bool isNegative = TryTakeSign();
        uint value = ParseUnsigned();
        return isNegative ? 0u - value : value;
    }

    private double ParseDecimal()
    {
        bool isNegative = TryTakeSign();
        if (_lexer.Current.Kind != TgsiTokenKind.Number || IsHex(_lexer.Bytes)) throw Refuse("expected a number");
        if (!double.TryParse(_lexer.Bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) throw Refuse("malformed number");
        _lexer.Advance();
        return isNegative ? -value : value;
    }

    private uint ParseUnsigned()
    {
        if (_lexer.Current.Kind != TgsiTokenKind.Number) throw Refuse("expected a number");
        ReadOnlySpan<byte> digits = _lexer.Bytes;
        uint value;
        bool isValid = IsHex(digits)
            ? uint.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            : uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (!isValid) throw Refuse("malformed or oversized number");
        _lexer.Advance();
        return value;
    }

    private int ParseIndexNumber()
    {
        bool isNegative = TryTakeSign();
        uint value = ParseUnsigned();
        if (value > MaxRegisterIndex) throw Refuse($"index above {MaxRegisterIndex}");
        return isNegative ? -(int)value : (int)value;
    }

    private static bool IsHex(ReadOnlySpan<byte> number) => number.Length > 2 && number[0] == '0' && (number[1] | 0x20) == 'x';

    private bool TryTakeSign()
    {
        if (TryTake('-')) return true;
        _ = TryTake('+');
        return false;
    }

    private bool TryTake(char punctuation)
    {
        if (!_lexer.IsPunctuation(punctuation)) return false;
        _lexer.Advance();
        return true;
    }

    private void Require(char punctuation)
    {
        if (!TryTake(punctuation)) throw Refuse($"expected '{punctuation}'");
    }

    private readonly void RequireBeforeInstructions(string what)
    {
        if (_shader.Instructions.Count != 0) throw Refuse($"{what} after the first instruction");
    }

    private readonly TgsiRefusal Refuse(string message) => new(_lexer.Current.Start, message);
}
