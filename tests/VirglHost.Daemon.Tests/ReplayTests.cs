using System.Globalization;
using VirglHost.Daemon.Pictures;

namespace VirglHost.Daemon.Tests;

/// <summary>`virglhost replay` as a process, with the recording of samples/Triangle that lies beside the tests.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-replay-").FullName;

    private static string Triangle => Path.Combine(AppContext.BaseDirectory, "data", "triangle.rec");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Recording_of_the_sample_shows_its_pictures_again()
    {
        using RunningProgram program = RunningProgram.Start("replay", Triangle, "--png", _folder, "--stats", "--loop", "2");

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.Matches(@"recorded by virglhost \S+ \(vhost-user\) on .*\n\d+ events: .* 0 of unknown kind\nplayed in .*\nplayed in ", program.Output);
        string[] frames = [.. Directory.GetFiles(_folder).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(frames);
        Picture expected = Picture.Read(Path.Combine(AppContext.BaseDirectory, "data", "triangle.png"));
        PictureComparison comparison = new(expected, Picture.Read(frames[^1]), 1);
        Assert.True(comparison.IsSameSize);
        Assert.True(comparison.Differing == 0, string.Create(CultureInfo.InvariantCulture, $"{comparison.Differing} pixels differ, by up to {comparison.Largest}"));
    }

    /// <summary>The pictures beside it are those that --png wrote while it was recorded.</summary>
    [Fact]
    public void Recording_of_the_sample_without_virgl_shows_the_same_screen_bit_by_bit()
    {
        using RunningProgram program = RunningProgram.Start("replay", Path.Combine(AppContext.BaseDirectory, "data", "triangle-2d.rec"), "--png", _folder);

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        for (int frame = 1; frame <= 2; frame++)
        {
            Picture expected = Picture.Read(Path.Combine(AppContext.BaseDirectory, "data", $"triangle-2d-{frame}.png"));
            PictureComparison comparison = new(expected, Picture.Read(Path.Combine(_folder, $"frame-00000{frame}.png")), 0);
            Assert.Equal((true, 0L), (comparison.IsSameSize, comparison.Differing));
        }

        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Recording_cut_short_is_played_and_named_so()
    {
        string cut = Path.Combine(_folder, "cut.rec");
        byte[] whole = File.ReadAllBytes(Triangle);
        File.WriteAllBytes(cut, whole[..^20]);
        using RunningProgram program = RunningProgram.Start("replay", cut);

        Assert.Equal(ExitCode.BadInput, program.WaitForExit());
        Assert.Contains($"virglhost: {cut}: it ends in the middle", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_recording_is_named_so()
    {
        string damaged = Path.Combine(_folder, "damaged.rec");
        byte[] bytes = File.ReadAllBytes(Triangle);
        bytes[^20] ^= 1;
        File.WriteAllBytes(damaged, bytes);
        using RunningProgram program = RunningProgram.Start("replay", damaged);

        Assert.Equal(ExitCode.BadInput, program.WaitForExit());
        Assert.Contains("checksum", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_no_recording_and_one_that_is_not_there_are_told_apart()
    {
        using RunningProgram text = RunningProgram.Start("replay", typeof(ReplayTests).Assembly.Location);
        Assert.Equal(ExitCode.BadInput, text.WaitForExit());
        Assert.Contains("does not begin as a recording", text.Errors, StringComparison.Ordinal);

        using RunningProgram nothing = RunningProgram.Start("replay", Path.Combine(_folder, "nothing.rec"));
        Assert.Equal(ExitCode.NoInput, nothing.WaitForExit());
    }
}
