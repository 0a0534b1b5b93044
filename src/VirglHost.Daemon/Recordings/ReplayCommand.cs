using System.CommandLine;

namespace VirglHost.Daemon.Recordings;

/// <summary>The command line of `virglhost replay`.</summary>
internal sealed class ReplayCommand
{
    private const string Summary =
        """
        Play a file of --record on this host's OpenGL, as fast as it goes, with no guest.
        Exit codes: 0 played, 64 wrong usage, 65 no recording, damaged or cut short (what came before was played), 66 no such file, 69 no usable OpenGL, 73 a picture cannot be written, 74 the host's OpenGL was lost.
        """;

    private readonly Argument<string> _file = new("FILE") { Description = "The recording." };
    private readonly Option<string?> _png = new("--png") { HelpName = "DIR", Description = "Write each picture that the guest was shown as DIR/frame-NNNNNN.png. DIR is created." };
    private readonly Option<Given<int>?> _loop = CommandLine.Number("--loop", "N", "Play it N times, each with a fresh renderer; once unless told.", 1, 1_000_000);
    private readonly Option<bool> _stats = new("--stats") { Description = "Print what was played and how long it took." };

    public ReplayCommand() => Command = new Command("replay", Summary) { _file, _png, _loop, _stats };

    public Command Command { get; }

    public ReplayOptions Read(ParseResult parsed) => new()
    {
        File = parsed.GetValue(_file)!,
        PngDirectory = parsed.GetValue(_png),
        Loops = parsed.GetValue(_loop)?.Value ?? 1,
        PrintsStatistics = parsed.GetValue(_stats),
    };
}
