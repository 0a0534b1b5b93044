namespace VirglHost.OpenGL.Windowing;

/// <summary>Opens windows through GLFW, which stands in for Silk.NET.Windowing. Main thread only, but for <see cref="PostEmptyEvent"/>.</summary>
public static class Window
{
    private static Glfw? _glfw;

    /// <summary>Loads GLFW and connects to the desktop.</summary>
    /// <exception cref="WindowException">There is no GLFW, or no desktop.</exception>
    public static void Initialize() => _glfw ??= Glfw.Load();

    /// <summary>Leaves the desktop; every window is gone before.</summary>
    public static void Terminate()
    {
        _glfw?.Shutdown();
        _glfw = null;
    }

    /// <summary>Opens a window with an OpenGL 4.5 core context.</summary>
    /// <exception cref="WindowException">The desktop gives none.</exception>
    public static IWindow Create(WindowOptions options) => new GlfwWindow(Require(), options);

    /// <summary>Waits for something to happen to a window, <see cref="PostEmptyEvent"/> included, and handles it.</summary>
    public static void WaitEvents(TimeSpan timeout) => Require().Wait(timeout.TotalSeconds);

    /// <summary>Ends a wait. Any thread.</summary>
    public static void PostEmptyEvent() => _glfw?.Wake();

    /// <summary>Address of an OpenGL function for the current context; 0 when unknown.</summary>
    public static nint GetProcAddress(string name) => Require().FindFunction(name);

    private static Glfw Require() => _glfw ?? throw new InvalidOperationException("Window.Initialize was not called.");
}
