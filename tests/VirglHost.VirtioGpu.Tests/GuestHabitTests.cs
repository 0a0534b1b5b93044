using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>What guests other than Linux do, made from their description (virtio-gpu notes §9.3 and §9.4), and drivers that want only some of the features.</summary>
public sealed class GuestHabitTests
{
    private const uint Ok = 0x1100;

    [Fact]
    public void Windows_uses_3d_without_the_virgl_bit()
    {
        using RunningDevice device = Windows();
        device.Gpu.CreateContext(5, "windows"u8);
        device.Gpu.DestroyContext(5);
        device.Gpu.CreateContext(5, "windows again"u8, contextInit: 2);   // CONTEXT_INIT was not accepted: the word means nothing
        device.Gpu.Submit3D(5, new uint[3000]);                   // empty commands
        device.Gpu.SplitsTail = true;
        device.Gpu.Submit3D(5, new uint[3000]);
    }

    [Fact]
    public void Windows_carries_fences_with_empty_submissions_whose_numbers_wrap()
    {
        using RunningDevice device = Windows();
        foreach (ulong fence in new ulong[] { 0xffff_fffe, 0xffff_ffff, 0, 1, 1, 2 })
        {
            GpuResponse response = device.Gpu.Send(new GpuCommand(0x207).Words(0, 0).Fence(fence));
            Assert.Equal((Ok, true, fence), (response.Type, response.IsFenced, response.Fence));
        }
    }

    [Fact]
    public void Windows_fences_every_command_even_questions()
    {
        using RunningDevice device = Windows();
        (GpuCommand Command, uint Expected)[] questions =
        [
            (new GpuCommand(0x100).Expecting(408), 0x1101), (new GpuCommand(0x10a).Words(0, 0).Expecting(1056), 0x1104),
            (new GpuCommand(0x108).Words(1, 0).Expecting(40), 0x1102), (new GpuCommand(0x109).Words(2, 2).Expecting(24 + 1408), 0x1103),
        ];
        ulong fence = 100;
        foreach ((GpuCommand command, uint expected) in questions)
        {
            GpuResponse response = device.Gpu.Send(command.Fence(++fence));
            Assert.Equal((expected, true, fence), (response.Type, response.IsFenced, response.Fence));
        }
    }

    [Fact]
    public void Windows_gives_every_page_an_entry_and_pages_a_shown_resource_out_and_in()
    {
        using RunningDevice device = Windows();
        device.Gpu.SplitsTail = true;
        GuestBuffer memory = device.Ram.Allocate(3840 * 2160 * 4);
        GuestBuffer[] pages = [.. Enumerable.Range(0, (int)(memory.Length / 4096)).Select(i => new GuestBuffer(memory.Address + (ulong)i * 4096, 4096))];
        Assert.Equal(8100, pages.Length);
        device.Gpu.CreateResource3D(1, new GpuResource3D(2, 2, 1 << 18 | 2 | 8, 3840, 2160));
        device.Gpu.AttachBacking(1, pages);
        device.Gpu.SetScanout(0, 1, 0, 0, 3840, 2160);
        for (int i = 1; i <= 3; i++)
        {
            device.Ram.Slice(memory).Fill((byte)i);
            device.Gpu.TransferToHost3D(0, 1, new GpuBox(0, 0, 0, 3840, 2160, 1), 0);
            device.Gpu.DetachBacking(1);
            device.Gpu.Flush(1, 0, 0, 3840, 2160);
            device.WaitFor(() => device.Front.Display!.Surfaces.GetValueOrDefault(0u) is { } s && s[3839, 2159] == ((byte)i, (byte)i, (byte)i), "the frame");
            device.Gpu.AttachBacking(1, pages);
        }
    }

    [Fact]
    public void Windows_uses_ids_again_at_once_and_asks_for_coherent_staging()
    {
        using RunningDevice device = Windows();
        for (int i = 0; i < 50; i++)
        {
            device.Gpu.CreateResource3D(3, new GpuResource3D(0, 64, 1 << 17, 4096) { Flags = 4 });
            device.Gpu.AttachBacking(3, [device.Ram.Allocate(4096)]);
            device.Gpu.Unref(3);
        }
    }

    [Theory]
    [InlineData(0)]                                               // EDK2, BSDs: VERSION_1 only
    [InlineData(VhostUserFrontend.Edid)]                          // the 2D driver of Windows
    [InlineData(VhostUserFrontend.Virgl)]
    [InlineData(VhostUserFrontend.IndirectDescriptors)]
    [InlineData(VhostUserFrontend.EventIndex)]
    [InlineData(VhostUserFrontend.Virgl | VhostUserFrontend.ResourceBlob)]
    [InlineData(VhostUserFrontend.Edid | VhostUserFrontend.RingPacked | VhostUserFrontend.InOrder)]
    public void Driver_with_any_subset_of_the_features_gets_its_picture_and_may_be_followed_by_another(ulong features)
    {
        RingFormat rings = (features & VhostUserFrontend.RingPacked) != 0 ? RingFormat.Packed : RingFormat.Split;
        using var device = new RunningDevice(isRealized: false, rings: rings);
        ulong all = device.Front.DriverFeatures;
        device.Front.DriverFeatures = features | VhostUserFrontend.Version1;
        device.Front.Realize();
        device.Front.Start();
        ShowOnce(device, 1);
        device.Front.Reset();
        device.Gpu.Forget();
        device.Front.DriverFeatures = all;
        device.Front.Start();
        ShowOnce(device, 2);
        device.Gpu.CreateContext(1, "after it"u8);
    }

    [Fact]
    public void Sixteen_screens_show_parts_of_one_wide_image_and_each_gets_its_own_damage()
    {
        using var device = new RunningDevice(adjust: options => options with { ScanoutCount = 16 });
        IReadOnlyList<GuestBuffer> backing = device.CreateImage(1, 1024, 48);
        device.Ram.Write(backing, Patterns.Gradient(1024, 48, 1));
        device.Gpu.TransferToHost2D(1, 0, 0, 1024, 48, 0);
        for (uint i = 0; i < 16; i++) device.Gpu.SetScanout(i, 1, i * 64, 0, 64, 48);
        DisplayPeer viewer = device.Front.Display!;
        device.WaitFor(() => Enumerable.Range(0, 16).All(i => viewer.Surfaces.GetValueOrDefault((uint)i) is { } s && Patterns.IsGradient(s, 1, i * 64)), "all screens");

        device.Ram.Write(backing, Patterns.Gradient(1024, 48, 2));
        device.Gpu.TransferToHost2D(1, 120, 10, 16, 4, (10 * 1024 + 120) * 4);
        device.Gpu.Flush(1, 120, 10, 16, 4);                      // the last 8 columns of screen 1, the first 8 of screen 2
        device.WaitFor(() => viewer.Surfaces[1][63, 13].R == 2 && viewer.Surfaces[2][7, 13].R == 2, "the change");
        Assert.Equal((1, 1, 1, 1), (viewer.Surfaces[1][55, 13].R, viewer.Surfaces[2][8, 13].R, viewer.Surfaces[1][63, 14].R, viewer.Surfaces[0][63, 13].R));
        Assert.Empty(viewer.Violations);
        Assert.Equal(0x1202u, device.Gpu.Send(new GpuCommand(0x103).Words(0, 0, 64, 48, 16, 1)).Type);
    }

    private static RunningDevice Windows()
    {
        var device = new RunningDevice(isRealized: false);
        device.Front.DriverFeatures = VhostUserFrontend.Edid | VhostUserFrontend.Version1 | VhostUserFrontend.IndirectDescriptors;
        device.Front.Realize();
        device.Front.Start();
        return device;
    }

    private static void ShowOnce(RunningDevice device, byte seed)
    {
        device.Ram.Write(device.CreateImage(1, 64, 48), Patterns.Gradient(64, 48, seed));
        device.Gpu.SetScanout(0, 1, 0, 0, 64, 48);
        device.Gpu.TransferToHost2D(1, 0, 0, 64, 48, 0);
        device.Gpu.Flush(1, 0, 0, 64, 48);
        device.WaitFor(() => device.Front.Display!.Surfaces.GetValueOrDefault(0u) is { } s && Patterns.IsGradient(s, seed), "the picture");
        Assert.Empty(device.Front.Display!.Violations);
    }
}
