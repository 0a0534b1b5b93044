using Serilog.Events;
using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests;

public sealed class SplitDeviceTests() : DeviceTests(RingFormat.Split);

public sealed class PackedDeviceTests() : DeviceTests(RingFormat.Packed);

/// <summary>What holds in both formats of a ring.</summary>
public abstract class DeviceTests(RingFormat rings)
{
    [Fact]
    public void Image_of_the_guest_reaches_the_picture_file_and_the_viewer_pixel_for_pixel()
    {
        using var device = new RunningDevice(rings: rings);
        ShowGradient(device, id: 5, 320, 200, seed: 9);
        device.WaitFor(() => Surface(device) is { } surface && Patterns.IsGradient(surface, 9), "the picture at the viewer");
        Assert.Empty(device.Front.Display!.Violations);
        Assert.Equal(GpuServerOutcome.Stopped, device.Stop());
        Picture picture = Picture.Load(device.LatestPng);
        Assert.Equal((320, 200), (picture.Width, picture.Height));
        Patterns.AssertGradient(picture, 9);
    }

    [Fact]
    public void Part_of_a_resource_is_shown_from_its_corner()
    {
        using var device = new RunningDevice(rings: rings);
        ShowGradient(device, id: 5, 320, 200, seed: 9, show: false);
        device.Gpu.SetScanout(0, 5, 100, 50, 64, 48);
        device.Gpu.Flush(5, 0, 0, 320, 200);
        device.WaitFor(() => Surface(device) is { Width: 64 } surface && Patterns.IsGradient(surface, 9, 100, 50), "the part");
        device.Stop();
        Patterns.AssertGradient(Picture.Load(device.LatestPng), 9, 100, 50);
    }

    [Fact]
    public void Partial_transfer_and_flush_change_only_their_rectangle()
    {
        using var device = new RunningDevice(rings: rings);
        IReadOnlyList<GuestBuffer> backing = ShowGradient(device, id: 5, 64, 64, seed: 1);
        device.WaitFor(() => Surface(device) is { } surface && Patterns.IsGradient(surface, 1), "the first picture");
        device.Ram.Write(backing, Patterns.Gradient(64, 64, seed: 2));
        device.Gpu.TransferToHost2D(5, 8, 16, 4, 2, offset: (16 * 64 + 8) * 4);
        device.Gpu.Flush(5, 8, 16, 4, 2);
        device.WaitFor(() => Surface(device)![8, 16].R == 2, "the change");
        DisplaySurface surface = Surface(device)!;
        for (int y = 0; y < 64; y++)
        for (int x = 0; x < 64; x++)
            Assert.Equal(x is >= 8 and < 12 && y is >= 16 and < 18 ? 2 : 1, surface[x, y].R);
    }

    [Fact]
    public void Pointer_reaches_the_viewer_and_is_drawn_into_the_picture()
    {
        using var device = new RunningDevice(rings: rings);
        ShowGradient(device, id: 5, 128, 96, seed: 0);
        IReadOnlyList<GuestBuffer> shape = device.CreateImage(6, 64, 64, format: 1);
        byte[] pixels = new byte[64 * 64 * 4];
        for (int i = 0; i < 16; i++) new byte[] { 10, 20, 30, 255 }.CopyTo(pixels, i * 4);
        device.Ram.Write(shape, pixels);
        device.Gpu.TransferToHost2D(6, 0, 0, 64, 64, 0);
        device.Gpu.UpdateCursor(0, 40, 20, 6, 3, 4);
        device.Gpu.MoveCursor(0, -4, 30, 6);
        device.WaitFor(() => device.Front.Display!.Cursor is { X: -4, Y: 30, IsVisible: true }, "the pointer");
        Assert.Equal(pixels, device.Front.Display!.Cursor.Pixels);
        device.Stop();
        Picture picture = Picture.Load(device.LatestPng);
        Assert.Equal((30, 20, 10, 255), picture[11, 30]);
        Assert.Equal((0, 30, 12, 255), picture[12, 30]);
        Assert.Equal((0, 31, 11, 255), picture[11, 31]);
    }

    [Fact]
    public void Stop_and_continue_shows_everything_again_on_the_new_socket()
    {
        using var device = new RunningDevice(rings: rings);
        ShowGradient(device, id: 5, 128, 96, seed: 3);
        device.CreateImage(6, 64, 64, format: 1);
        device.Gpu.UpdateCursor(0, 40, 20, 6, 0, 0);
        device.WaitFor(() => device.Front.Display!.Cursor.IsVisible, "the pointer");
        device.Front.Stop();
        device.Front.Start();
        device.WaitFor(() => Surface(device) is { } surface && Patterns.IsGradient(surface, 3), "the picture again");
        device.WaitFor(() => device.Front.Display!.Cursor is { IsVisible: true, X: 40, Y: 20 }, "the pointer again");
        Assert.Empty(device.Front.Display!.Violations);
        device.Gpu.Flush(5, 0, 0, 128, 96);
        Assert.Empty(device.Log.At(LogEventLevel.Warning));
    }

    [Fact]
    public void Reset_drops_everything_and_ids_can_be_used_again()
    {
        using var device = new RunningDevice(rings: rings);
        ShowGradient(device, id: 5, 128, 96, seed: 3);
        device.Gpu.CreateContext(1, "one"u8);
        device.Front.Reset();
        device.Gpu.Forget();
        device.Front.Start();
        Assert.Equal(0x1203u, device.Gpu.Send(new GpuCommand(0x102).Words(5, 0)).Type);
        device.Gpu.CreateContext(1, "one again"u8);
        ShowGradient(device, id: 5, 64, 48, seed: 4);
        device.WaitFor(() => Surface(device) is { Width: 64 } surface && Patterns.IsGradient(surface, 4), "the new picture");
        Assert.Empty(device.Front.Display!.Violations);
    }

    [Fact]
    public void Front_end_that_leaves_is_followed_by_the_next_one()
    {
        using var device = new RunningDevice(rings: rings);
        for (byte round = 1; round <= 3; round++)
        {
            ShowGradient(device, id: 5, 64, 48, seed: round);
            device.WaitFor(() => Surface(device) is { } surface && Patterns.IsGradient(surface, round), "the picture");
            device.HangUp();
            device.Connect();
        }

        device.Stop();
        Patterns.AssertGradient(Picture.Load(device.LatestPng), 3);
    }

    [Fact]
    public void Front_end_that_hangs_up_in_the_middle_of_a_message_is_followed_by_the_next_one()
    {
        using var device = new RunningDevice(rings: rings);
        device.HangUp();
        using (UnixSocket rude = UnixSocket.Connect(device.SocketPath)) rude.SendAll([1, 0, 0, 0, 1, 0]);
        device.Connect();
        ShowGradient(device, id: 5, 64, 48, seed: 1);
        Assert.Contains(device.Log.At(LogEventLevel.Warning), line => line.Contains("dropped", StringComparison.Ordinal));
    }

    [Fact]
    public void Broken_ring_signals_the_error_event_and_the_device_goes_on_listening()
    {
        using var device = new RunningDevice(rings: rings);
        GuestQueue queue = device.Front.Queues[0];
        queue.Break();
        queue.Kick.Signal();
        device.WaitFor(queue.Error.TryConsume, "the error event");
        Assert.Equal(16, device.Front.ReadConfig(0, 16).Length);
        device.HangUp();
        device.Connect();
        ShowGradient(device, id: 5, 64, 48, seed: 1);
    }

    [Fact]
    public void Device_without_a_viewer_serves_the_guest_all_the_same()
    {
        using var device = new RunningDevice(isRealized: false, rings: rings);
        device.Front.OffersDisplay = false;
        device.Front.Realize();
        device.Front.Start();
        Assert.Equal((1280u, 800u, true), device.Gpu.GetDisplayInfo());
        byte[] edid = device.Gpu.GetEdid(0);
        Assert.Equal(128, edid.Length);
        Assert.Equal(0, edid.Sum(value => value) % 256);
        ShowGradient(device, id: 5, 64, 48, seed: 1);
        device.Stop();
        Patterns.AssertGradient(Picture.Load(device.LatestPng), 1);
    }

    [Fact]
    public void Questions_about_screens_are_answered_by_the_viewer()
    {
        using var device = new RunningDevice(isRealized: false, rings: rings);
        device.Front.DisplaySize = (1024, 600);
        device.Front.Realize();
        device.Front.Start();
        Assert.Equal((1024u, 600u, true), device.Gpu.GetDisplayInfo());
        Assert.Equal("DISPLAYPEER"u8.ToArray(), device.Gpu.GetEdid(0)[90..101]);
    }

    [Fact]
    public void Config_space_counts_capsets_and_reads_zero_beyond_its_end()
    {
        using var device = new RunningDevice(rings: rings);
        byte[] config = device.Front.ReadConfig(0, 24);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], config);
        Assert.Equal([2, 0, 0, 0], device.Front.ReadConfig(12, 4));
        device.Front.WriteConfig(0, new byte[16]);
    }

    [Fact]
    public void Capsets_have_the_announced_size_and_are_cut_to_the_guests_buffer()
    {
        using var device = new RunningDevice(rings: rings);
        Assert.Equal((1u, 1u, 308u), device.Gpu.GetCapsetInfo(0));
        Assert.Equal((2u, 2u, 1408u), device.Gpu.GetCapsetInfo(1));
        byte[] whole = device.Gpu.GetCapset(2, 2, 1408);
        Assert.Equal(1408, whole.Length);
        Assert.Equal(whole[..100], device.Gpu.GetCapset(2, 1, 100));
        Assert.Equal(308, device.Gpu.GetCapset(1, 1, 308).Length);
    }

    [Fact]
    public void Device_without_virgl_offers_no_3d()
    {
        using var device = new RunningDevice(adjust: options => options with { Virgl = false }, rings: rings);
        Assert.Equal(VhostUserFrontend.Edid, device.Front.OfferedFeatures & 3);
        Assert.Equal(0, device.Front.ReadConfig(12, 4)[0]);
        Assert.Equal(0x1200u, device.Gpu.Send(new GpuCommand(0x200, 1).Words(0, 0).Text([], 64)).Type);
        ShowGradient(device, id: 5, 64, 48, seed: 1);
    }

    [Fact]
    public void Once_ends_with_the_first_front_end_and_not_with_a_probe()
    {
        using var device = new RunningDevice(isRealized: false, options => options with { Once = true }, rings);
        device.HangUp();
        device.Connect();
        device.HangUp();
        Assert.Equal(GpuServerOutcome.PeerGone, device.Join());
        Assert.False(File.Exists(device.SocketPath));
        Assert.Equal(2, device.Log.At(LogEventLevel.Information).Count(line => line == "front-end connected"));
    }

    [Fact]
    public void Numbered_frames_follow_the_flushes()
    {
        using var device = new RunningDevice(adjust: options => options with { PngEvery = 1 }, rings: rings);
        IReadOnlyList<GuestBuffer> backing = ShowGradient(device, id: 5, 64, 48, seed: 1);
        device.Ram.Write(backing, Patterns.Gradient(64, 48, seed: 2));
        device.Gpu.TransferToHost2D(5, 0, 0, 64, 48, 0);
        device.Gpu.Flush(5, 0, 0, 64, 48);
        device.Stop();
        Patterns.AssertGradient(Picture.Load(Path.Combine(device.PngDirectory, "frame-000001.png")), 1);
        Patterns.AssertGradient(Picture.Load(Path.Combine(device.PngDirectory, "frame-000002.png")), 2);
    }

    [Fact]
    public void Resource_that_ends_while_shown_turns_its_screen_off()
    {
        using var device = new RunningDevice(rings: rings);
        ShowGradient(device, id: 5, 64, 48, seed: 1);
        device.WaitFor(() => Surface(device) is not null, "the picture");
        device.Gpu.Unref(5);
        device.WaitFor(() => Surface(device) is null, "the dark screen");
        Assert.Empty(device.Front.Display!.Violations);
    }

    [Fact]
    public void Memory_can_be_plugged_in_while_the_guest_draws()
    {
        using var device = new RunningDevice(rings: rings);
        ShowGradient(device, id: 5, 64, 48, seed: 1);
        Assert.True(device.Front.TryAddRegion(new GuestBuffer(1UL << 40, 4096), device.Ram.Fd, 0));
        ShowGradient(device, id: 6, 64, 48, seed: 2);
        device.WaitFor(() => Surface(device) is { } surface && Patterns.IsGradient(surface, 2), "the picture");
    }

    private static DisplaySurface? Surface(RunningDevice device) => device.Front.Display!.Surfaces.GetValueOrDefault(0u);

    private static IReadOnlyList<GuestBuffer> ShowGradient(RunningDevice device, uint id, uint width, uint height, byte seed, bool show = true)
    {
        IReadOnlyList<GuestBuffer> backing = device.CreateImage(id, width, height);
        device.Ram.Write(backing, Patterns.Gradient((int)width, (int)height, seed));
        device.Gpu.TransferToHost2D(id, 0, 0, width, height, 0);
        if (!show) return backing;
        device.Gpu.SetScanout(0, id, 0, 0, width, height);
        device.Gpu.Flush(id, 0, 0, width, height);
        return backing;
    }
}
