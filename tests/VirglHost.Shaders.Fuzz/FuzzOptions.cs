using System.Globalization;

namespace VirglHost.Shaders.Fuzz;

/// <summary>What the command line asked for.</summary>
internal sealed record FuzzOptions
{
    public const string Usage =
        """
        usage: tests/fuzz.sh [--cases N] [--seed S] [--first I] [--keep DIR] [--show I]
          --cases N   cases to run; 100000 unless told
          --seed S    another S, other cases; 1 unless told
          --first I   number of the first case; 0 unless told
          --keep DIR  write one accepted shader in a hundred to DIR, for `virglhost translate --check DIR`
          --show I    run only case I of this seed, and print its text and what becomes of it
        Ends with 0 when nothing was found, 1 with findings (their texts are in artifacts/fuzz), 64 on wrong usage.
        """;

    public long Cases { get; private init; } = 100_000;

    public int Seed { get; private init; } = 1;

    public long First { get; private init; }

    public string? KeepFolder { get; private init; }

    public long? Show { get; private init; }

    /// <summary>Set in the process that runs cases: the file that says which one it is at.</summary>
    public string? StateFile { get; private init; }

    /// <summary>Null when the arguments are wrong.</summary>
    public static FuzzOptions? Parse(string[] arguments)
    {
        FuzzOptions options = new();
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length)
                return null;
            string value = arguments[i + 1];
            bool isNumber = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number);
            FuzzOptions? next = arguments[i] switch
            {
                "--cases" when isNumber => options with { Cases = number },
                "--seed" when isNumber && number <= int.MaxValue => options with { Seed = (int)number },
                "--first" when isNumber => options with { First = number },
                "--show" when isNumber => options with { Show = number },
                "--keep" => options with { KeepFolder = value },
                "--state" => options with { StateFile = value },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }
        return options;
    }
}
