namespace VirglHost.OpenGL.Windowing;

/// <summary>A GLFW window.</summary>
internal sealed class GlfwWindow(Glfw glfw, WindowOptions options) : IWindow
{
    private readonly nint _handle = glfw.Open(options);
    private string _title = options.Title;
    private bool _isDisposed;

    public string Title
    {
        get => _title;
        set
        {
            _title = value;
            glfw.SetTitle(_handle, value);
        }
    }

    public (int Width, int Height) FramebufferSize => glfw.GetFramebufferSize(_handle);

    public (int Width, int Height) Size
    {
        get => glfw.GetSize(_handle);
        set => glfw.SetSize(_handle, value.Width, value.Height);
    }

    public bool IsClosing => glfw.ShouldClose(_handle);

    public void MakeCurrent() => glfw.MakeCurrent(_handle);

    public void SwapBuffers() => glfw.Swap(_handle);

    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        glfw.Close(_handle);
    }
}
