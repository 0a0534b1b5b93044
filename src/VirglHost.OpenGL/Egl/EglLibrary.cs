using System.Runtime.InteropServices;

namespace VirglHost.OpenGL.Egl;

/// <summary>Entry points of libEGL.so.1, loaded once per process on first use.</summary>
// SAFETY: functions are called by the signatures of the EGL 1.5 specification; the library is never unloaded.
internal sealed unsafe class EglLibrary
{
    internal const int None = 0x3038;
    internal const int Vendor = 0x3053;
    internal const int Version = 0x3054;
    internal const int Extensions = 0x3055;
    internal const int PlatformDevice = 0x313F;
    internal const int PlatformSurfaceless = 0x31DD;
    internal const int OpenGlApi = 0x30A2;
    internal const int DrmDeviceFile = 0x3233;
    internal const int DrmRenderNodeFile = 0x3377;
    internal const int ContextMajorVersion = 0x3098;
    internal const int ContextMinorVersion = 0x30FB;
    internal const int ContextProfileMask = 0x30FD;
    internal const int ContextCoreProfile = 1;
    internal const int ContextResetStrategy = 0x31BD;
    internal const int LoseContextOnReset = 0x31BF;
    internal const int ContextDebug = 0x31B0;
    internal const int ContextRobustAccess = 0x31B2;
    internal const int SurfaceType = 0x3033;
    internal const int PbufferBit = 1;
    internal const int RenderableType = 0x3040;
    internal const int OpenGlBit = 8;
    internal const int Width = 0x3057;
    internal const int Height = 0x3056;
    internal const int GlTexture2D = 0x30B1;

    private static EglLibrary? _instance;

    internal readonly delegate* unmanaged<byte*, nint> GetProcAddress;
    internal readonly delegate* unmanaged<int> GetError;
    internal readonly delegate* unmanaged<nint, nint> GetDisplay;
    internal readonly delegate* unmanaged<int, nint, nint*, nint> GetPlatformDisplay;
    internal readonly delegate* unmanaged<nint, int*, int*, uint> Initialize;
    internal readonly delegate* unmanaged<nint, uint> Terminate;
    internal readonly delegate* unmanaged<nint, int, byte*> QueryString;
    internal readonly delegate* unmanaged<int, uint> BindApi;
    internal readonly delegate* unmanaged<nint, int*, nint*, int, int*, uint> ChooseConfig;
    internal readonly delegate* unmanaged<nint, nint, nint, int*, nint> CreateContext;
    internal readonly delegate* unmanaged<nint, nint, uint> DestroyContext;
    internal readonly delegate* unmanaged<nint, nint, int*, nint> CreatePbufferSurface;
    internal readonly delegate* unmanaged<nint, nint, uint> DestroySurface;
    internal readonly delegate* unmanaged<nint, nint, nint, nint, uint> MakeCurrent;
    internal readonly delegate* unmanaged<nint> GetCurrentContext;
    internal readonly delegate* unmanaged<uint> ReleaseThread;

    // Extension functions, null where the client library has none.
    internal readonly delegate* unmanaged<int, nint*, int*, uint> QueryDevices;
    internal readonly delegate* unmanaged<nint, int, byte*> QueryDeviceString;
    internal readonly delegate* unmanaged<nint, nint, int, nint, nint*, nint> CreateImage;
    internal readonly delegate* unmanaged<nint, nint, uint> DestroyImage;
    internal readonly delegate* unmanaged<nint, nint, int*, int*, ulong*, uint> ExportDmabufImageQuery;
    internal readonly delegate* unmanaged<nint, nint, int*, int*, int*, uint> ExportDmabufImage;

    private EglLibrary(nint library)
    {
        GetProcAddress = (delegate* unmanaged<byte*, nint>)NativeLibrary.GetExport(library, "eglGetProcAddress");
        GetError = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "eglGetError");
        GetDisplay = (delegate* unmanaged<nint, nint>)NativeLibrary.GetExport(library, "eglGetDisplay");
        GetPlatformDisplay = (delegate* unmanaged<int, nint, nint*, nint>)NativeLibrary.GetExport(library, "eglGetPlatformDisplay");
        Initialize = (delegate* unmanaged<nint, int*, int*, uint>)NativeLibrary.GetExport(library, "eglInitialize");
        Terminate = (delegate* unmanaged<nint, uint>)NativeLibrary.GetExport(library, "eglTerminate");
        QueryString = (delegate* unmanaged<nint, int, byte*>)NativeLibrary.GetExport(library, "eglQueryString");
        BindApi = (delegate* unmanaged<int, uint>)NativeLibrary.GetExport(library, "eglBindAPI");
        ChooseConfig = (delegate* unmanaged<nint, int*, nint*, int, int*, uint>)NativeLibrary.GetExport(library, "eglChooseConfig");
        CreateContext = (delegate* unmanaged<nint, nint, nint, int*, nint>)NativeLibrary.GetExport(library, "eglCreateContext");
        DestroyContext = (delegate* unmanaged<nint, nint, uint>)NativeLibrary.GetExport(library, "eglDestroyContext");
        CreatePbufferSurface = (delegate* unmanaged<nint, nint, int*, nint>)NativeLibrary.GetExport(library, "eglCreatePbufferSurface");
        DestroySurface = (delegate* unmanaged<nint, nint, uint>)NativeLibrary.GetExport(library, "eglDestroySurface");
        MakeCurrent = (delegate* unmanaged<nint, nint, nint, nint, uint>)NativeLibrary.GetExport(library, "eglMakeCurrent");
        GetCurrentContext = (delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "eglGetCurrentContext");
        ReleaseThread = (delegate* unmanaged<uint>)NativeLibrary.GetExport(library, "eglReleaseThread");
        QueryDevices = (delegate* unmanaged<int, nint*, int*, uint>)Find("eglQueryDevicesEXT");
        QueryDeviceString = (delegate* unmanaged<nint, int, byte*>)Find("eglQueryDeviceStringEXT");
        CreateImage = (delegate* unmanaged<nint, nint, int, nint, nint*, nint>)Find("eglCreateImage");
        DestroyImage = (delegate* unmanaged<nint, nint, uint>)Find("eglDestroyImage");
        ExportDmabufImageQuery = (delegate* unmanaged<nint, nint, int*, int*, ulong*, uint>)Find("eglExportDMABUFImageQueryMESA");
        ExportDmabufImage = (delegate* unmanaged<nint, nint, int*, int*, int*, uint>)Find("eglExportDMABUFImageMESA");
    }

    /// <summary>The library.</summary>
    /// <exception cref="EglException">libEGL.so.1 is missing, or older than EGL 1.5.</exception>
    internal static EglLibrary Instance => _instance ??= Load();

    /// <summary>Address of a GL or EGL function, 0 when unknown.</summary>
    internal nint Find(string name)
    {
        Span<byte> text = stackalloc byte[128];
        text.Clear();
        System.Text.Encoding.ASCII.GetBytes(name, text[..^1]);
        // SAFETY: NUL-terminated on the stack for the call.
        fixed (byte* pointer = text) return GetProcAddress(pointer);
    }

    /// <summary>A display's or the client's string, empty when there is none.</summary>
    // SAFETY: EGL returns a NUL-terminated string it owns, or null.
    internal string Text(nint display, int name) => Marshal.PtrToStringUTF8((nint)QueryString(display, name)) ?? "";

    /// <summary>Name of the calling thread's last EGL error.</summary>
    internal string TakeError() => GetError() switch
    {
        0x3000 => "EGL_SUCCESS",
        0x3001 => "EGL_NOT_INITIALIZED",
        0x3002 => "EGL_BAD_ACCESS",
        0x3003 => "EGL_BAD_ALLOC",
        0x3004 => "EGL_BAD_ATTRIBUTE",
        0x3005 => "EGL_BAD_CONFIG",
        0x3006 => "EGL_BAD_CONTEXT",
        0x3008 => "EGL_BAD_DISPLAY",
        0x3009 => "EGL_BAD_MATCH",
        0x300C => "EGL_BAD_PARAMETER",
        0x300E => "EGL_CONTEXT_LOST",
        int other => $"EGL error 0x{other:X4}",
    };

    private static EglLibrary Load()
    {
        // SAFETY: function pointers are taken by their documented signatures; the library is never unloaded.
        if (!NativeLibrary.TryLoad("libEGL.so.1", out nint library)) throw new EglException("libEGL.so.1 could not be loaded; install the host's EGL library.");
        try
        {
            return new EglLibrary(library);
        }
        catch (EntryPointNotFoundException missing)
        {
            throw new EglException($"libEGL.so.1 is older than EGL 1.5: {missing.Message}");
        }
    }
}
