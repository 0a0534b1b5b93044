using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace VirglHost.Daemon.Tests;

/// <summary>An X server without a monitor (Xvfb), seen as a window manager and a person see it. One thread.</summary>
internal sealed class XScreen : IDisposable
{
    private const int IsViewable = 2;
    private const int ZPixmap = 2;
    private const int ClientMessage = 33;

    private static readonly ErrorHandler _ignore = (_, _) => 0;

    private readonly Process _server;
    private readonly nint _display;

    private XScreen(Process server, string name, nint display)
    {
        (_server, Name, _display) = (server, name, display);
        // A window may go between being found and being looked at.
        XSetErrorHandler(_ignore);
    }

    private delegate int ErrorHandler(nint display, nint error);

    /// <summary>What DISPLAY names it.</summary>
    public string Name { get; }

    public nint Root => XDefaultRootWindow(_display);

    /// <returns>Null where the machine lacks what it takes.</returns>
    public static XScreen? TryStart()
    {
        if (!File.Exists("/usr/bin/Xvfb") || !NativeLibrary.TryLoad("libX11.so.6", out _) || !NativeLibrary.TryLoad("libglfw.so.3", out _))
            return null;
        // The server picks a free number and writes it to the descriptor; there is no race with another test.
        ProcessStartInfo start = new("/bin/sh", ["-c", "exec Xvfb -displayfd 1 -screen 0 1024x768x24 -nolisten tcp 2> /dev/null"]) { RedirectStandardOutput = true };
        Process server = Process.Start(start)!;
        string name = ":" + server.StandardOutput.ReadLine();
        nint display = 0;
        SpinWait.SpinUntil(() => (display = XOpenDisplay(name)) != 0, TimeSpan.FromSeconds(30));
        if (display != 0)
            return new XScreen(server, name, display);
        server.Kill();
        server.Dispose();
        return null;
    }

    /// <summary>The visible window with this title; 0: none.</summary>
    public nint Find(string title)
    {
        if (XQueryTree(_display, Root, out _, out _, out nint children, out uint count) == 0)
            return 0;
        nint found = 0;
        for (int i = 0; i < (int)count && found == 0; i++)
        {
            nint window = Marshal.ReadIntPtr(children, i * nint.Size);
            if (XFetchName(_display, window, out nint name) == 0)
                continue;
            if (Marshal.PtrToStringUTF8(name) == title && XGetWindowAttributes(_display, window, out Attributes attributes) != 0 && attributes.MapState == IsViewable)
                found = window;
            _ = XFree(name);
        }

        if (children != 0)
            _ = XFree(children);
        return found;
    }

    public (int Width, int Height) SizeOf(nint window) =>
        XGetWindowAttributes(_display, window, out Attributes attributes) == 0 ? default : (attributes.Width, attributes.Height);

    public void Resize(nint window, uint width, uint height)
    {
        _ = XResizeWindow(_display, window, width, height);
        _ = XSync(_display, 0);
    }

    /// <summary>As the window manager's close button does it.</summary>
    public void Close(nint window)
    {
        long[] message = new long[24];
        message[0] = ClientMessage;
        message[4] = window;
        message[5] = XInternAtom(_display, "WM_PROTOCOLS", 0);
        message[6] = 32;
        message[7] = XInternAtom(_display, "WM_DELETE_WINDOW", 0);
        _ = XSendEvent(_display, window, 0, 0, message);
        _ = XSync(_display, 0);
    }

    /// <summary>Pixels as 0xRRGGBB, first row on top; null where the window is not (wholly) there.</summary>
    public int[]? Read(nint window, int width, int height)
    {
        _ = XSync(_display, 0);
        nint image = XGetImage(_display, window, 0, 0, (uint)width, (uint)height, nuint.MaxValue, ZPixmap);
        if (image == 0)
            return null;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            pixels[y * width + x] = (int)(XGetPixel(image, x, y) & 0xffffff);
        _ = XDestroyImage(image);
        return pixels;
    }

    public int Pixel(nint window, int x, int y) => Read(window, x + 1, y + 1) is { } pixels ? pixels[^1] : -1;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Xvfb {Name}");

    public void Dispose()
    {
        _ = XCloseDisplay(_display);
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    [DllImport("libX11.so.6", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern nint XOpenDisplay(string name);

    [DllImport("libX11.so.6")]
    private static extern int XCloseDisplay(nint display);

    [DllImport("libX11.so.6")]
    private static extern nint XSetErrorHandler(ErrorHandler handler);

    [DllImport("libX11.so.6")]
    private static extern nint XDefaultRootWindow(nint display);

    [DllImport("libX11.so.6")]
    private static extern int XQueryTree(nint display, nint window, out nint root, out nint parent, out nint children, out uint count);

    [DllImport("libX11.so.6")]
    private static extern int XFetchName(nint display, nint window, out nint name);

    [DllImport("libX11.so.6")]
    private static extern int XFree(nint memory);

    [DllImport("libX11.so.6")]
    private static extern int XGetWindowAttributes(nint display, nint window, out Attributes attributes);

    [DllImport("libX11.so.6")]
    private static extern int XResizeWindow(nint display, nint window, uint width, uint height);

    [DllImport("libX11.so.6")]
    private static extern int XSync(nint display, int discard);

    [DllImport("libX11.so.6", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern nint XInternAtom(nint display, string name, int onlyIfExists);

    [DllImport("libX11.so.6")]
    private static extern int XSendEvent(nint display, nint window, int propagate, nint mask, long[] message);

    [DllImport("libX11.so.6")]
    private static extern nint XGetImage(nint display, nint window, int x, int y, uint width, uint height, nuint planes, int format);

    [DllImport("libX11.so.6")]
    private static extern nuint XGetPixel(nint image, int x, int y);

    [DllImport("libX11.so.6")]
    private static extern int XDestroyImage(nint image);

    /// <summary>XWindowAttributes, as far as it is looked at.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 136)]
    private struct Attributes
    {
        [FieldOffset(8)]
        public int Width;

        [FieldOffset(12)]
        public int Height;

        [FieldOffset(92)]
        public int MapState;
    }
}
