using System.Globalization;

namespace VirglHost.Daemon.Inspect;

/// <summary>Draws from one to another, both included, counted from 1.</summary>
internal readonly record struct DrawRange(long First, long Last)
{
    /// <summary>Every draw.</summary>
    public static DrawRange All => new(1, long.MaxValue);

    /// <summary>Reads FROM..TO, FROM.., ..TO or one number.</summary>
    public static bool TryParse(string text, out DrawRange range)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        string first = dots < 0 ? text : text[..dots], last = dots < 0 ? text : text[(dots + 2)..];
        range = All;
        if (text == ".." || !TryNumber(first, 1, out long from) || !TryNumber(last, long.MaxValue, out long to) || from < 1 || to < from)
            return false;
        range = new DrawRange(from, to);
        return true;
    }

    private static bool TryNumber(string text, long empty, out long number)
    {
        number = empty;
        return text.Length == 0 || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
