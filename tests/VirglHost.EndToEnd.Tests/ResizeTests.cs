using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using VirglHost.EndToEnd.Tests.Machines;
using VirglHost.Testing;

namespace VirglHost.EndToEnd.Tests;

/// <summary>
/// A viewer of QEMU's changes the size of its window. 2D, because QEMU's display without OpenGL refuses a device with VirGL; what passes on the way is the same.
/// </summary>
public sealed class ResizeTests : IDisposable
{
    private readonly GuestSession _session = new("resize");
    private DisplayBus? _bus;

    [Fact]
    public void Guest_hears_of_a_new_size_of_qemus_window_and_draws_in_it()
    {
        DisplayBus.Require();
        _bus = new DisplayBus(_session.Folder);
        _session.BootAgain(["--size", "800x600", "--append", "drm_kms_helper.fbdev_emulation=0", "--", .. _bus.QemuOptions]);
        AssertShows(800, 600);

        foreach ((int width, int height) in ((int, int)[])[(1024, 768), (720, 400)])
        {
            int asked = CountQuestions();
            _bus.Resize(width, height);
            // No program runs in the guest: its driver asks because QEMU told it that something has changed.
            var clock = Stopwatch.StartNew();
            while (CountQuestions() <= asked) Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "the guest's driver did not ask for the new size");
            AssertShows(width, height);
        }

        Assert.Empty(_session.Daemon.Complaints());
    }

    public void Dispose()
    {
        _session.Dispose();
        _bus?.Dispose();
    }

    private void AssertShows(int width, int height)
    {
        // Frozen, because the screen goes off when the program ends.
        _session.FreezeCube();
        Picture ours = _session.Keep(string.Create(CultureInfo.InvariantCulture, $"{width}x{height}"), _session.WaitForStillPicture());
        Picture theirs = _session.Machine.Control.Screendump(Path.Combine(Workplace.Results, "resize-screendump.png"));

        Assert.Equal((width, height), (ours.Width, ours.Height));
        Assert.Equal(0, PictureDifference.Between(ours, theirs).Largest);
        Assert.True(ours.CountColours() > 1000, $"only {ours.CountColours()} colours");
    }

    /// <summary>Questions for sizes (GET_DISPLAY_INFO) so far, from virglhost's state report.</summary>
    private int CountQuestions()
    {
        using JsonDocument report = JsonDocument.Parse(_session.Daemon.Report(Path.Combine(Path.GetDirectoryName(_session.Latest)!, "report.json")));
        return report.RootElement.GetProperty("commands").TryGetProperty("GetDisplayInfo", out JsonElement count) ? count.GetInt32() : 0;
    }
}
