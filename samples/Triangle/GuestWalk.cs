using VirglHost.CommandStream.Caps;
using VirglHost.Testing;

namespace VirglHost.Samples.Triangle;

/// <summary>The steps of a guest's driver, from the first handshake to the picture on the screen. Every step is checked.</summary>
internal sealed class GuestWalk(VhostUserFrontend frontend, string folder)
{
    private const uint Width = 800, Height = 600;
    private const uint FormatBgrx = 2, FormatRgba = 67;     // VIRTIO_GPU_FORMAT_B8G8R8X8_UNORM, …_R8G8B8A8_UNORM
    private const uint Screen = 1, Vertices = 2, Context = 1;
    private const int RowsPerInlineWrite = 75;     // 75 rows are 60,000 words: a command holds 65,535

    private readonly GpuDriver _gpu = new(frontend) { SplitsTail = true };
    private int _step;

    public void Run(bool is2DOnly)
    {
        Negotiate();
        if (!is2DOnly) RequireVirgl();
        UploadByTransfer(is2DOnly);
        if (!is2DOnly)
        {
            UploadInline();
            Draw();
        }

        CleanUp(is2DOnly);
        Console.WriteLine("done");
    }

    private void Negotiate()
    {
        frontend.Realize();
        Step($"features offered {frontend.OfferedFeatures:x}, protocol features {frontend.ProtocolFeatures:x}");
        byte[] config = frontend.ReadConfig(0, 16);
        Step($"config space: {BitConverter.ToUInt32(config, 8)} scanouts, {BitConverter.ToUInt32(config, 12)} capsets");
        frontend.Start();
        (uint width, uint height, bool isEnabled) = _gpu.GetDisplayInfo();
        Step($"driver ready with features {frontend.Features:x}; display {width}x{height}, {(isEnabled ? "on" : "off")}");
        if ((frontend.Features & VhostUserFrontend.Edid) != 0) Step($"EDID of {_gpu.GetEdid(0).Length} bytes");
    }

    private void RequireVirgl()
    {
        if ((frontend.Features & VhostUserFrontend.Virgl) == 0)
            throw new FrontendException("the back-end does not offer VIRGL: start it with 3D, or use --2d-only");
        uint count = BitConverter.ToUInt32(frontend.ReadConfig(0, 16), 12);
        if (count == 0) throw new FrontendException("the back-end offers VIRGL but no capset");
        for (uint i = 0; i < count; i++)
        {
            (uint id, uint version, uint size) = _gpu.GetCapsetInfo(i);
            byte[] capset = _gpu.GetCapset(id, version, size);
            Step($"capset {id} version {version}: {capset.Length} bytes{Describe(id, capset)}");
        }

        _gpu.CreateContext(Context, "triangle"u8);
        Step("VirGL context created");
    }

    private static string Describe(uint id, byte[] capset)
    {
        // The common part starts with the version; its GLSL level stands behind four format masks and the boolean word.
        const int GlslLevel = 4 + 4 * 64 + 4;
        return id is 1 or 2 && capset.Length >= VirglCapsV1.SizeInBytes ? $", GLSL {BitConverter.ToUInt32(capset, GlslLevel)}" : "";
    }

    private void UploadByTransfer(bool is2DOnly)
    {
        // QUIRK: QEMU's own vhost-user-gpu (10.0.2, 2D) sends an RGBA resource to the display unconverted, red and blue swapped. Linux's console is BGRX.
        _gpu.CreateResource2D(Screen, is2DOnly ? FormatBgrx : FormatRgba, Width, Height);
        IReadOnlyList<GuestBuffer> pages = frontend.Ram.AllocateScattered((int)(Width * Height * 4));
        _gpu.AttachBacking(Screen, pages);
        if (!is2DOnly) _gpu.AttachResource(Context, Screen);
        Step($"{Width}x{Height} {(is2DOnly ? "BGRX" : "RGBA")} resource on {pages.Count} scattered guest pages");

        byte[] picture = Pattern(isFirst: true);
        frontend.Ram.Write(pages, is2DOnly ? SwapRedAndBlue(picture) : picture);
        _gpu.TransferToHost2D(Screen, 0, 0, Width, Height, 0);
        _gpu.SetScanout(0, Screen, 0, 0, Width, Height);
        Show("1-transfer.png", surface => FindDifference(surface, picture), "TRANSFER_TO_HOST_2D");

        // A rectangle in the middle, whose offset points at its first pixel and whose rows are as far apart as the resource's.
        byte[] inverted = [.. picture.Select((value, i) => i % 4 == 3 ? value : (byte)~value)];
        frontend.Ram.Write(pages, is2DOnly ? SwapRedAndBlue(inverted) : inverted);
        _gpu.TransferToHost2D(Screen, 200, 150, 400, 300, (150 * Width + 200) * 4);
        byte[] expected = [.. picture];
        for (uint y = 150; y < 450; y++) inverted.AsSpan((int)(y * Width + 200) * 4, 1600).CopyTo(expected.AsSpan((int)(y * Width + 200) * 4));
        Show("2-part.png", surface => FindDifference(surface, expected), "TRANSFER_TO_HOST_2D of a part");
    }

    private void UploadInline()
    {
        byte[] picture = Pattern(isFirst: false);
        for (int row = 0; row < Height; row += RowsPerInlineWrite)
        {
            ReadOnlySpan<byte> rows = picture.AsSpan(row * (int)Width * 4, RowsPerInlineWrite * (int)Width * 4);
            _gpu.Submit3D(Context, TriangleStream.InlineWrite(Screen, row, (int)Width, RowsPerInlineWrite, rows));
        }

        Show("3-inline-write.png", surface => FindDifference(surface, picture), "RESOURCE_INLINE_WRITE");
    }

    private void Draw()
    {
        byte[] vertices = TriangleScene.VertexBytes();
        _gpu.CreateResource3D(Vertices, new GpuResource3D(Target: 0, Format: 64, Bind: 1 << 4, Width: (uint)vertices.Length));
        IReadOnlyList<GuestBuffer> pages = frontend.Ram.AllocateScattered(vertices.Length);
        frontend.Ram.Write(pages, vertices);
        _gpu.AttachBacking(Vertices, pages);
        _gpu.AttachResource(Context, Vertices);
        _gpu.TransferToHost3D(Context, Vertices, new GpuBox(0, 0, 0, (uint)vertices.Length, 1, 1), 0);
        Step($"vertex buffer of {vertices.Length} bytes: position, normal, colour");

        _gpu.Submit3D(Context, TriangleStream.SetUp(Screen, Vertices, (int)Width, (int)Height));
        Step("state, shaders, framebuffer and constants set");
        _gpu.Submit3D(Context, TriangleStream.Draw());
        byte[] background = Pattern(isFirst: false);
        Show("4-triangle.png", surface => TriangleScene.FindDifference(surface, background), "the lit triangle");
    }

    private void CleanUp(bool is2DOnly)
    {
        _gpu.SetScanout(0, 0, 0, 0, 0, 0);
        _gpu.Unref(Screen);
        if (!is2DOnly)
        {
            _gpu.Unref(Vertices);
            _gpu.DestroyContext(Context);
        }

        frontend.Stop();
        Step("everything released, rings stopped");
    }

    /// <summary>Flushes, waits until the screen is right, keeps it as a file.</summary>
    private void Show(string file, Func<DisplaySurface, string?> findDifference, string what)
    {
        _gpu.Flush(Screen, 0, 0, Width, Height);
        DisplaySurface? surface = null;
        string? difference = "nothing was sent to the display";
        try
        {
            frontend.Channel.WaitUntil(
                () =>
                {
                    DisplayPeer display = frontend.Display!;
                    if (display.Violations.Count > 0) throw new FrontendException($"the display socket: {display.Violations[0]}");
                    if (!display.Surfaces.TryGetValue(0, out surface) || surface.UpdateCount == 0) return false;
                    difference = findDifference(surface);
                    return difference is null;
                },
                what);
        }
        catch (TimeoutException)
        {
            if (surface is not null) PngFile.Write(Path.Combine(folder, $"wrong-{file}"), surface);
            throw new FrontendException($"{what}: {difference}");
        }

        string path = Path.Combine(folder, file);
        PngFile.Write(path, surface!);
        Step($"{what}: the screen is right, see {path}");
    }

    private static string? FindDifference(DisplaySurface surface, byte[] picture)
    {
        if (surface.Width != Width || surface.Height != Height) return $"the surface is {surface.Width}x{surface.Height}";
        for (int i = 0; i < picture.Length; i += 4)
        {
            if (surface.Pixels[i] == picture[i + 2] && surface.Pixels[i + 1] == picture[i + 1] && surface.Pixels[i + 2] == picture[i]) continue;
            (int x, int y) = (i / 4 % (int)Width, i / 4 / (int)Width);
            return $"pixel {x},{y} is {surface[x, y]}, expected ({picture[i]}, {picture[i + 1]}, {picture[i + 2]})";
        }

        return null;
    }

    private static byte[] SwapRedAndBlue(byte[] pixels)
    {
        byte[] swapped = [.. pixels];
        for (int i = 0; i < swapped.Length; i += 4) (swapped[i], swapped[i + 2]) = (swapped[i + 2], swapped[i]);
        return swapped;
    }

    /// <summary>RGBA pixels, every row different, no symmetry: red to the right, green downwards; the second one in blue checks.</summary>
    private static byte[] Pattern(bool isFirst)
    {
        byte[] pixels = new byte[Width * Height * 4];
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                int at = (y * (int)Width + x) * 4;
                pixels[at] = (byte)(x * 255 / Width / (isFirst ? 1u : 3u));
                pixels[at + 1] = (byte)(y * 255 / Height / (isFirst ? 1u : 3u));
                pixels[at + 2] = (byte)((x / 50 + y / 50) % 2 == 0 ? (isFirst ? 40 : 110) : (isFirst ? 0 : 60));
                pixels[at + 3] = 255;
            }
        }

        return pixels;
    }

    private void Step(string text) => Console.WriteLine($"[{++_step,2}] {text}");
}
