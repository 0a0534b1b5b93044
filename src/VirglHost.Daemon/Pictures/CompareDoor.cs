using System.Globalization;

namespace VirglHost.Daemon.Pictures;

/// <summary>
/// `virglhost compare`: are two pictures alike, or is one blank? The exit code answers, one line on stdout says how near it was; for tests of guests and for CI.
/// </summary>
internal static class CompareDoor
{
    /// <returns>Ok: alike, or blank; Different: not; or why the question could not be answered.</returns>
    public static ExitCode Serve(CompareOptions options, TextWriter output, TextWriter errors)
    {
        try
        {
            Picture first = Picture.Read(options.First);
            return options.Second is { } second ? Compare(options, first, Picture.Read(second), output) : AskBlank(options, first, output);
        }
        catch (PictureException fault)
        {
            errors.WriteLine(fault.Message);
            return fault.Code;
        }
    }

    private static ExitCode AskBlank(CompareOptions options, Picture picture, TextWriter output)
    {
        bool isBlank = picture.IsOneColour(options.Tolerance);
        output.WriteLine($"{options.First}: {picture.Width}x{picture.Height}, {(isBlank ? "blank" : "not blank")}");
        return isBlank ? ExitCode.Ok : ExitCode.Different;
    }

    private static ExitCode Compare(CompareOptions options, Picture first, Picture second, TextWriter output)
    {
        PictureComparison comparison = new(first, second, options.Tolerance);
        bool isAlike = comparison.IsSameSize && comparison.DifferingPercent <= options.MaxDiffering && comparison.Mean <= (options.MaxMean ?? byte.MaxValue);
        // Written in either case: a script that runs again finds no picture of another day.
        if (options.Difference is { } path)
            comparison.Draw().Write(path);
        string size = comparison.IsSameSize ? "" : $"sizes {first.Width}x{first.Height} and {second.Width}x{second.Height}, ";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(isAlike ? "alike" : "different")}: {size}{comparison.Differing} of {(long)comparison.Width * comparison.Height} pixels ({comparison.DifferingPercent:0.####} %) further apart than {options.Tolerance}, largest {comparison.Largest}, mean {comparison.Mean:0.####}"));
        return isAlike ? ExitCode.Ok : ExitCode.Different;
    }
}
