namespace VirglHost.Shaders.Tgsi;

/// <summary>One string for each word that texts are made of, so that reading a text makes none. Filled once; never by a guest's words.</summary>
internal static class TgsiWordCache
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        new HashSet<string>(All(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word as a string: the one known string, or a new one for a word that is not in the language.</summary>
    public static string Get(ReadOnlySpan<char> upperCaseWord) => Known.TryGetValue(upperCaseWord, out string? known) ? known : new string(upperCaseWord);

    private static IEnumerable<string> All() =>
    [
        .. TgsiOpcodeTable.Rows.Select(row => row.Mnemonic), .. TgsiWordTable.Stages.Keys, .. TgsiWordTable.Files.Keys, .. TgsiWordTable.Semantics.Keys,
        .. TgsiWordTable.Targets.Keys, .. TgsiWordTable.Interpolations.Keys, .. TgsiWordTable.Locations.Keys, .. TgsiWordTable.ReturnKinds.Keys,
        "DCL", "IMM", "PROPERTY", "FLT32", "INT32", "UINT32", "FLT64", "ARRAY", "NULL", .. Lanes(1), .. Lanes(2), .. Lanes(3), .. Lanes(4),
    ];

    /// <summary>Every mask and swizzle of a length.</summary>
    private static IEnumerable<string> Lanes(int count) => count == 0 ? [""] : Lanes(count - 1).SelectMany(_ => "XYZW", (rest, lane) => rest + lane);
}
