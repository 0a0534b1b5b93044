using System.CommandLine;
using System.Globalization;

namespace VirglHost.Daemon.Pictures;

/// <summary>The command line of `virglhost compare`.</summary>
internal sealed class CompareCommand
{
    private const string Summary =
        """
        Compare two PNG pictures, or with --blank say whether one has a single colour. One line on stdout tells the distance.
        Exit codes: 0 alike (or blank), 1 different (or not blank), 64 wrong usage, 65 no PNG, 66 no such file, 73 the difference cannot be written.
        """;

    private readonly Argument<string[]> _files = new("PNG") { Arity = new ArgumentArity(1, 2), Description = "The picture that is right and the one to look at; with --blank only one." };
    private readonly Option<bool> _blank = new("--blank") { Description = "Ask whether all pixels of one picture have the same colour." };
    private readonly Option<Given<int>?> _tolerance = CommandLine.Number("--tolerance", "N", "Channels up to N of 255 apart count as equal; 0 unless told.", 0, 255);
    private readonly Option<Given<double>?> _maxDiffering = Fraction("--max-differing", "PERCENT", "How many of the pixels may differ; 0 unless told.", 100);
    private readonly Option<Given<double>?> _maxMean = Fraction("--max-mean", "N", "How far the channels of all pixels may be apart on average; not looked at unless told.", 255);
    private readonly Option<string?> _difference = new("--difference") { HelpName = "PNG", Description = "Draw where the two differ: red to yellow on the first one in dark grey, blue where only one has pixels." };

    public CompareCommand() => Command = new Command("compare", Summary) { _files, _blank, _tolerance, _maxDiffering, _maxMean, _difference };

    public Command Command { get; }

    /// <summary>What is wrong with arguments that are right one by one; null: nothing.</summary>
    public string? FindMistake(ParseResult parsed)
    {
        int count = parsed.GetValue(_files)?.Length ?? 0;
        bool isBlank = parsed.GetValue(_blank);
        if (isBlank && count != 1)
            return "--blank looks at one picture";
        if (!isBlank && count != 2)
            return "compare needs two pictures, or one and --blank";
        if (isBlank && (parsed.GetValue(_maxDiffering)?.Value ?? parsed.GetValue(_maxMean)?.Value) is not null)
            return "--max-differing and --max-mean compare two pictures: leave them away with --blank";
        return isBlank && parsed.GetValue(_difference) is not null ? "--difference compares two pictures: leave it away with --blank" : null;
    }

    public CompareOptions Read(ParseResult parsed)
    {
        string[] files = parsed.GetValue(_files)!;
        return new CompareOptions
        {
            First = files[0],
            Second = files.Length > 1 ? files[1] : null,
            Tolerance = parsed.GetValue(_tolerance)?.Value ?? 0,
            MaxDiffering = parsed.GetValue(_maxDiffering)?.Value ?? 0,
            MaxMean = parsed.GetValue(_maxMean)?.Value,
            Difference = parsed.GetValue(_difference),
        };
    }

    private static Option<Given<double>?> Fraction(string name, string helpName, string description, double most) => new(name)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value >= 0 && value <= most)
                return new Given<double>(value);
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: '{text}' is not a number from 0 to {most}, such as 0.5"));
            return null;
        },
    };
}
