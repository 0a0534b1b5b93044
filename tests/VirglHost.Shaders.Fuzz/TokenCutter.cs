namespace VirglHost.Shaders.Fuzz;

/// <summary>Cuts any bytes into runs of letters, runs of digits, and single other bytes; white space falls away. Knows nothing of the language.</summary>
internal static class TokenCutter
{
    public static List<Range> Cut(ReadOnlySpan<byte> text)
    {
        List<Range> tokens = [];
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            bool isDigit = char.IsAsciiDigit((char)text[at]);
            bool isWord = !isDigit && IsWordByte(text[at]);
            do
                at++;
            while (at < text.Length && ((isDigit && char.IsAsciiDigit((char)text[at])) || (isWord && IsWordByte(text[at]))));
            if (!char.IsWhiteSpace((char)text[start]))
                tokens.Add(start..at);
        }
        return tokens;
    }

    private static bool IsWordByte(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == '_';
}
