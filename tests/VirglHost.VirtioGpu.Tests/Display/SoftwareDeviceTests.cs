using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests.Display;

/// <summary>The whole device on a host without OpenGL.</summary>
public sealed class SoftwareDeviceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Guest_gets_2D_to_the_pixel_and_no_3D(bool wants3D)
    {
        using var device = new RunningDevice(adjust: options => options with { Virgl = wants3D }, hasGl: false);
        Assert.Equal(0ul, device.Front.OfferedFeatures & 1);
        IReadOnlyList<GuestBuffer> backing = device.CreateImage(5, 320, 200);
        device.Ram.Write(backing, Patterns.Gradient(320, 200, seed: 9));
        device.Gpu.TransferToHost2D(5, 0, 0, 320, 200, 0);
        device.Gpu.SetScanout(0, 5, 0, 0, 320, 200);
        device.Gpu.Flush(5, 0, 0, 320, 200);
        device.WaitFor(() => device.Front.Display!.Surfaces.TryGetValue(0, out DisplaySurface? surface) && Patterns.IsGradient(surface, 9), "the picture at the viewer");
        Assert.Equal(0x1200u, device.Gpu.Send(new GpuCommand(0x200, 1).Words(0, 0)).Type);
        device.Gpu.Unref(5);

        Assert.Equal(GpuServerOutcome.Stopped, device.Stop());
        Patterns.AssertGradient(Picture.Load(device.LatestPng), 9);
    }

    [Fact]
    public void Frames_asked_for_are_all_there_however_fast_the_guest_is()
    {
        const int Frames = 120;
        using var device = new RunningDevice(adjust: options => options with { Virgl = false, PngPolicy = PngPolicy.Flush }, hasGl: false);
        IReadOnlyList<GuestBuffer> backing = device.CreateImage(5, 256, 128);
        device.Gpu.SetScanout(0, 5, 0, 0, 256, 128);
        for (int frame = 1; frame <= Frames; frame++)
        {
            device.Ram.Write(backing, Patterns.Gradient(256, 128, (byte)frame));
            device.Gpu.TransferToHost2D(5, 0, 0, 256, 128, 0);
            device.Gpu.Flush(5, 0, 0, 256, 128);
        }

        device.Stop();
        for (int frame = 1; frame <= Frames; frame++)
            Patterns.AssertGradient(Picture.Load(Path.Combine(device.PngDirectory, $"frame-{frame:d6}.png")), (byte)frame);
    }
}
