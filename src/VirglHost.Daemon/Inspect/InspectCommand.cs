using System.CommandLine;
using VirglHost.Inspection;

namespace VirglHost.Daemon.Inspect;

/// <summary>The command line of `virglhost inspect`.</summary>
internal sealed class InspectCommand
{
    private const int DefaultSize = 256;

    private const string Summary =
        """
        Make one HTML page of a file of --record: every command with its fields, what was bound at each draw, shaders and their GLSL, the target's picture after each draw, times, search.
        The page needs nothing but a browser. The recording is played twice: once for times, once for the rest.
        Exit codes: 0 page written, 64 wrong usage, 65 no recording, damaged or cut short (what came before is in the page), 66 no such file, 69 no usable OpenGL, 73 the page cannot be written, 74 the host's OpenGL was lost.
        """;

    private readonly Argument<string> _file = new("FILE") { Description = "The recording." };
    private readonly Option<string> _html = new("--html") { HelpName = "OUT", Required = true, Description = "The page; one that exists is written over." };
    private readonly Option<Given<int>?> _size = CommandLine.Number("--thumbnail-size", "N", "Most pixels of a side of a picture; 256 unless told.", 16, 4096);
    private readonly Option<bool> _none = new("--no-thumbnails") { Description = "Read no pictures: a smaller page, sooner." };
    private readonly Option<Given<DrawRange>?> _draws = Draws();

    public InspectCommand() => Command = new Command("inspect", Summary) { _file, _html, _draws, _size, _none };

    public Command Command { get; }

    /// <summary>What is wrong with arguments that are right one by one; null: nothing.</summary>
    public string? FindMistake(ParseResult parsed) =>
        parsed.GetValue(_none) && parsed.GetValue(_size) is not null ? "--thumbnail-size is for pictures: leave it away with --no-thumbnails" : null;

    public InspectOptions Read(ParseResult parsed)
    {
        DrawRange draws = parsed.GetValue(_draws)?.Value ?? DrawRange.All;
        return new InspectOptions
        {
            File = parsed.GetValue(_file)!,
            Page = parsed.GetValue(_html)!,
            Content = new InspectionOptions
            {
                FirstDraw = draws.First,
                LastDraw = draws.Last,
                PictureSize = parsed.GetValue(_none) ? 0 : parsed.GetValue(_size)?.Value ?? DefaultSize,
            },
        };
    }

    private static Option<Given<DrawRange>?> Draws() => new("--draws")
    {
        HelpName = "FROM..TO",
        Description = "Only these draws and what leads to them, counted from 1; either end may be left away.",
        CustomParser = result =>
        {
            if (DrawRange.TryParse(result.Tokens[0].Value, out DrawRange range))
                return new Given<DrawRange>(range);
            result.AddError($"--draws: '{result.Tokens[0].Value}' is not FROM..TO with whole numbers from 1, such as 100..200");
            return null;
        },
    };
}
