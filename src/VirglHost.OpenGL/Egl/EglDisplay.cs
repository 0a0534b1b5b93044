using System.Runtime.InteropServices;

namespace VirglHost.OpenGL.Egl;

/// <summary>
/// An initialised EGL display that needs no window system, with the GL entry points of its contexts. Opening the same display twice
/// in a process is fine: the underlying EGL display is terminated when its last <see cref="EglDisplay"/> is disposed.
/// </summary>
public sealed class EglDisplay : IDisposable
{
    private static readonly Dictionary<nint, int> Uses = [];
    private static readonly Lock UsesLock = new();

    private readonly EglLibrary _egl = EglLibrary.Instance;
    private readonly HashSet<string> _extensions;
    private readonly EglSpares _spares = new();
    private bool _disposed;

    private EglDisplay(nint handle, List<EglAttempt> attempts)
    {
        Handle = handle;
        Attempts = attempts;
        Platform = attempts[^1].Platform;
        Subject = attempts[^1].Subject;
        Vendor = _egl.Text(handle, EglLibrary.Vendor);
        Version = _egl.Text(handle, EglLibrary.Version);
        _extensions = [.. _egl.Text(handle, EglLibrary.Extensions).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        OpenGl = GL.GetApi(_egl.Find);
    }

    /// <summary>Every try in order; the last one is the display itself.</summary>
    public IReadOnlyList<EglAttempt> Attempts { get; }

    /// <summary>How the display was opened.</summary>
    public EglPlatform Platform { get; }

    /// <summary>What was opened: a device's DRM node, its number, or the platform's name.</summary>
    public string Subject { get; }

    /// <summary>EGL_VENDOR.</summary>
    public string Vendor { get; }

    /// <summary>EGL_VERSION.</summary>
    public string Version { get; }

    /// <summary>Entry points for every context of this display.</summary>
    public GL OpenGl { get; }

    internal nint Handle { get; }

    /// <summary>Opens the first display that initialises: surfaceless, then each device, then the default display.</summary>
    /// <exception cref="EglException">None could be opened; the message lists every try.</exception>
    public static EglDisplay OpenHeadless(EglOptions? options = null)
    {
        options ??= new EglOptions();
        List<EglAttempt> attempts = [];
        string client = EglLibrary.Instance.Text(0, EglLibrary.Extensions);
        bool Wanted(EglPlatform p) => options.RenderNode is null ? options.Platform is null || options.Platform == p : p == EglPlatform.Device;

        EglDisplay? display = null;
        if (Wanted(EglPlatform.Surfaceless)) display = OpenSurfaceless(client, attempts);
        if (display is null && Wanted(EglPlatform.Device)) display = OpenDevice(client, options.RenderNode, attempts);
        if (display is null && Wanted(EglPlatform.Default)) display = Initialize(EglPlatform.Default, "default display", DefaultDisplay(), attempts);
        return display ?? throw new EglException(
            "No headless EGL display could be opened: " + string.Join("; ", attempts.Select(a => $"{a.Platform} ({a.Subject}): {a.Reason}")), attempts);
    }

    /// <summary>Whether the display offers an EGL extension.</summary>
    public bool HasExtension(string name) => _extensions.Contains(name);

    /// <summary>Makes an OpenGL core context: 4.6 where offered, else 4.5.</summary>
    /// <exception cref="EglException">The host has less than 4.5; the message names what it has.</exception>
    public EglContext CreateContext(EglContextOptions? options = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        options ??= new EglContextOptions();
        return _spares.Take(options) ?? EglContext.Create(this, options);
    }

    /// <summary>
    /// Makes a context and some that share its objects, unless that was done before and they are unused: <see cref="CreateContext"/> hands them out instead of
    /// making one, in tens of microseconds instead of milliseconds. Any thread; it needs no current context and changes none.
    /// </summary>
    /// <param name="shareCount">How many share the first one's objects, 0 or more.</param>
    /// <exception cref="EglException">The host makes no context more.</exception>
    public void PrepareContexts(int shareCount)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(shareCount);
        _spares.Fill(this, shareCount);
    }

    /// <summary>Terminates the display; contexts that were asked for must be disposed before.</summary>
    public unsafe void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _spares.Dispose();
        lock (UsesLock)
        {
            if (--Uses[Handle] > 0) return;
            Uses.Remove(Handle);
            // SAFETY: the handle came from eglGetDisplay and no other user of it is left in this process.
            _egl.Terminate(Handle);
        }
    }

    private static EglDisplay? OpenSurfaceless(string clientExtensions, List<EglAttempt> attempts)
    {
        if (!clientExtensions.Contains("EGL_MESA_platform_surfaceless", StringComparison.Ordinal))
        {
            attempts.Add(new EglAttempt(EglPlatform.Surfaceless, "surfaceless", false, "EGL_MESA_platform_surfaceless is not offered"));
            return null;
        }

        return Initialize(EglPlatform.Surfaceless, "surfaceless", PlatformDisplay(EglLibrary.PlatformSurfaceless, 0), attempts);
    }

    private static EglDisplay? OpenDevice(string clientExtensions, string? renderNode, List<EglAttempt> attempts)
    {
        if (!clientExtensions.Contains("EGL_EXT_platform_device", StringComparison.Ordinal)
            && !clientExtensions.Contains("EGL_EXT_platform_base", StringComparison.Ordinal))
        {
            attempts.Add(new EglAttempt(EglPlatform.Device, "devices", false, "EGL_EXT_platform_device is not offered"));
            return null;
        }

        nint[] devices = Devices();
        if (devices.Length == 0) attempts.Add(new EglAttempt(EglPlatform.Device, "devices", false, "EGL lists no device"));
        for (int i = 0; i < devices.Length; i++)
        {
            string node = DeviceText(devices[i], EglLibrary.DrmRenderNodeFile);
            string card = DeviceText(devices[i], EglLibrary.DrmDeviceFile);
            string subject = node.Length > 0 ? node : card.Length > 0 ? card : $"device {i}";
            if (renderNode is not null && renderNode != node && renderNode != card)
            {
                attempts.Add(new EglAttempt(EglPlatform.Device, subject, false, $"is not {renderNode}"));
                continue;
            }

            if (Initialize(EglPlatform.Device, subject, PlatformDisplay(EglLibrary.PlatformDevice, devices[i]), attempts) is { } display) return display;
        }

        return null;
    }

    private static unsafe nint[] Devices()
    {
        EglLibrary egl = EglLibrary.Instance;
        if (egl.QueryDevices == null) return [];
        nint* devices = stackalloc nint[64];
        int count = 0;
        // SAFETY: EGL writes at most the 64 handles there is room for.
        return egl.QueryDevices(64, devices, &count) == 0 ? [] : new ReadOnlySpan<nint>(devices, Math.Clamp(count, 0, 64)).ToArray();
    }

    private static unsafe string DeviceText(nint device, int name)
    {
        EglLibrary egl = EglLibrary.Instance;
        if (egl.QueryDeviceString == null) return "";
        // SAFETY: EGL returns a NUL-terminated string it owns, or null.
        string? text = Marshal.PtrToStringUTF8((nint)egl.QueryDeviceString(device, name));
        if (text is null) egl.GetError();
        return text ?? "";
    }

    private static unsafe nint PlatformDisplay(int platform, nint native)
    {
        nint none = EglLibrary.None;
        // SAFETY: the attribute list is its terminator alone.
        return EglLibrary.Instance.GetPlatformDisplay(platform, native, &none);
    }

    private static unsafe nint DefaultDisplay() => EglLibrary.Instance.GetDisplay(0); // SAFETY: 0 is EGL_DEFAULT_DISPLAY.

    private static unsafe EglDisplay? Initialize(EglPlatform platform, string subject, nint handle, List<EglAttempt> attempts)
    {
        EglLibrary egl = EglLibrary.Instance;
        if (handle == 0)
        {
            attempts.Add(new EglAttempt(platform, subject, false, $"no such display ({egl.TakeError()})"));
            return null;
        }

        lock (UsesLock)
        {
            int major = 0, minor = 0;
            // SAFETY: two locals receive the version.
            if (egl.Initialize(handle, &major, &minor) == 0)
            {
                attempts.Add(new EglAttempt(platform, subject, false, $"eglInitialize failed ({egl.TakeError()})"));
                return null;
            }

            if (!egl.Text(handle, EglLibrary.Extensions).Split(' ').Contains("EGL_KHR_create_context") && (major, minor).CompareTo((1, 5)) < 0)
            {
                attempts.Add(new EglAttempt(platform, subject, false, $"EGL {major}.{minor} without EGL_KHR_create_context"));
                return null;
            }

            attempts.Add(new EglAttempt(platform, subject, true, $"EGL {major}.{minor}, {egl.Text(handle, EglLibrary.Vendor)}"));
            Uses[handle] = Uses.GetValueOrDefault(handle) + 1;
            return new EglDisplay(handle, attempts);
        }
    }
}
