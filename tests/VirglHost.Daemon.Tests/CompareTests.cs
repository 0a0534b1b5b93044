using VirglHost.Daemon.Pictures;

namespace VirglHost.Daemon.Tests;

/// <summary>`virglhost compare`: what counts as alike, what is drawn and what is said.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-compare-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Same_pixels_are_alike()
    {
        Assert.Equal(ExitCode.Ok, Compare(Gradient(20, 10), Gradient(20, 10)));
        Assert.Equal("alike: 0 of 200 pixels (0 %) further apart than 0, largest 0, mean 0\n", _output.ToString());
    }

    [Fact]
    public void One_pixel_one_step_apart_is_different()
    {
        Picture other = Gradient(20, 10);
        other.At(7, 3)[1]++;

        Assert.Equal(ExitCode.Different, Compare(Gradient(20, 10), other));
        Assert.Equal("different: 1 of 200 pixels (0.5 %) further apart than 0, largest 1, mean 0.0017\n", _output.ToString());
    }

    [Theory]
    [InlineData(29, 0, ExitCode.Different)]
    [InlineData(30, 0, ExitCode.Ok)]
    [InlineData(0, 1.4, ExitCode.Different)]
    [InlineData(0, 1.5, ExitCode.Ok)]
    public void Tolerance_and_share_are_limits_that_may_be_reached(int tolerance, double maxDiffering, object expected)
    {
        Picture other = Gradient(20, 10);
        for (int x = 0; x < 3; x++)
            other.At(x, 0)[2] += 30;

        Assert.Equal(expected, Compare(Gradient(20, 10), other, options => options with { Tolerance = tolerance, MaxDiffering = maxDiffering }));
    }

    [Theory]
    [InlineData(0.9, ExitCode.Different)]
    [InlineData(1, ExitCode.Ok)]
    public void Mean_is_a_limit_of_its_own(double mean, object expected)
    {
        Picture other = Gradient(20, 10);
        for (int y = 0; y < 10; y++)
        for (int x = 0; x < 20; x++)
            other.At(x, y)[0] += 3;

        Assert.Equal(expected, Compare(Gradient(20, 10), other, options => options with { Tolerance = 3, MaxMean = mean }));
    }

    [Fact]
    public void Another_size_is_different_whatever_is_allowed()
    {
        Assert.Equal(ExitCode.Different, Compare(Gradient(20, 10), Gradient(18, 12), options => options with { MaxDiffering = 100 }));
        Assert.StartsWith("different: sizes 20x10 and 18x12, 60 of 240 pixels (25 %) ", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_is_drawn_over_the_darkened_first_picture()
    {
        Picture first = Gradient(20, 10), second = Gradient(18, 12);
        second.At(2, 2)[0] += 200;
        second.At(4, 4)[1] += 1;
        string path = Path.Combine(_folder, "difference.png");

        Compare(first, second, options => options with { Tolerance = 1, Difference = path });

        Picture drawn = Picture.Read(path);
        Assert.Equal((20, 12), (drawn.Width, drawn.Height));
        Assert.Equal([0, 200, 255], drawn.At(2, 2).ToArray());      // 200 apart: B, G, R of a red with yellow in it
        byte grey = (byte)((4 + 4 + 8) / 12);
        Assert.Equal([grey, grey, grey], drawn.At(4, 4).ToArray());
        Assert.Equal([255, 0, 0], drawn.At(19, 4).ToArray());
        Assert.Equal([255, 0, 0], drawn.At(4, 11).ToArray());
    }

    [Theory]
    [InlineData(0, 0, ExitCode.Ok)]
    [InlineData(1, 0, ExitCode.Different)]
    [InlineData(9, 9, ExitCode.Ok)]
    [InlineData(10, 9, ExitCode.Different)]
    public void Blank_is_one_colour_within_the_tolerance(byte spot, int tolerance, object expected)
    {
        Picture picture = Picture.Black(16, 16);
        picture.At(15, 15)[2] = spot;
        CompareOptions options = new() { First = Save(picture, "a.png"), Tolerance = tolerance };

        Assert.Equal(expected, CompareDoor.Serve(options, _output, _errors));
        Assert.EndsWith($"a.png: 16x16, {(ExitCode.Ok.Equals(expected) ? "blank" : "not blank")}\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_named_and_66()
    {
        CompareOptions options = new() { First = Path.Combine(_folder, "nowhere.png"), Second = Save(Gradient(2, 2), "b.png") };

        Assert.Equal(ExitCode.NoInput, CompareDoor.Serve(options, _output, _errors));
        Assert.Contains("nowhere.png", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_that_cannot_be_written_is_73()
    {
        Assert.Equal(ExitCode.CannotCreate, Compare(Gradient(2, 2), Gradient(2, 2), options => options with { Difference = Path.Combine(_folder, "no", "where.png") }));
        Assert.Contains("where.png", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_file_is_named_and_65_wherever_it_ends()
    {
        byte[] whole = File.ReadAllBytes(Save(Gradient(40, 30), "whole.png"));
        string path = Path.Combine(_folder, "damaged.png");
        // The last chunk carries nothing: a file that ends inside it has all its pixels.
        for (int length = 0; length < whole.Length - 16; length += 7)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Equal(ExitCode.BadInput, CompareDoor.Serve(new CompareOptions { First = path }, _output, _errors));
        }

        Assert.Contains("damaged.png: this is no whole PNG picture", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_never_end_the_program()
    {
        byte[] whole = File.ReadAllBytes(Save(Gradient(40, 30), "whole.png"));
        string path = Path.Combine(_folder, "damaged.png");
        for (int at = 8; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x55;
            File.WriteAllBytes(path, damaged);
            CompareDoor.Serve(new CompareOptions { First = path }, _output, _errors);
        }
    }

    [Fact]
    public void Program_answers_by_its_exit_code()
    {
        string picture = Save(Gradient(64, 64), "a.png");
        using RunningProgram same = RunningProgram.Start("compare", picture, picture);
        using RunningProgram blank = RunningProgram.Start("compare", "--blank", picture);

        Assert.Equal(ExitCode.Ok, same.WaitForExit());
        Assert.Equal(ExitCode.Different, blank.WaitForExit());
        Assert.StartsWith("alike: ", same.Output, StringComparison.Ordinal);
        Assert.Equal("", same.Errors + blank.Errors);
    }

    /// <summary>Blue grows with x, green with y, red with both.</summary>
    private static Picture Gradient(int width, int height)
    {
        Picture picture = Picture.Black(width, height);
        for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
        {
            Span<byte> pixel = picture.At(x, y);
            (pixel[0], pixel[1], pixel[2]) = ((byte)x, (byte)y, (byte)(x + y));
        }

        return picture;
    }

    private string Save(Picture picture, string name)
    {
        string path = Path.Combine(_folder, name);
        picture.Write(path);
        return path;
    }

    private ExitCode Compare(Picture first, Picture second, Func<CompareOptions, CompareOptions>? change = null)
    {
        CompareOptions options = new() { First = Save(first, "first.png"), Second = Save(second, "second.png") };
        return CompareDoor.Serve(change is null ? options : change(options), _output, _errors);
    }
}
