using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests.Display;

/// <summary>
/// The whole device with a viewer that takes dma-bufs. The renderer is the real one; its export is played, because the drivers of machines without a GPU have none.
/// </summary>
public sealed class SharedScreenTests
{
    private const uint RenderTarget = 2, SamplerView = 8, Scanout = 1 << 18;

    private readonly StandInExporter _exporter = new(resource => resource < 100);

    [Fact]
    public void Resource_of_the_renderer_is_shown_from_its_memory_and_the_picture_file_has_its_pixels()
    {
        using RunningDevice device = Start();
        Draw(device, 5, seed: 9);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.Gpu.Flush(5, 0, 0, 64, 48);
        device.WaitFor(() => Memory(device) is { UpdateCount: > 0 }, "a look at the memory");

        Assert.Equal((64, 48, 256, StandInExporter.Xrgb8888, 0ul), (Memory(device)!.Width, Memory(device)!.Height, Memory(device)!.Stride, Memory(device)!.Fourcc, Memory(device)!.Modifier));
        Assert.Equal(FileOf(5), Memory(device)!.File);
        Assert.Empty(device.Front.Display!.Surfaces);
        Assert.Empty(device.Front.Display.Violations);
        Assert.True(_exporter.Flushes > 0);
        device.Stop();
        Patterns.AssertGradient(Picture.Load(device.LatestPng), 9);
    }

    [Fact]
    public void Viewer_that_never_finishes_a_frame_does_not_hold_up_the_guest()
    {
        using RunningDevice device = Start();
        device.Front.Display!.HoldsFrames = true;
        Draw(device, 5, seed: 9);
        Draw(device, 6, seed: 8);
        // Each command is answered, and each answer waited for: a device that waited for the viewer would hang here.
        for (uint i = 0; i < 200; i++)
        {
            device.Gpu.SetScanout(0, 5 + i % 2, 0, 0, 64, 48);
            device.Gpu.Flush(5 + i % 2, 0, 0, 64, 48);
            device.Gpu.UpdateCursor(0, (int)i, 0, 0, 0, 0);
        }

        device.WaitFor(() => Memory(device) is { UpdateCount: > 0 }, "the first look");
        Assert.Empty(device.Front.Display.Violations);
        device.Front.Display.HoldsFrames = false;
        device.Front.Display.FinishFrames();
        device.WaitFor(() => Memory(device)?.File == FileOf(6) && Memory(device)!.UpdateCount > 0, "the newest picture");
        // Page flips do not export again.
        Assert.Equal(2, _exporter.Exports);
    }

    [Fact]
    public void Resource_that_ends_while_it_is_shown_takes_its_memory_away()
    {
        using RunningDevice device = Start();
        Draw(device, 5, seed: 9);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.WaitFor(() => Memory(device) is not null, "the memory");
        FileIdentity first = Memory(device)!.File;
        device.Gpu.Unref(5);
        device.WaitFor(() => Memory(device) is null, "the dark screen");

        Draw(device, 5, seed: 3);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.WaitFor(() => Memory(device) is not null, "the memory of the next resource with that number");
        Assert.NotEqual(first, Memory(device)!.File);
        Assert.Equal(2, _exporter.Exports);
        Assert.Empty(device.Front.Display!.Violations);
    }

    [Fact]
    public void What_cannot_be_shared_comes_as_pixels_screen_by_screen()
    {
        using RunningDevice device = Start();
        Draw(device, 5, seed: 9);
        Draw(device, 100, seed: 1);                                             // its export fails
        device.CreateImage(7, 64, 48);                                          // 2D: the renderer does not know it
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.Gpu.SetScanout(1, 100, 0, 0, 64, 48);
        device.Gpu.SetScanout(2, 7, 0, 0, 64, 48);
        device.Gpu.SetScanout(3, 5, 16, 16, 32, 32);                            // a part
        device.WaitFor(() => Memory(device) is { UpdateCount: > 0 } && Surfaces(device) is { Count: 3 } && Surfaces(device).Values.All(surface => surface.UpdateCount > 0), "four pictures");

        Assert.Equal([1u, 2u, 3u], Surfaces(device).Keys.Order());
        Assert.True(Patterns.IsGradient(Surfaces(device)[1], 1));
        Assert.True(Patterns.IsGradient(Surfaces(device)[3], 9, 16, 16));
        Assert.Empty(device.Front.Display!.Violations);
    }

    [Fact]
    public void Screen_goes_from_memory_to_pixels_and_back()
    {
        using RunningDevice device = Start();
        Draw(device, 5, seed: 9);
        Draw(device, 100, seed: 1);
        for (int round = 0; round < 3; round++)
        {
            device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
            device.WaitFor(() => Memory(device) is { UpdateCount: > 0 }, "memory");
            device.Gpu.SetScanout(0, 100, 0, 0, 64, 48);
            device.WaitFor(() => Memory(device) is null && Surfaces(device).TryGetValue(0, out DisplaySurface? surface) && Patterns.IsGradient(surface, 1), "pixels");
        }

        Assert.Equal(2, _exporter.Exports);
        Assert.Empty(device.Front.Display!.Violations);
    }

    [Fact]
    public void Stop_and_continue_gives_the_memory_to_the_new_socket()
    {
        using RunningDevice device = Start();
        Draw(device, 5, seed: 9);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.Front.Display!.HoldsFrames = true;
        device.WaitFor(() => Memory(device) is not null, "the memory");
        device.Front.Stop();
        device.Front.Start();
        device.WaitFor(() => Memory(device) is { UpdateCount: > 0 }, "the memory again");
        Assert.Empty(device.Front.Display!.Violations);
    }

    [Fact]
    public void Viewer_without_modifiers_gets_linear_memory_in_the_older_message()
    {
        using RunningDevice device = Start(features: 1);
        Draw(device, 5, seed: 9);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.WaitFor(() => Memory(device) is { UpdateCount: > 0 }, "the memory");
        Assert.Null(Memory(device)!.Modifier);
        Assert.Empty(device.Front.Display!.Violations);
    }

    [Fact]
    public void Device_that_draws_on_a_processor_shares_nothing()
    {
        using var device = new RunningDevice();
        Draw(device, 5, seed: 9);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.WaitFor(() => Surfaces(device).TryGetValue(0, out DisplaySurface? surface) && Patterns.IsGradient(surface, 9), "pixels");
        Assert.Empty(device.Front.Display!.Memories);
    }

    private RunningDevice Start(ulong features = 3)
    {
        var device = new RunningDevice(isRealized: false, adjust: options => options with { Exporter = _exporter, ScanoutCount = 4 });
        device.Front.DisplayFeatures = features;
        device.Front.Realize();
        device.Front.Start();
        return device;
    }

    private static void Draw(RunningDevice device, uint resource, byte seed)
    {
        device.Gpu.CreateResource3D(resource, new GpuResource3D(2, 2, RenderTarget | SamplerView | Scanout, 64, 48));
        IReadOnlyList<GuestBuffer> backing = device.Ram.AllocateScattered(64 * 48 * 4, seed: (int)resource);
        device.Gpu.AttachBacking(resource, backing);
        device.Ram.Write(backing, Patterns.Gradient(64, 48, seed));
        device.Gpu.TransferToHost3D(0, resource, GpuBox.Rectangle(0, 0, 64, 48), 0);
    }

    private static DisplayMemory? Memory(RunningDevice device) => device.Front.Display!.Memories.GetValueOrDefault(0u);

    private static IReadOnlyDictionary<uint, DisplaySurface> Surfaces(RunningDevice device) => device.Front.Display!.Surfaces;

    private FileIdentity FileOf(uint resource)
    {
        lock (_exporter.Files) return _exporter.Files[resource];
    }
}
