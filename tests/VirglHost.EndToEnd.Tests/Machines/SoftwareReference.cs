using VirglHost.Testing;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>A guest with 3D off on virglhost's 2D device: its text console, and kmscube as the guest's own software renderer draws it.</summary>
public sealed class SoftwareReference : IDisposable
{
    /// <summary>Frames of kmscube that every comparison draws: far enough in for a turned cube, few enough for an emulated CPU.</summary>
    public const int Frames = 30;

    private readonly Lazy<Picture> _cube;

    public SoftwareReference()
    {
        Session = new GuestSession("software");
        Session.BootAgain(GuestSession.WithConsole);
        _cube = new Lazy<Picture>(() => DrawWithoutConsole(Session, "kmscube"));
    }

    internal GuestSession Session { get; }

    /// <summary>The last frame of kmscube, drawn by llvmpipe inside the guest.</summary>
    public Picture Cube => _cube.Value;

    public void Dispose() => Session.Dispose();

    /// <summary>Takes the text console off the device, so that kmscube's last frame stays, and draws the cube.</summary>
    internal static Picture DrawWithoutConsole(GuestSession session, string keepAs)
    {
        session.Machine.Run("echo 0 > /sys/class/vtconsole/vtcon1/bind; rmmod virtio_gpu && echo N > /sys/module/drm_kms_helper/parameters/fbdev_emulation && modprobe virtio_gpu");
        return session.DrawCube(Frames, keepAs);
    }
}
