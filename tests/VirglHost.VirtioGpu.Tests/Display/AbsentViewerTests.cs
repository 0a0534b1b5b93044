using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests.Display;

/// <summary>Viewers that are slow or gone cost themselves pictures and the guest nothing: each of its commands is answered, and waited for, here.</summary>
public sealed class AbsentViewerTests
{
    private const uint Width = 1024, Height = 768;

    [Fact]
    public void Viewer_that_reads_nothing_misses_frames_and_gets_the_newest_when_it_is_back()
    {
        using var device = new RunningDevice();
        IReadOnlyList<GuestBuffer> backing = device.CreateImage(5, Width, Height);
        device.Gpu.SetScanout(0, 5, 0, 0, Width, Height);
        device.Front.Display!.IsPaused = true;
        // 60 frames of 3 MiB: many times what a socket holds.
        for (byte frame = 1; frame <= 60; frame++) Draw(device, backing, frame);
        device.Front.Display.IsPaused = false;
        device.WaitFor(() => device.Front.Display.Surfaces.TryGetValue(0, out DisplaySurface? surface) && Patterns.IsGradient(surface, 60), "the newest picture");
        Assert.Empty(device.Front.Display.Violations);
    }

    [Fact]
    public void Viewer_that_goes_away_in_the_middle_of_a_picture_is_not_missed()
    {
        using var device = new RunningDevice();
        IReadOnlyList<GuestBuffer> backing = device.CreateImage(5, Width, Height);
        device.Gpu.SetScanout(0, 5, 0, 0, Width, Height);
        device.Front.Display!.IsPaused = true;
        Draw(device, backing, 1);
        device.Front.Channel.Unwatch(device.Front.Display.Fd);
        device.Front.Display.Dispose();
        for (byte frame = 2; frame <= 20; frame++) Draw(device, backing, frame);
        Assert.Equal((1280u, 800u, true), device.Gpu.GetDisplayInfo());
        device.Stop();
        Patterns.AssertGradient(Picture.Load(device.LatestPng), 20);
    }

    private static void Draw(RunningDevice device, IReadOnlyList<GuestBuffer> backing, byte seed)
    {
        device.Ram.Write(backing, Patterns.Gradient((int)Width, (int)Height, seed));
        device.Gpu.TransferToHost2D(5, 0, 0, Width, Height, 0);
        device.Gpu.Flush(5, 0, 0, Width, Height);
    }
}
