using System.Text.RegularExpressions;
using VirglHost.EndToEnd.Tests.Machines;
using VirglHost.Testing;

namespace VirglHost.EndToEnd.Tests;

/// <summary>The sample programs, which play a guest towards the published virglhost.</summary>
public sealed class SampleTests(ITestOutputHelper output) : IDisposable
{
    // Measured: no difference at all, as both ways end in the same llvmpipe. The rest is for a compiler that rounds differently.
    private const double AllowedMean = 0.25, AllowedShareOver16 = 0.005;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly Dictionary<string, string> Software = new() { ["LIBGL_ALWAYS_SOFTWARE"] = "1" };

    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-samples-").FullName;

    [Fact]
    public void Triangle_is_right_in_every_pixel()
    {
        string printed = Command.Run(Software, Limit, Sample("Triangle"), "--spawn", Workplace.Daemon, "--out", _folder, "--", "--virgl");

        Assert.Contains("the lit triangle: the screen is right", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raytraced", 96, 1)]
    [InlineData("pathtraced", 96, 8)]
    public void Cornell_box_sent_as_TGSI_looks_like_its_GLSL_on_the_host(string scene, int size, int samples)
    {
        Picture guest = Draw(scene, size, samples, isGuest: true), host = Draw(scene, size, samples, isGuest: false);

        PictureDifference difference = PictureDifference.Between(host, guest);
        output.WriteLine($"{scene}, {size}x{size}, {samples}: {difference}");
        Assert.True(difference.Mean <= AllowedMean && difference.PixelsOver16 <= AllowedShareOver16, difference.ToString());
        Assert.True(guest.CountColours() > 1000, $"only {guest.CountColours()} colours");
        (byte red, byte notGreen, _, _) = guest[4, size / 2];
        (byte notRed, byte green, _, _) = guest[size - 5, size / 2];
        (byte lamp, _, _, _) = guest[size / 2, size * 63 / 512];
        Assert.True(red > 1.5 * notGreen && green > 1.5 * notRed && lamp == 255, $"left wall {guest[4, size / 2]}, right wall {guest[size - 5, size / 2]}, lamp {lamp}");
    }

    [Fact]
    public void Path_tracer_gets_nearer_to_the_truth_with_every_frame()
    {
        Picture much = Draw("pathtraced", 32, 256, isGuest: true), some = Draw("pathtraced", 32, 32, isGuest: true), little = Draw("pathtraced", 32, 4, isGuest: true);

        double far = PictureDifference.Between(much, little).Mean, near = PictureDifference.Between(much, some).Mean;
        output.WriteLine($"mean difference from 256 paths: 4 paths {far:0.00}, 32 paths {near:0.00}");
        Assert.InRange(near, 0.1, far / 2);
    }

    [Fact]
    public void Cornell_shaders_kept_as_TGSI_are_what_Mesa_makes_of_their_GLSL()
    {
        string version = Command.Run(Software, Limit, "dpkg-query", "-W", "-f", "${Version}", "libgl1-mesa-dri");
        Assert.SkipUnless(version.StartsWith("22.3.6", StringComparison.Ordinal), $"Mesa {version} may word them differently than 22.3.6");

        Command.Run(
            new Dictionary<string, string> { ["VIRGLHOST"] = Workplace.Daemon, ["CONFIGURATION"] = Configuration }, Limit,
            Path.Combine(Workplace.Root, "shaders/cornell/compile.sh"), _folder);

        string[] made = [.. Directory.GetFiles(_folder, "*.tgsi").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(["pathtraced.frag.tgsi", "raytraced.frag.tgsi", "screen.frag.tgsi", "screen.vert.tgsi"], made);
        foreach (string file in made)
            Assert.Equal(WithoutSwizzles(Path.Combine(Workplace.Root, "shaders/cornell", file)), WithoutSwizzles(Path.Combine(_folder, file)));
    }

    // Components that an instruction does not use are whatever lay in Mesa's memory.
    private static string WithoutSwizzles(string path) => Regex.Replace(File.ReadAllText(path), @"\.[xyzw]+", "");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Sample(string name) => Path.Combine(Workplace.Root, "samples", name, "bin", Configuration, "net10.0", name);

    private Picture Draw(string scene, int size, int samples, bool isGuest)
    {
        string file = Path.Combine(_folder, $"{scene}-{samples}-{isGuest}.png");
        string[] way = isGuest ? ["--spawn", Workplace.Daemon] : ["--glsl"];
        Command.Run(Software, Limit, Sample("CornellBox"), [.. way, "--scene", scene, "--size", $"{size}", "--samples", $"{samples}", "--out", file]);
        return Picture.Load(file);
    }
}
