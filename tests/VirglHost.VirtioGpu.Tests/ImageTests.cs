using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>2D resources: plain memory until a context asks for them.</summary>
public sealed class ImageTests
{
    public static TheoryData<uint, int[], bool> Formats => new()
    {
        { 1, [2, 1, 0, 3], true }, { 2, [2, 1, 0, 3], false }, { 3, [1, 2, 3, 0], true }, { 4, [1, 2, 3, 0], false },
        { 67, [0, 1, 2, 3], true }, { 134, [0, 1, 2, 3], false }, { 121, [3, 2, 1, 0], true }, { 68, [3, 2, 1, 0], false },
    };

    /// <summary>The bytes of a pixel that are red, green, blue and alpha.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_2d_format_shows_its_colours_and_makes_a_pointer(uint format, int[] channels, bool hasAlpha)
    {
        using var device = new RunningDevice(hasGl: false);
        byte[] pixels = new byte[67 * 19 * 4];
        for (int i = 0; i < 67 * 19; i++)
        {
            pixels[i * 4 + channels[0]] = (byte)(i + 1);
            pixels[i * 4 + channels[1]] = (byte)(i * 3);
            pixels[i * 4 + channels[2]] = (byte)(i * 7);
            pixels[i * 4 + channels[3]] = (byte)(i * 11);
        }

        device.Ram.Write(device.CreateImage(1, 67, 19, format), pixels);
        device.Gpu.TransferToHost2D(1, 0, 0, 67, 19, 0);
        device.Gpu.SetScanout(0, 1, 0, 0, 67, 19);
        device.Gpu.Flush(1, 0, 0, 67, 19);
        device.WaitFor(() => device.Front.Display!.Surfaces.GetValueOrDefault(0u) is { UpdateCount: > 0 }, "the picture");
        DisplaySurface surface = device.Front.Display!.Surfaces[0];
        for (int i = 0; i < 67 * 19; i++) Assert.Equal(((byte)(i + 1), (byte)(i * 3), (byte)(i * 7)), surface[i % 67, i / 67]);

        device.Gpu.UpdateCursor(0, 1, 1, 1, 0, 0);
        device.WaitFor(() => device.Front.Display!.Cursor.IsVisible, "the pointer");
        byte[] shape = device.Front.Display!.Cursor.Pixels;
        for (int i = 0; i < 64; i++)
            Assert.Equal([(byte)(i * 7), (byte)(i * 3), (byte)(i + 1), hasAlpha ? (byte)(i * 11) : (byte)255], shape[(i * 4)..(i * 4 + 4)]);
    }

    [Fact]
    public void Host_without_gl_serves_2d_and_offers_no_3d()
    {
        using var device = new RunningDevice(hasGl: false);
        Assert.Equal(VhostUserFrontend.Edid | VhostUserFrontend.ResourceUuid | VhostUserFrontend.ResourceBlob, device.Front.OfferedFeatures & 0xff);
        Assert.Equal(0, device.Front.ReadConfig(12, 4)[0]);
        foreach (uint type in new uint[] { 0x200, 0x204, 0x205, 0x207 })
            Assert.Equal(0x1200u, device.Gpu.Send(new GpuCommand(type, 1).Words(new uint[16])).Type);
        Assert.Equal(0x1205u, device.Gpu.Send(new GpuCommand(0x108).Words(0, 0)).Type);
        device.Ram.Write(device.CreateImage(5, 64, 48), Patterns.Gradient(64, 48, 7));
        GpuResponse fenced = device.Gpu.Send(new GpuCommand(0x105).Words(0, 0, 64, 48).Quad(0).Words(5, 0).Fence(9));
        Assert.Equal((0x1100u, 9ul), (fenced.Type, fenced.Fence));
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.Gpu.Flush(5, 0, 0, 64, 48);
        device.Front.Reset();
        device.Gpu.Forget();
        device.Front.Start();
        Assert.Equal(0x1203u, device.Gpu.Send(new GpuCommand(0x102).Words(5, 0)).Type);
        device.Stop();
        Patterns.AssertGradient(Picture.Load(device.LatestPng), 7);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Image_that_a_context_asks_for_keeps_its_content_and_its_place_on_the_screen(bool byAttach)
    {
        using var device = new RunningDevice();
        IReadOnlyList<GuestBuffer> backing = device.CreateImage(5, 64, 48, format: 1);
        device.Ram.Write(backing, Patterns.Gradient(64, 48, 3));
        device.Gpu.TransferToHost2D(5, 0, 0, 64, 48, 0);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.Gpu.CreateContext(1, "test"u8);
        device.Ram.Write(backing, new byte[64 * 48 * 4]);

        if (byAttach) device.Gpu.AttachResource(1, 5);
        device.Gpu.TransferFromHost3D(byAttach ? 1u : 0, 5, new GpuBox(0, 0, 0, 64, 48, 1), 0);
        Assert.Equal(Patterns.Gradient(64, 48, 3), device.Ram.Read(backing));

        device.Ram.Write(backing, Patterns.Gradient(64, 48, 4));
        device.Gpu.TransferToHost2D(5, 0, 0, 64, 24, 0);
        device.Gpu.Flush(5, 0, 0, 64, 48);
        device.WaitFor(() => device.Front.Display!.Surfaces.GetValueOrDefault(0u) is { } s && s[9, 23] == (4, 23, 9) && s[9, 24] == (3, 24, 9), "both halves");
        device.Gpu.DetachBacking(5);
        device.Gpu.Unref(5);
        device.WaitFor(() => device.Front.Display!.Surfaces.Count == 0, "the dark screen");
        Assert.Empty(device.Front.Display!.Violations);
    }

    [Fact]
    public void Images_over_the_budget_are_refused_and_room_comes_back()
    {
        using var device = new RunningDevice(adjust: options => options with { MaxImageBytes = 3 << 20 }, hasGl: false);
        for (int turn = 0; turn < 20; turn++)
        {
            device.Gpu.CreateResource2D(1, 1, 512, 512);
            device.Gpu.CreateResource2D(2, 1, 1024, 512);
            Assert.Equal(0x1201u, device.Gpu.Send(new GpuCommand(0x101).Words(3, 1, 1, 1)).Type);
            device.Gpu.Unref(2);
            device.Gpu.CreateResource2D(2, 1, 1, 1);
            device.Gpu.Unref(2);
            if (turn % 2 == 0)
            {
                device.Gpu.Unref(1);
                continue;
            }

            device.Front.Reset();
            device.Gpu.Forget();
            device.Front.Start();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Part_of_an_image_comes_from_where_it_is_in_the_pages_whether_they_touch_or_not(bool inOnePiece)
    {
        using var device = new RunningDevice(hasGl: false);
        device.Gpu.CreateResource2D(1, 2, 1000, 600);             // large enough for memory of its own
        IReadOnlyList<GuestBuffer> backing = inOnePiece ? [device.Ram.Allocate(1000 * 600 * 4)] : device.Ram.AllocateScattered(1000 * 600 * 4, seed: 1);
        device.Gpu.AttachBacking(1, backing);
        device.Ram.Write(backing, Patterns.Gradient(1000, 600, 5));
        device.Gpu.TransferToHost2D(1, 30, 40, 17, 9, (40 * 1000 + 30) * 4);
        device.Gpu.TransferToHost2D(1, 983, 599, 17, 1, (599 * 1000 + 983) * 4);
        device.Gpu.SetScanout(0, 1, 20, 30, 980, 570);
        device.WaitFor(() => device.Front.Display!.Surfaces.GetValueOrDefault(0u) is { UpdateCount: > 0 } s && s[979, 569] != (0, 0, 0), "the picture");
        DisplaySurface surface = device.Front.Display!.Surfaces[0];
        byte[] all = Patterns.Gradient(1000, 600, 5);
        for (int y = 0; y < 570; y++)
        for (int x = 0; x < 980; x++)
        {
            bool isCopied = (x is >= 10 and < 27 && y is >= 10 and < 19) || (x >= 963 && y == 569);
            int at = ((y + 30) * 1000 + x + 20) * 4;
            Assert.Equal(isCopied ? (all[at + 2], all[at + 1], all[at]) : ((byte)0, (byte)0, (byte)0), surface[x, y]);
        }
    }

    /// <summary>Parts of 4 MiB and more are copied past the caches, smaller ones are not.</summary>
    [Theory]
    [InlineData(true, 0, 1280)]
    [InlineData(false, 0, 1280)]
    [InlineData(true, 33, 1200)]
    [InlineData(false, 33, 1200)]
    [InlineData(false, 1270, 10)]
    public void Large_part_of_an_image_is_copied_to_the_pixel(bool inOnePiece, uint x, uint width)
    {
        using var device = new RunningDevice(hasGl: false);
        device.Gpu.CreateResource2D(1, 2, 1280, 960);
        IReadOnlyList<GuestBuffer> backing = inOnePiece ? [device.Ram.Allocate(1280 * 960 * 4)] : device.Ram.AllocateScattered(1280 * 960 * 4, seed: 1);
        device.Gpu.AttachBacking(1, backing);
        device.Ram.Write(backing, Patterns.Gradient(1280, 960, 5));
        device.Gpu.TransferToHost2D(1, x, 20, width, 930, (20 * 1280 + x) * 4);
        device.Gpu.SetScanout(0, 1, 0, 0, 1280, 960);
        device.WaitFor(() => device.Front.Display!.Surfaces.GetValueOrDefault(0u) is { UpdateCount: > 0 } s && s[(int)(x + width - 1), 949] != (0, 0, 0), "the picture");
        DisplaySurface surface = device.Front.Display!.Surfaces[0];
        for (int row = 0; row < 960; row++)
        for (int column = 0; column < 1280; column++)
        {
            bool isCopied = column >= x && column < x + width && row is >= 20 and < 950;
            Assert.Equal(isCopied ? ((byte)5, (byte)row, (byte)column) : ((byte)0, (byte)0, (byte)0), surface[column, row]);
        }
    }

    [Fact]
    public void Backing_of_tens_of_thousands_of_entries_is_read_to_its_end()
    {
        using var device = new RunningDevice(hasGl: false);
        const int Entries = 65_536;
        GuestBuffer[] pages = [device.Ram.Allocate(4096), device.Ram.Allocate(4096), device.Ram.Allocate(4096), device.Ram.Allocate(4096)];
        // Never two neighbours in a row: every entry stays a run of its own.
        GuestBuffer[] backing = [.. Enumerable.Range(0, Entries).Select(i => i == Entries - 1 ? pages[3] : pages[i % 2 * 2])];
        for (int i = 0; i < 3; i++) device.Ram.Slice(pages[i]).Fill(0x11);
        device.Ram.Slice(pages[3]).Fill(0x77);
        device.Gpu.SplitsTail = true;
        device.Gpu.CreateResource2D(1, 2, 8192, 8192);            // 256 MiB
        device.Gpu.AttachBacking(1, backing);
        device.Gpu.TransferToHost2D(1, 0, 8176, 8192, 16, 8176 * 8192 * 4);
        device.Gpu.SetScanout(0, 1, 8192 - 64, 8192 - 16, 64, 16);
        device.WaitFor(() => device.Front.Display!.Surfaces.GetValueOrDefault(0u) is { } s && s[63, 15] == (0x77, 0x77, 0x77) && s[63, 14] == (0x11, 0x11, 0x11), "the last page");
    }
}
