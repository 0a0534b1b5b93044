using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests.Display;

/// <summary>Pointers as the viewer and the picture files get them, from every kind of resource that a guest may name. The renderer is the real one.</summary>
public sealed class CursorPictureTests
{
    private const uint CursorBind = 1 << 16, RenderTarget = 2, SamplerView = 8;
    private const uint YZeroTop = 1;
    private const uint B8G8R8A8 = 1, B8G8R8X8 = 2, R8G8B8A8 = 67;

    public static TheoryData<string, uint, uint, uint> Kinds => new()
    {
        { "2D", B8G8R8A8, 0, 0 },
        { "2D", R8G8B8A8, 0, 0 },
        { "3D", B8G8R8A8, CursorBind, 0 },
        { "3D", B8G8R8A8, RenderTarget | SamplerView, 0 },
        { "3D", B8G8R8A8, RenderTarget | SamplerView, YZeroTop },
        { "3D", R8G8B8A8, RenderTarget | SamplerView, YZeroTop },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Shape_arrives_upright_with_alpha_hot_spot_and_place(string kind, uint format, uint bind, uint flags)
    {
        using var device = new RunningDevice();
        ShowBlack(device, scanout: 0, resource: 5, 128, 96);
        CreateShape(device, 6, kind == "3D" ? new GpuResource3D(2, format, bind, 64, 64) { Flags = flags } : null, format, Shape(format));
        device.Gpu.UpdateCursor(0, 40, 20, 6, 3, 60);
        device.WaitFor(() => device.Front.Display!.Cursor.IsVisible, "the pointer");

        DisplayCursor cursor = device.Front.Display!.Cursor;
        Assert.Equal((0u, 40, 20, 3u, 60u), (cursor.Scanout, cursor.X, cursor.Y, cursor.HotX, cursor.HotY));
        Assert.Equal(Shape(B8G8R8A8), cursor.Pixels);
        device.Stop();
        // Blue grows to the right, green downwards, alpha is half in the lower part; on black that is what is seen.
        Picture picture = Picture.Load(device.LatestPng);
        Assert.Equal((0, 10, 20, 255), picture[40 + 20, 20 + 10]);
        Assert.Equal((0, 50, 20, 255), picture[40 + 20, 20 + 50]);
        Assert.Equal((0, 0, 0, 255), picture[39, 30]);
        Assert.Equal((0, 0, 0, 255), picture[60, 19]);
        Assert.Equal((0, 63, 63, 255), picture[40 + 63, 20 + 63]);
    }

    [Fact]
    public void Shape_without_alpha_covers_what_is_below()
    {
        using var device = new RunningDevice();
        ShowBlack(device, scanout: 0, resource: 5, 128, 96);
        CreateShape(device, 6, null, B8G8R8X8, new byte[64 * 64 * 4]);
        device.Gpu.UpdateCursor(0, 0, 0, 6, 0, 0);
        device.WaitFor(() => device.Front.Display!.Cursor.IsVisible, "the pointer");
        Assert.All(Enumerable.Range(0, 64 * 64), i => Assert.Equal(255, device.Front.Display!.Cursor.Pixels[i * 4 + 3]));
    }

    [Theory]
    [InlineData(32, 32)]
    [InlineData(128, 80)]
    public void Shape_of_another_size_is_cut_or_padded_with_nothing(int width, int height)
    {
        using var device = new RunningDevice();
        byte[] pixels = new byte[width * height * 4];
        pixels.AsSpan().Fill(0xff);
        CreateShape(device, 6, new GpuResource3D(2, B8G8R8A8, RenderTarget | SamplerView, (uint)width, (uint)height), B8G8R8A8, pixels);
        device.Gpu.UpdateCursor(0, 0, 0, 6, 0, 0);
        device.WaitFor(() => device.Front.Display!.Cursor.IsVisible, "the pointer");
        byte[] shown = device.Front.Display!.Cursor.Pixels;
        for (int y = 0; y < 64; y++)
        for (int x = 0; x < 64; x++)
            Assert.Equal(x < width && y < height ? 255 : 0, shown[(y * 64 + x) * 4 + 3]);
    }

    [Fact]
    public void Pointer_is_hidden_by_resource_zero_in_both_commands_and_comes_back_with_its_shape()
    {
        using var device = new RunningDevice();
        ShowBlack(device, scanout: 0, resource: 5, 128, 96);
        CreateShape(device, 6, new GpuResource3D(2, B8G8R8A8, RenderTarget | SamplerView, 64, 64), B8G8R8A8, Shape(B8G8R8A8));
        device.Gpu.UpdateCursor(0, 10, 10, 6, 0, 0);
        device.WaitFor(() => device.Front.Display!.Cursor.IsVisible, "the pointer");
        device.Gpu.UpdateCursor(0, 10, 10, 0, 0, 0);
        device.WaitFor(() => !device.Front.Display!.Cursor.IsVisible, "no pointer");
        device.Gpu.MoveCursor(0, 30, 12, 6);
        device.WaitFor(() => device.Front.Display!.Cursor is { IsVisible: true, X: 30, Y: 12 }, "the pointer again");
        Assert.Equal(Shape(B8G8R8A8), device.Front.Display!.Cursor.Pixels);
        device.Gpu.MoveCursor(0, 30, 12, 0);
        device.WaitFor(() => !device.Front.Display!.Cursor.IsVisible, "no pointer again");
        device.Stop();
        Picture picture = Picture.Load(device.LatestPng);
        Assert.Equal(1, picture.CountColours());
    }

    [Fact]
    public void Each_screen_has_a_pointer_of_its_own()
    {
        using var device = new RunningDevice(adjust: options => options with { ScanoutCount = 2 });
        ShowBlack(device, scanout: 0, resource: 5, 128, 96);
        ShowBlack(device, scanout: 1, resource: 7, 100, 80);
        byte[] red = new byte[64 * 64 * 4], green = new byte[64 * 64 * 4];
        for (int i = 0; i < red.Length; i += 4) (red[i + 2], red[i + 3], green[i + 1], green[i + 3]) = (255, 255, 255, 255);
        CreateShape(device, 6, new GpuResource3D(2, B8G8R8A8, RenderTarget | SamplerView, 64, 64) { Flags = YZeroTop }, B8G8R8A8, red);
        CreateShape(device, 8, null, B8G8R8A8, green);
        device.Gpu.UpdateCursor(0, 100, 90, 6, 0, 0);
        device.Gpu.UpdateCursor(1, -60, 76, 8, 0, 0);
        device.WaitFor(() => device.Front.Display!.Cursor is { Scanout: 1, IsVisible: true }, "the second pointer");
        device.Stop();

        Picture first = Picture.Load(device.LatestPng), second = Picture.Load(Path.Combine(device.PngDirectory, "scanout-1", "latest.png"));
        for (int y = 0; y < 96; y++)
        for (int x = 0; x < 128; x++)
            Assert.Equal(x >= 100 && y >= 90 ? 255 : 0, first[x, y].R);
        for (int y = 0; y < 80; y++)
        for (int x = 0; x < 100; x++)
            Assert.Equal(x < 4 && y >= 76 ? 255 : 0, second[x, y].G);
    }

    [Fact]
    public void Pointer_that_cannot_be_read_is_refused_and_the_old_one_stays()
    {
        using var device = new RunningDevice();
        CreateShape(device, 6, null, B8G8R8A8, Shape(B8G8R8A8));
        device.Gpu.UpdateCursor(0, 1, 2, 6, 3, 4);
        device.WaitFor(() => device.Front.Display!.Cursor.IsVisible, "the pointer");
        device.Gpu.CreateResource3D(9, new GpuResource3D(0, 64, 1 << 4, 4096));            // a vertex buffer
        device.Gpu.UpdateCursor(0, 50, 50, 9, 0, 0);
        device.Gpu.UpdateCursor(0, 50, 50, 77, 0, 0);                                      // no such resource
        device.Gpu.MoveCursor(0, 11, 12, 6);
        device.WaitFor(() => device.Front.Display!.Cursor is { X: 11, Y: 12 }, "the move");
        Assert.Equal(Shape(B8G8R8A8), device.Front.Display!.Cursor.Pixels);
    }

    /// <summary>Blue = x, green = y, red = 0; opaque above, half transparent (premultiplied, so the colours stay) below.</summary>
    private static byte[] Shape(uint format)
    {
        byte[] pixels = new byte[64 * 64 * 4];
        (int blue, int red) = format == R8G8B8A8 ? (2, 0) : (0, 2);
        for (int y = 0; y < 64; y++)
        for (int x = 0; x < 64; x++)
        {
            int at = (y * 64 + x) * 4;
            (pixels[at + blue], pixels[at + 1], pixels[at + red], pixels[at + 3]) = ((byte)x, (byte)y, 0, (byte)(y < 32 ? 255 : 128));
        }

        return pixels;
    }

    private static void ShowBlack(RunningDevice device, uint scanout, uint resource, uint width, uint height)
    {
        device.CreateImage(resource, width, height);
        device.Gpu.SetScanout(scanout, resource, 0, 0, width, height);
        device.Gpu.Flush(resource, 0, 0, width, height);
    }

    private static void CreateShape(RunningDevice device, uint resource, GpuResource3D? rendered, uint format, byte[] pixels)
    {
        (uint width, uint height) = rendered is null ? (64, 64) : (rendered.Width, rendered.Height);
        if (rendered is null) device.Gpu.CreateResource2D(resource, format, width, height);
        else device.Gpu.CreateResource3D(resource, rendered);
        IReadOnlyList<GuestBuffer> backing = device.Ram.AllocateScattered(pixels.Length, seed: (int)resource);
        device.Gpu.AttachBacking(resource, backing);
        device.Ram.Write(backing, pixels);
        if (rendered is null) device.Gpu.TransferToHost2D(resource, 0, 0, width, height, 0);
        else device.Gpu.TransferToHost3D(0, resource, GpuBox.Rectangle(0, 0, width, height), 0);
    }
}
