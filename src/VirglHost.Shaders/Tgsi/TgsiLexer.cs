namespace VirglHost.Shaders.Tgsi;

/// <summary>Cuts ASCII text into tokens, one byte forward at a time. Words compare without regard to case.</summary>
internal ref struct TgsiLexer
{
    private readonly ReadOnlySpan<byte> _text;
    private int _position;

    public TgsiLexer(ReadOnlySpan<byte> text)
    {
        _text = text;
        _position = 0;
        Current = default;
        Advance();
    }

    /// <summary>The token not yet consumed.</summary>
    public TgsiToken Current { get; private set; }

    /// <summary>Bytes of the current token.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _text.Slice(Current.Start, Current.Length);

    public readonly bool IsPunctuation(char c)
        => Current.Kind == TgsiTokenKind.Punctuation && _text[Current.Start] == (byte)c;

    public readonly bool IsWord(ReadOnlySpan<byte> upperCaseWord)
        => Current.Kind == TgsiTokenKind.Word && System.Text.Ascii.EqualsIgnoreCase(Bytes, upperCaseWord);

    /// <summary>The current word in upper case; empty when the token is no word.</summary>
    public readonly string Word()
    {
        if (Current.Kind != TgsiTokenKind.Word) return string.Empty;
        Span<char> upper = stackalloc char[MaxWordLength];
        ReadOnlySpan<byte> bytes = Bytes;
        if (bytes.Length > MaxWordLength) return string.Empty;
        for (int i = 0; i < bytes.Length; i++) upper[i] = char.ToUpperInvariant((char)bytes[i]);
        return TgsiWordCache.Get(upper[..bytes.Length]);
    }

    public void Advance()
    {
        while (_position < _text.Length && IsSpace(_text[_position])) _position++;
        int start = _position;
        if (start == _text.Length)
        {
            Current = new TgsiToken(TgsiTokenKind.End, start, 0);
            return;
        }

        byte first = _text[start];
        if (IsWordByte(first))
        {
            TgsiTokenKind kind = IsDigit(first) ? SkipNumberOrWord() : SkipWord();
            Current = new TgsiToken(kind, start, _position - start);
            return;
        }

        bool isRange = first == '.' && start + 1 < _text.Length && _text[start + 1] == '.';
        bool isFraction = first == '.' && start + 1 < _text.Length && IsDigit(_text[start + 1]);
        if (isFraction) SkipFloat();
        else _position += isRange ? 2 : 1;
        TgsiTokenKind other = isRange ? TgsiTokenKind.Range : isFraction ? TgsiTokenKind.Number : TgsiTokenKind.Punctuation;
        Current = new TgsiToken(other, start, _position - start);
    }

    private const int MaxWordLength = 64;

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static bool IsWordByte(byte b) => IsDigit(b) || b == '_' || (b | 0x20) is >= 'a' and <= 'z';

    private TgsiTokenKind SkipWord()
    {
        while (_position < _text.Length && IsWordByte(_text[_position])) _position++;
        return TgsiTokenKind.Word;
    }

    private TgsiTokenKind SkipNumberOrWord()
    {
        int start = _position;
        while (_position < _text.Length && IsDigit(_text[_position])) _position++;
        if (_position == _text.Length) return TgsiTokenKind.Number;
        byte next = _text[_position];
        bool isHex = (next | 0x20) == 'x' && _position == start + 1 && _text[start] == '0';
        bool isExponent = (next | 0x20) == 'e' && _position + 1 < _text.Length
            && (IsDigit(_text[_position + 1]) || _text[_position + 1] is (byte)'+' or (byte)'-');
        if (isHex)
        {
            SkipWord();
            return TgsiTokenKind.Number;
        }

        bool isFloat = isExponent || (next == '.' && _position + 1 < _text.Length && IsDigit(_text[_position + 1]));
        if (isFloat)
        {
            SkipFloat();
            return TgsiTokenKind.Number;
        }

        return IsWordByte(next) ? SkipWord() : TgsiTokenKind.Number;
    }

    private void SkipFloat()
    {
        if (_text[_position] == '.') _position++;
        while (_position < _text.Length && IsDigit(_text[_position])) _position++;
        if (_position == _text.Length || (_text[_position] | 0x20) != 'e') return;
        _position++;
        if (_position < _text.Length && _text[_position] is (byte)'+' or (byte)'-') _position++;
        while (_position < _text.Length && IsDigit(_text[_position])) _position++;
    }
}
