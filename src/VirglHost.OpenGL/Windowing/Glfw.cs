using System.Runtime.InteropServices;
using System.Text;

namespace VirglHost.OpenGL.Windowing;

/// <summary>Entry points of libglfw.so.3 that a window needs, loaded when the first is asked for.</summary>
// SAFETY: functions are called by the signatures of glfw3.h 3.3; the library is never unloaded.
internal sealed unsafe class Glfw
{
    private const int ClientApi = 0x00022001;
    private const int ContextVersionMajor = 0x00022002;
    private const int ContextVersionMinor = 0x00022003;
    private const int OpenGlProfile = 0x00022008;
    private const int OpenGlApi = 0x00030001;
    private const int OpenGlCoreProfile = 0x00032001;

    private readonly delegate* unmanaged<int> _init;
    private readonly delegate* unmanaged<void> _terminate;
    private readonly delegate* unmanaged<byte**, int> _getError;
    private readonly delegate* unmanaged<int, int, void> _windowHint;
    private readonly delegate* unmanaged<int, int, byte*, nint, nint, nint> _createWindow;
    private readonly delegate* unmanaged<nint, void> _destroyWindow;
    private readonly delegate* unmanaged<nint, int> _windowShouldClose;
    private readonly delegate* unmanaged<nint, byte*, void> _setWindowTitle;
    private readonly delegate* unmanaged<nint, int*, int*, void> _getWindowSize;
    private readonly delegate* unmanaged<nint, int, int, void> _setWindowSize;
    private readonly delegate* unmanaged<nint, int, int, void> _setWindowPosition;
    private readonly delegate* unmanaged<nint, int*, int*, void> _getFramebufferSize;
    private readonly delegate* unmanaged<nint, void> _makeContextCurrent;
    private readonly delegate* unmanaged<nint, void> _swapBuffers;
    private readonly delegate* unmanaged<int, void> _swapInterval;
    private readonly delegate* unmanaged<double, void> _waitEventsTimeout;
    private readonly delegate* unmanaged<void> _postEmptyEvent;
    private readonly delegate* unmanaged<byte*, nint> _getProcAddress;

    private Glfw(nint library)
    {
        _init = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "glfwInit");
        _terminate = (delegate* unmanaged<void>)NativeLibrary.GetExport(library, "glfwTerminate");
        _getError = (delegate* unmanaged<byte**, int>)NativeLibrary.GetExport(library, "glfwGetError");
        _windowHint = (delegate* unmanaged<int, int, void>)NativeLibrary.GetExport(library, "glfwWindowHint");
        _createWindow = (delegate* unmanaged<int, int, byte*, nint, nint, nint>)NativeLibrary.GetExport(library, "glfwCreateWindow");
        _destroyWindow = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "glfwDestroyWindow");
        _windowShouldClose = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(library, "glfwWindowShouldClose");
        _setWindowTitle = (delegate* unmanaged<nint, byte*, void>)NativeLibrary.GetExport(library, "glfwSetWindowTitle");
        _getWindowSize = (delegate* unmanaged<nint, int*, int*, void>)NativeLibrary.GetExport(library, "glfwGetWindowSize");
        _setWindowSize = (delegate* unmanaged<nint, int, int, void>)NativeLibrary.GetExport(library, "glfwSetWindowSize");
        _setWindowPosition = (delegate* unmanaged<nint, int, int, void>)NativeLibrary.GetExport(library, "glfwSetWindowPos");
        _getFramebufferSize = (delegate* unmanaged<nint, int*, int*, void>)NativeLibrary.GetExport(library, "glfwGetFramebufferSize");
        _makeContextCurrent = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "glfwMakeContextCurrent");
        _swapBuffers = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "glfwSwapBuffers");
        _swapInterval = (delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "glfwSwapInterval");
        _waitEventsTimeout = (delegate* unmanaged<double, void>)NativeLibrary.GetExport(library, "glfwWaitEventsTimeout");
        _postEmptyEvent = (delegate* unmanaged<void>)NativeLibrary.GetExport(library, "glfwPostEmptyEvent");
        _getProcAddress = (delegate* unmanaged<byte*, nint>)NativeLibrary.GetExport(library, "glfwGetProcAddress");
    }

    public static Glfw Load()
    {
        if (!NativeLibrary.TryLoad("libglfw.so.3", out nint library))
            throw new WindowException("libglfw.so.3 is not there; on Debian the package libglfw3 has it");
        Glfw glfw = new(library);
        // SAFETY: glfwInit takes nothing and may be called again after it failed.
        return glfw._init() != 0 ? glfw : throw glfw.Failure("GLFW finds no desktop");
    }

    public void Shutdown() => _terminate();

    public void Wait(double seconds) => _waitEventsTimeout(seconds);

    public void Wake() => _postEmptyEvent();

    public nint FindFunction(string name)
    {
        // SAFETY: the array is pinned, ends with 0 and outlives the call.
        fixed (byte* text = Text(name)) return _getProcAddress(text);
    }

    public nint Open(WindowOptions options)
    {
        _windowHint(ClientApi, OpenGlApi);
        _windowHint(ContextVersionMajor, 4);
        _windowHint(ContextVersionMinor, 5);
        _windowHint(OpenGlProfile, OpenGlCoreProfile);
        nint handle;
        // SAFETY: the array is pinned, ends with 0 and outlives the call; GLFW copies the text.
        fixed (byte* title = Text(options.Title)) handle = _createWindow(options.Width, options.Height, title, 0, 0);
        if (handle == 0) throw Failure("no window with OpenGL 4.5");
        if (options.X is { } x) _setWindowPosition(handle, x, 0);
        _makeContextCurrent(handle);
        // Pictures come at the guest's pace; waiting for the screen's would only hold up the other windows.
        _swapInterval(0);
        return handle;
    }

    public void Close(nint window) => _destroyWindow(window);

    public bool ShouldClose(nint window) => _windowShouldClose(window) != 0;

    public void SetTitle(nint window, string title)
    {
        // SAFETY: the array is pinned, ends with 0 and outlives the call; GLFW copies the text.
        fixed (byte* text = Text(title)) _setWindowTitle(window, text);
    }

    public (int Width, int Height) GetSize(nint window)
    {
        int width, height;
        // SAFETY: both pointers are to locals of this frame.
        _getWindowSize(window, &width, &height);
        return (width, height);
    }

    public void SetSize(nint window, int width, int height) => _setWindowSize(window, width, height);

    public (int Width, int Height) GetFramebufferSize(nint window)
    {
        int width, height;
        // SAFETY: both pointers are to locals of this frame.
        _getFramebufferSize(window, &width, &height);
        return (width, height);
    }

    public void MakeCurrent(nint window) => _makeContextCurrent(window);

    public void Swap(nint window) => _swapBuffers(window);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + "\0");

    private WindowException Failure(string what)
    {
        byte* description = null;
        // SAFETY: the pointer is to a local of this frame; GLFW's text lives until the next call on this thread.
        int code = _getError(&description);
        string reason = description is null ? $"error {code:x}" : Marshal.PtrToStringUTF8((nint)description) ?? "";
        return new WindowException($"{what}: {reason}");
    }
}
