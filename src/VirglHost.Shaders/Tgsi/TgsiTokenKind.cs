namespace VirglHost.Shaders.Tgsi;

/// <summary>Lexical classes of TGSI text.</summary>
internal enum TgsiTokenKind : byte
{
    End,

    /// <summary>Letters, digits and underscores; may start with digits (<c>2D_ARRAY</c>).</summary>
    Word,

    /// <summary>Unsigned decimal, hexadecimal or floating point.</summary>
    Number,

    /// <summary>One of <c>[ ] ( ) { } , : . - + | </c></summary>
    Punctuation,

    /// <summary><c>..</c></summary>
    Range,
}
