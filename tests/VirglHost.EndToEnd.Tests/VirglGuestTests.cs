using VirglHost.EndToEnd.Tests.Machines;
using VirglHost.Testing;

namespace VirglHost.EndToEnd.Tests;

/// <summary>A guest that draws through virglhost, and what may happen to it: pauses, driver reloads, resets, crashes of QEMU.</summary>
public sealed class VirglGuestTests(VirglSession virgl, SoftwareReference reference, ITestOutputHelper output)
{
    // Measured: no difference at all. The guest's llvmpipe and the host's run the same arithmetic; another instruction set may move an edge by a pixel.
    private const double AllowedMean = 0.02, AllowedShareOver16 = 0.001;

    private GuestSession Session => virgl.Session;

    [Fact]
    public void Kernel_on_the_3D_device_sees_virgl_and_edid() =>
        Assert.Contains("features: +virgl +edid", Session.Machine.Run("dmesg"), StringComparison.Ordinal);

    [Fact]
    public void Kmscube_last_frame_matches_the_guests_own_software_renderer()
    {
        DrawAndCompare("kmscube");

        Assert.Contains("virgl", Session.Machine.Run("cat /tmp/kmscube.log"), StringComparison.Ordinal);
    }

    [Fact]
    public void Screendump_of_a_still_screen_equals_the_latest_png()
    {
        Session.FreezeCube();
        Picture ours = Session.WaitForStillPicture();
        Picture theirs = Session.Machine.Control.Screendump(Path.Combine(Workplace.Results, "virgl-screendump.png"));

        Assert.Equal(0, PictureDifference.Between(ours, theirs).Largest);
        Assert.True(ours.CountColours() > 1000, $"only {ours.CountColours()} colours");
    }

    [Fact]
    public void Screen_after_stop_and_cont_is_what_it_was()
    {
        Session.FreezeCube();
        Picture before = Session.WaitForStillPicture();
        Session.Machine.Control.Execute("stop");
        Thread.Sleep(500);
        Session.Machine.Control.Execute("cont");
        Session.Machine.Run("true");
        Thread.Sleep(1000);
        Picture after = Session.Machine.Control.Screendump(Path.Combine(Workplace.Results, "virgl-after-cont.png"));
        Session.Machine.Run("killall -CONT kmscube; sleep 2");

        Assert.Equal(0, PictureDifference.Between(before, after).Largest);
        DrawAndCompare("kmscube-after-cont");
    }

    [Fact]
    public void Kmscube_after_the_driver_was_unloaded_and_loaded_again_draws_the_same()
    {
        Session.EndPrograms();                                         // one that another test left, frozen or not, would hold the driver
        Session.Machine.Run("/usr/bin/modprobe -r virtio_gpu && test ! -e /dev/dri/card0 && /usr/bin/modprobe virtio_gpu && sleep 1 && test -e /dev/dri/card0");

        DrawAndCompare("kmscube-after-reload");
    }

    [Fact]
    public void Kmscube_after_a_reset_of_the_machine_draws_the_same()
    {
        Session.StartCube();
        Session.Machine.Control.Execute("system_reset");
        Session.Machine.WaitUntilReady();

        DrawAndCompare("kmscube-after-reset");
    }

    [Fact]
    public void New_guest_after_qemu_was_killed_shows_its_console_and_draws_the_same()
    {
        Session.StartCube();
        Session.KillMachine();
        Session.BootAgain(GuestSession.WithConsole);
        Picture console = Session.Keep("console", Session.WaitForStillPicture());
        Picture shown = Session.Machine.Control.Screendump(Path.Combine(Workplace.Results, "virgl-console-screendump.png"));

        Assert.Equal(0, PictureDifference.Between(console, shown).Largest);
        Assert.True(console.CountColours() > 1, "the text console is blank");
        Picture cube = SoftwareReference.DrawWithoutConsole(Session, "kmscube-after-kill");
        Session.KillMachine();                                         // the next test gets a guest without console
        AssertLikeReference(cube);
    }

    private void DrawAndCompare(string name) => AssertLikeReference(Session.DrawCube(SoftwareReference.Frames, name));

    private void AssertLikeReference(Picture drawn)
    {
        PictureDifference difference = PictureDifference.Between(reference.Cube, drawn);
        output.WriteLine($"kmscube frame {SoftwareReference.Frames} against the guest's software renderer: {difference}");
        Assert.True(difference.Mean <= AllowedMean && difference.PixelsOver16 <= AllowedShareOver16, difference.ToString());
        Assert.True(drawn.CountColours() > 1000, $"only {drawn.CountColours()} colours");
    }
}
