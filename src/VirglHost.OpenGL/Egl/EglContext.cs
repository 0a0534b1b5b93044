using System.Collections.Concurrent;

namespace VirglHost.OpenGL.Egl;

/// <summary>An OpenGL core context of at least 4.5 that draws into framebuffer objects only. Current on at most one thread at a time.</summary>
public sealed class EglContext : IDisposable
{
    private static readonly (int Major, int Minor)[] Accepted = [(4, 6), (4, 5)];

    /// <summary>
    /// What this class last made current on the thread. Asking EGL instead costs a system call each time (libglvnd looks for a fork), several times a frame.
    /// </summary>
    [ThreadStatic]
    private static nint t_current;

    private readonly EglLibrary _egl = EglLibrary.Instance;
    private readonly nint _surface;
    private nint _handle;

    private EglContext(EglDisplay display, nint handle, nint surface, (int Major, int Minor) version, bool robust, bool debug)
    {
        Display = display;
        _handle = handle;
        _surface = surface;
        Major = version.Major;
        Minor = version.Minor;
        IsRobust = robust;
        IsDebug = debug;
    }

    /// <summary>The display it belongs to.</summary>
    public EglDisplay Display { get; }

    /// <summary>Major part of the GL version asked for and given.</summary>
    public int Major { get; }

    /// <summary>Minor part of the GL version asked for and given.</summary>
    public int Minor { get; }

    /// <summary>Whether out-of-range buffer access is defined and resets are reported.</summary>
    public bool IsRobust { get; }

    /// <summary>Whether the driver was asked for debug output.</summary>
    public bool IsDebug { get; }

    /// <summary>Whether this context is current on the calling thread. Every change goes through this class; nothing else may call eglMakeCurrent.</summary>
    public bool IsCurrent => _handle != 0 && t_current == _handle;

    internal nint Handle => _handle;

    /// <summary>Contexts made with this one that share its objects and that nobody has asked for yet; they end with it.</summary>
    internal ConcurrentStack<EglContext> Companions { get; } = new();

    /// <summary>Makes the context current on the calling thread; does nothing when it already is.</summary>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.Lost"/>: EGL refused.</exception>
    public unsafe void MakeCurrent()
    {
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        if (t_current == _handle) return;
        // SAFETY: handles of this display, alive until disposed.
        if (_egl.MakeCurrent(Display.Handle, _surface, _surface, _handle) == 0)
        {
            throw new HostFaultException(HostFault.Lost, $"eglMakeCurrent failed ({_egl.TakeError()}).");
        }

        t_current = _handle;
    }

    /// <summary>Leaves the calling thread without a current context.</summary>
    public static void ReleaseCurrent(EglDisplay display)
    {
        ArgumentNullException.ThrowIfNull(display);
        Release(EglLibrary.Instance, display.Handle);
    }

    /// <summary>Destroys the context; when it is current on the calling thread, it is released first.</summary>
    public unsafe void Dispose()
    {
        if (_handle == 0) return;
        while (Companions.TryPop(out EglContext? companion)) companion.Dispose();
        if (IsCurrent) Release(_egl, Display.Handle);
        // SAFETY: own handles, destroyed once.
        _egl.DestroyContext(Display.Handle, _handle);
        if (_surface != 0) _egl.DestroySurface(Display.Handle, _surface);
        _handle = 0;
    }

    internal static EglContext Create(EglDisplay display, EglContextOptions options)
    {
        bool robust = options.Robust && display.HasExtension("EGL_EXT_create_context_robustness");
        bool surfaceless = display.HasExtension("EGL_KHR_surfaceless_context");
        nint config = display.HasExtension("EGL_KHR_no_config_context") && surfaceless ? 0 : ChooseConfig(display);
        string refusal = "";
        foreach ((int Major, int Minor) version in Accepted)
        {
            nint handle = TryCreate(display, options, config, version, robust, ref refusal);
            if (handle == 0 && robust)
            {
                robust = false;
                handle = TryCreate(display, options, config, version, robust, ref refusal);
                if (handle == 0) robust = options.Robust && display.HasExtension("EGL_EXT_create_context_robustness");
            }

            if (handle == 0) continue;
            nint surface = surfaceless ? 0 : CreatePixelBuffer(display, config);
            return new EglContext(display, handle, surface, version, robust, options.Debug);
        }

        throw new EglException($"The host offers {BestVersion(display, config)}; OpenGL 4.5 core is needed ({display.Vendor}, {display.Subject}: {refusal}).", display.Attempts);
    }

    private static unsafe nint TryCreate(EglDisplay display, EglContextOptions options, nint config, (int Major, int Minor) version, bool robust, ref string refusal)
    {
        EglLibrary egl = EglLibrary.Instance;
        // SAFETY: no pointers; the bound API is per thread.
        egl.BindApi(EglLibrary.OpenGlApi);
        int* attributes = stackalloc int[16];
        int count = 0;
        void Add(int* list, int name, int value)
        {
            list[count++] = name;
            list[count++] = value;
        }

        Add(attributes, EglLibrary.ContextMajorVersion, version.Major);
        Add(attributes, EglLibrary.ContextMinorVersion, version.Minor);
        Add(attributes, EglLibrary.ContextProfileMask, EglLibrary.ContextCoreProfile);
        if (options.Debug) Add(attributes, EglLibrary.ContextDebug, 1);
        if (robust)
        {
            Add(attributes, EglLibrary.ContextRobustAccess, 1);
            Add(attributes, EglLibrary.ContextResetStrategy, EglLibrary.LoseContextOnReset);
        }

        attributes[count] = EglLibrary.None;
        // SAFETY: at most 11 of the 16 words are used, the last one is the terminator; handles belong to this display.
        nint handle = egl.CreateContext(display.Handle, config, options.Share?._handle ?? 0, attributes);
        if (handle == 0) refusal = $"{version.Major}.{version.Minor} refused with {egl.TakeError()}";
        return handle;
    }

    private static unsafe nint ChooseConfig(EglDisplay display)
    {
        int* wanted = stackalloc int[] { EglLibrary.SurfaceType, EglLibrary.PbufferBit, EglLibrary.RenderableType, EglLibrary.OpenGlBit, EglLibrary.None };
        nint config = 0;
        int count = 0;
        // SAFETY: room for one config; the list is terminated.
        EglLibrary.Instance.ChooseConfig(display.Handle, wanted, &config, 1, &count);
        return count > 0 ? config : throw new EglException($"{display.Vendor} ({display.Subject}) offers no config for OpenGL and neither surfaceless contexts.", display.Attempts);
    }

    private static unsafe nint CreatePixelBuffer(EglDisplay display, nint config)
    {
        int* size = stackalloc int[] { EglLibrary.Width, 1, EglLibrary.Height, 1, EglLibrary.None };
        // SAFETY: the list is terminated; the config came from this display.
        return EglLibrary.Instance.CreatePbufferSurface(display.Handle, config, size);
    }

    /// <summary>The version of whatever core context the display gives, for the message to the user.</summary>
    private static unsafe string BestVersion(EglDisplay display, nint config)
    {
        EglLibrary egl = EglLibrary.Instance;
        int* attributes = stackalloc int[]
        {
            EglLibrary.ContextMajorVersion, 3, EglLibrary.ContextMinorVersion, 1, EglLibrary.ContextProfileMask, EglLibrary.ContextCoreProfile, EglLibrary.None,
        };
        // SAFETY: the list is terminated; the context lives only inside this method.
        nint handle = egl.CreateContext(display.Handle, config, 0, attributes);
        if (handle == 0) return "no OpenGL core context";
        nint before = egl.GetCurrentContext();
        string text = "an OpenGL context that cannot be made current";
        if (before == 0 && egl.MakeCurrent(display.Handle, 0, 0, handle) != 0)
        {
            text = $"OpenGL {display.OpenGl.GetText(GLEnum.Version)} on {display.OpenGl.GetText(GLEnum.Renderer)}";
            Release(egl, display.Handle);
        }

        egl.DestroyContext(display.Handle, handle);
        return text;
    }

    private static unsafe void Release(EglLibrary egl, nint display)
    {
        // SAFETY: no context and no surfaces: EGL only releases what is current on this thread.
        egl.MakeCurrent(display, 0, 0, 0);
        t_current = 0;
    }
}
