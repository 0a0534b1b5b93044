using System.Globalization;
using System.Text;

namespace VirglHost.CommandStream;

/// <summary>Numbers of the wire as the protocol spells them, without the prefix of their kind: TRIANGLE_STRIP, B8G8R8A8_UNORM, SRC_ALPHA.</summary>
public static class ProtocolName
{
    /// <summary>The value's name; of flags, the names of its bits; of what has no name, the number.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        if (Enum.IsDefined(value))
            return Spell(typeof(T), value.ToString());
        ulong bits = Convert.ToUInt64(value, CultureInfo.InvariantCulture);
        return typeof(T).IsDefined(typeof(FlagsAttribute), false) ? OfBits<T>(bits) : bits.ToString(CultureInfo.InvariantCulture);
    }

    private static string OfBits<T>(ulong bits)
        where T : struct, Enum
    {
        StringBuilder text = new();
        foreach (T known in Enum.GetValues<T>())
        {
            ulong bit = Convert.ToUInt64(known, CultureInfo.InvariantCulture);
            if (!ulong.IsPow2(bit) || (bits & bit) == 0)
                continue;
            text.Append(text.Length == 0 ? "" : " | ").Append(Spell(typeof(T), known.ToString()));
            bits &= ~bit;
        }

        if (bits != 0)
            text.Append(text.Length == 0 ? "" : " | ").Append(CultureInfo.InvariantCulture, $"0x{bits:x}");
        return text.ToString();
    }

    private static string Spell(Type type, string member) => ProtocolNameTable.Find(type, member) ?? ToUpperSnake(Join(member));

    /// <summary>Names of video formats have words between numbers, where ours need a letter.</summary>
    private static string Join(string member) => member.Replace("With", "_", StringComparison.Ordinal).Replace("At4", "_4", StringComparison.Ordinal);

    /// <summary>A word begins at a capital that a small letter follows, and at a capital behind a small letter.</summary>
    private static string ToUpperSnake(string member)
    {
        StringBuilder name = new(member.Length + 8);
        for (int i = 0; i < member.Length; i++)
        {
            bool begins = i > 0 && char.IsAsciiLetterUpper(member[i]) &&
                (char.IsAsciiLetterLower(member[i - 1]) || (i + 1 < member.Length && char.IsAsciiLetterLower(member[i + 1])));
            if (begins)
                name.Append('_');
            name.Append(char.ToUpperInvariant(member[i]));
        }

        return name.ToString();
    }
}
