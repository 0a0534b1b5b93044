namespace VirglHost.OpenGL.Windowing;

/// <summary>A window of the desktop with an OpenGL context of its own. All members belong to the main thread; the words are those of Silk.NET.Windowing.</summary>
public interface IWindow : IDisposable
{
    /// <summary>Caption.</summary>
    string Title { get; set; }

    /// <summary>Inner size in pixels, as it is now; 0 while the window is iconified.</summary>
    (int Width, int Height) FramebufferSize { get; }

    /// <summary>Inner size in the desktop's units; setting it asks the window manager.</summary>
    (int Width, int Height) Size { get; set; }

    /// <summary>The user wants it gone.</summary>
    bool IsClosing { get; }

    /// <summary>Makes its context the thread's current one.</summary>
    void MakeCurrent();

    /// <summary>Shows what was drawn.</summary>
    void SwapBuffers();
}
