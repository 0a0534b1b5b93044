using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.Daemon.Tests;

/// <summary>`--display window` on an X server without a monitor: what a person would see, and what the guest hears of the person's mouse.</summary>
public sealed class WindowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-window-").FullName;
    private readonly XScreen? _screen = XScreen.TryStart();

    private string SocketPath => Path.Combine(_folder, "socket");

    public void Dispose()
    {
        _screen?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Window_shows_the_guests_screen_pixel_for_pixel_with_its_pointer()
    {
        using RunningProgram program = Start();
        using Guest guest = new(SocketPath);
        guest.Show(scanout: 0, resource: 5, 320, 200, seed: 9);
        nint window = WaitForWindow("virglhost: screen 0", 320, 200);
        WaitFor(() => IsGradient(window, 320, 200, 9), "the picture");

        guest.ShowPointer(scanout: 0, resource: 6, x: 100, y: 50);

        WaitFor(() => _screen!.Pixel(window, 100, 50) == 0xff8040, "the pointer's first pixel");
        Assert.Equal(0xff8040, _screen!.Pixel(window, 163, 113));
        Assert.Equal(0x093264 + 64, _screen.Pixel(window, 164, 50));
        Keep(window, "pointer");
        guest.Gpu.MoveCursor(0, 0, 0, 0);
        WaitFor(() => IsGradient(window, 320, 200, 9), "the pointer's end");
        End(program);
    }

    [Fact]
    public void Resized_window_tells_the_guest_a_size_and_scales_until_it_follows()
    {
        using RunningProgram program = Start();
        using Guest guest = new(SocketPath);
        Assert.Equal((640u, 480u, true), guest.Gpu.GetDisplayInfo());
        guest.Show(scanout: 0, resource: 5, 200, 100, seed: 9);
        nint window = WaitForWindow("virglhost: screen 0", 200, 100);
        WaitFor(() => IsGradient(window, 200, 100, 9), "the picture");

        _screen!.Resize(window, 400, 300);

        program.WaitForError("window 0 has 400x300 now");
        WaitFor(() => guest.Front.TakeBackendRequest() == 2, "the news of changed configuration");
        Assert.Equal([1, 0, 0, 0], guest.Front.ReadConfig(0, 4));
        guest.Front.WriteConfig(4, [1, 0, 0, 0]);
        Assert.Equal([0, 0, 0, 0], guest.Front.ReadConfig(0, 4));
        WaitFor(() => guest.Gpu.GetDisplayInfo() == (400u, 300u, true), "the new size at the guest");
        // Twice as wide, and black above and below.
        WaitFor(() => _screen.Pixel(window, 200, 20) == 0 && _screen.Pixel(window, 200, 150) >> 16 == 9, "the scaled picture");
        Keep(window, "scaled");
        guest.Show(scanout: 0, resource: 7, 400, 300, seed: 3);
        WaitFor(() => IsGradient(window, 400, 300, 3), "the picture of the new size");
        End(program);
    }

    [Fact]
    public void Each_screen_has_a_window_and_the_last_one_closed_ends_the_program()
    {
        using RunningProgram program = Start("--screens", "2");
        using Guest guest = new(SocketPath);
        guest.Show(scanout: 0, resource: 5, 160, 120, seed: 1);
        nint first = WaitForWindow("virglhost: screen 0", 160, 120);
        guest.Show(scanout: 1, resource: 6, 200, 120, seed: 2);
        nint second = WaitForWindow("virglhost: screen 1", 200, 120);
        WaitFor(() => IsGradient(first, 160, 120, 1) && IsGradient(second, 200, 120, 2), "both pictures");
        Keep(_screen!.Root, "two");

        _screen.Close(first);
        WaitFor(() => _screen.Find("virglhost: screen 0") == 0, "the first window's end");
        Assert.NotEqual(0, _screen.Find("virglhost: screen 1"));
        _screen.Close(second);

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.Contains("the last window was closed", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Screen_that_goes_off_takes_its_window_along_and_comes_back()
    {
        using RunningProgram program = Start();
        using Guest guest = new(SocketPath);
        guest.Show(scanout: 0, resource: 5, 160, 120, seed: 1);
        WaitForWindow("virglhost: screen 0", 160, 120);

        guest.Gpu.SetScanout(0, 0, 0, 0, 0, 0);
        WaitFor(() => _screen!.Find("virglhost: screen 0") == 0, "no window");
        guest.Show(scanout: 0, resource: 6, 100, 80, seed: 4);

        nint window = WaitForWindow("virglhost: screen 0", 100, 80);
        WaitFor(() => IsGradient(window, 100, 80, 4), "the new picture");
        End(program);
    }

    [Fact]
    public void Missing_desktop_is_named_and_73()
    {
        using RunningProgram program = RunningProgram.StartWith("DISPLAY", ":4242", "--socket-path", SocketPath, "--display", "window");

        Assert.Equal(ExitCode.CannotCreate, program.WaitForExit());
        Assert.Contains("cannot open a window: ", program.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(SocketPath));
    }

    private static void WaitFor(Func<bool> condition, string what) => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(60)), $"never came: {what}");

    private static void End(RunningProgram program)
    {
        program.Signal("TERM");
        Assert.Equal(ExitCode.Ok, program.WaitForExit());
    }

    private RunningProgram Start(params string[] more)
    {
        if (_screen is null)
            Assert.Skip("no Xvfb, libX11 or libglfw3 on this machine");
        RunningProgram program = RunningProgram.StartWith("DISPLAY", _screen!.Name, ["--socket-path", SocketPath, "--display", "window", "--size", "640x480", .. more]);
        program.WaitForError("listening on");
        return program;
    }

    private nint WaitForWindow(string title, int width, int height)
    {
        nint window = 0;
        WaitFor(() => (window = _screen!.Find(title)) != 0 && _screen.SizeOf(window) == (width, height), title);
        return window;
    }

    private bool IsGradient(nint window, int width, int height, byte seed)
    {
        int[]? pixels = _screen!.Read(window, width, height);
        if (pixels is null)
            return false;
        for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
        {
            if (pixels[y * width + x] != (seed << 16 | (y & 0xff) << 8 | (x & 0xff)))
                return false;
        }

        return true;
    }

    /// <summary>For people who want to look: VIRGLHOST_TEST_PICTURES names a folder.</summary>
    private void Keep(nint window, string name)
    {
        if (Environment.GetEnvironmentVariable("VIRGLHOST_TEST_PICTURES") is not { Length: > 0 } folder)
            return;
        (int width, int height) = _screen!.SizeOf(window);
        if (_screen.Read(window, width, height) is not { } pixels)
            return;
        Pictures.Picture picture = new(width, height, [.. pixels.SelectMany(BitConverter.GetBytes)]);
        picture.Write(Path.Combine(folder, name + ".png"));
    }

    /// <summary>A front-end without a display of its own, and a guest's driver in it.</summary>
    private sealed class Guest : IDisposable
    {
        private readonly GuestRam _ram = new(16 << 20);
        public Guest(string path)
        {
            Front = new VhostUserFrontend(UnixSocket.Connect(path), _ram) { OffersDisplay = false };
            Gpu = new GpuDriver(Front);
            Front.Realize();
            Front.Start();
        }

        public VhostUserFrontend Front { get; }

        public GpuDriver Gpu { get; }

        /// <summary>Blue = x, green = y, red = seed.</summary>
        public void Show(uint scanout, uint resource, int width, int height, byte seed)
        {
            byte[] pixels = new byte[width * height * 4];
            for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                (pixels[(y * width + x) * 4], pixels[(y * width + x) * 4 + 1], pixels[(y * width + x) * 4 + 2]) = ((byte)x, (byte)y, seed);
            Fill(resource, (uint)width, (uint)height, 2, pixels);
            Gpu.SetScanout(scanout, resource, 0, 0, (uint)width, (uint)height);
            Gpu.Flush(resource, 0, 0, (uint)width, (uint)height);
        }

        /// <summary>A pointer of 64×64 orange pixels.</summary>
        public void ShowPointer(uint scanout, uint resource, int x, int y)
        {
            byte[] pixels = new byte[64 * 64 * 4];
            for (int i = 0; i < pixels.Length; i += 4)
                new byte[] { 0x40, 0x80, 0xff, 0xff }.CopyTo(pixels, i);
            Fill(resource, 64, 64, 1, pixels);
            Gpu.UpdateCursor(scanout, x, y, resource, 5, 6);
        }

        public void Dispose()
        {
            Front.Dispose();
            _ram.Dispose();
        }

        private void Fill(uint resource, uint width, uint height, uint format, byte[] pixels)
        {
            Gpu.CreateResource2D(resource, format, width, height);
            IReadOnlyList<GuestBuffer> backing = _ram.AllocateScattered(pixels.Length, seed: (int)resource);
            Gpu.AttachBacking(resource, backing);
            _ram.Write(backing, pixels);
            Gpu.TransferToHost2D(resource, 0, 0, width, height, 0);
        }
    }
}
