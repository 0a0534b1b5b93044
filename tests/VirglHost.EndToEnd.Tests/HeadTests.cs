using VirglHost.EndToEnd.Tests.Machines;
using VirglHost.Testing;

namespace VirglHost.EndToEnd.Tests;

/// <summary>
/// A guest with two screens. QEMU's displays without OpenGL refuse a vhost-user-gpu, so nobody here plugs the second one in: the guest's kernel is told to use it.
/// </summary>
public sealed class HeadTests : IDisposable
{
    private readonly GuestSession _session = new("heads", "--virgl");

    [Fact]
    public void Each_of_two_screens_of_other_sizes_equals_what_qemu_shows()
    {
        _session.BootAgain(["--heads", "2", "--size", "800x600", "--append", "vt.global_cursor_default=0 video=Virtual-2:640x480e"]);

        AssertAlike(0, 800, 600);
        AssertAlike(1, 640, 480);
        Assert.Empty(_session.Daemon.Complaints());
    }

    public void Dispose() => _session.Dispose();

    private void AssertAlike(int head, int width, int height)
    {
        Picture ours = _session.WaitForStillPicture(head), theirs = _session.Machine.Control.Screendump(Path.Combine(Workplace.Results, $"heads-{head}-screendump.png"), head);

        Assert.Equal((width, height), (ours.Width, ours.Height));
        Assert.Equal(0, PictureDifference.Between(ours, theirs).Largest);
        Assert.True(ours.CountColours() > 1, $"screen {head} shows nothing");
    }
}
