namespace VirglHost.Vtest.Tests;

/// <summary>
/// Real Mesa programs, twice: drawn by llvmpipe in their own process, and by virpipe through this server. Both end on llvmpipe, so the pictures must agree
/// but for rounding: a pixel differs when a channel is off by more than 8 of 255, and 3 in 1000 pixels may (edges).
/// </summary>
public sealed class MesaClientTests
{
    private const int ChannelTolerance = 8;
    private const double PixelTolerance = 0.003;

    [Fact]
    public void Mesa_sees_the_OpenGL_version_that_the_renderer_promises()
    {
        using XServer screen = XServer.StartOrSkip("glmark2");
        using RunningServer server = new(hostBlobs: false);

        string line = screen.ReadLine(Through(server), "    GL_VERSION:", "glmark2", "-b", "build");

        // A context that asks for no version is a compatibility one; Mesa gives it the core profile's number.
        Assert.StartsWith($"GL_VERSION:     {server.PromisedVersion} (Compatibility Profile) Mesa", line.Trim(), StringComparison.Ordinal);
        server.AssertNothingRefused();
    }

    [Fact]
    public void Mesa_sees_the_OpenGL_ES_version_that_the_renderer_promises()
    {
        using XServer screen = XServer.StartOrSkip("es2_info");
        using RunningServer server = new(hostBlobs: false);

        string line = screen.ReadLine(Through(server), "GL_VERSION:", "es2_info");

        Assert.StartsWith($"GL_VERSION: OpenGL ES {server.PromisedEsVersion} Mesa", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("glxgears")]
    [InlineData("es2gears_x11")]
    [InlineData("glxdemo")]
    [InlineData("es2tri")]
    public void Still_picture_agrees_with_llvmpipe(string program)
    {
        using XServer screen = XServer.StartOrSkip(program);
        using RunningServer server = new();

        Screenshot expected = screen.Photograph(Locally(), program);
        Screenshot actual = screen.Photograph(Through(server), program);

        Assert.True(expected.CountColours() > 2, "the picture to compare with is empty");
        double different = actual.PartThatDiffers(expected, ChannelTolerance);
        Assert.True(different <= PixelTolerance, $"{different:P2} of the pixels differ; see {actual.Save(program + "-virpipe")} and {expected.Save(program + "-llvmpipe")}\n{server.Log}");
        server.AssertNothingRefused();
    }

    [Theory]
    [InlineData("glmark2")]
    [InlineData("glmark2-es2")]
    public void Glmark2_finds_every_scene_right(string program)
    {
        using XServer screen = XServer.StartOrSkip(program);
        using RunningServer server = new();

        string[] verdicts = [.. screen.RunToEnd(Through(server), program, "--validate").Split('\n').Where(line => line.Contains("Validation:", StringComparison.Ordinal))];

        Assert.DoesNotContain(verdicts, line => line.EndsWith("Failure", StringComparison.Ordinal));
        Assert.Equal(27, verdicts.Count(line => line.EndsWith("Success", StringComparison.Ordinal))); // six scenes have no verdict of their own
        server.AssertNothingRefused();
    }

    [Fact]
    public void Two_programs_draw_at_once_and_both_are_right()
    {
        using XServer first = XServer.StartOrSkip("glxgears");
        using XServer second = XServer.StartOrSkip("glxdemo");
        using RunningServer server = new();
        Screenshot expectedFirst = first.Photograph(Locally(), "glxgears");
        Screenshot expectedSecond = second.Photograph(Locally(), "glxdemo");

        Screenshot? actualSecond = null;
        Thread other = new(() => actualSecond = second.Photograph(Through(server), "glxdemo"));
        other.Start();
        Screenshot actualFirst = first.Photograph(Through(server), "glxgears");
        other.Join();

        Assert.InRange(actualFirst.PartThatDiffers(expectedFirst, ChannelTolerance), 0, PixelTolerance);
        Assert.InRange(actualSecond!.PartThatDiffers(expectedSecond, ChannelTolerance), 0, PixelTolerance);
    }

    private static (string, string)[] Locally() => [("GALLIUM_DRIVER", "llvmpipe")];

    private static (string, string)[] Through(RunningServer server) => [("GALLIUM_DRIVER", "virpipe"), ("VTEST_SOCKET_NAME", server.Path)];
}
