namespace VirglHost.OpenGL.Windowing;

/// <summary>Shows pictures in a window: as large as fits without changing their shape, black around. Main thread only.</summary>
public sealed class PicturePanel : IDisposable
{
    private readonly IWindow _window;
    private readonly GL _gl;
    private uint _texture;
    private uint _framebuffer;
    private int _width;
    private int _height;

    /// <param name="window">Whose context is used; it outlives the panel.</param>
    public PicturePanel(IWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        _window = window;
        window.MakeCurrent();
        _gl = GL.GetApi(Window.GetProcAddress);
        _framebuffer = _gl.CreateFramebuffer();
    }

    /// <summary>Takes a picture over; <see cref="Draw"/> shows it.</summary>
    /// <param name="pixels">B, G, R, X bytes, first row on top, rows without padding.</param>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    public void Upload(ReadOnlySpan<byte> pixels, int width, int height)
    {
        _window.MakeCurrent();
        if (width != _width || height != _height)
        {
            DeleteTexture();
            _texture = _gl.CreateTexture(GLEnum.Texture2D);
            _gl.TextureStorage2D(_texture, 1, GLEnum.Rgba8, (uint)width, (uint)height);
            _gl.NamedFramebufferTexture(_framebuffer, GLEnum.ColorAttachment0, _texture, 0);
            (_width, _height) = (width, height);
        }

        _gl.TextureSubImage2D(_texture, 0, 0, 0, (uint)width, (uint)height, GLEnum.Bgra, GLEnum.UnsignedByte, pixels);
    }

    /// <summary>Shows the last picture at the window's present size.</summary>
    public void Draw()
    {
        (int width, int height) = _window.FramebufferSize;
        if (width == 0 || height == 0 || _texture == 0) return;
        _window.MakeCurrent();
        _gl.ClearNamedFramebufferfv(0, GLEnum.Color, 0, [0f, 0f, 0f, 1f]);
        // The widest scale at which both sides fit; whole numbers, so that a picture of the window's own size is shown pixel for pixel.
        bool isWide = (long)_width * height > (long)_height * width;
        int shownWidth = isWide ? width : (int)((long)_width * height / _height);
        int shownHeight = isWide ? (int)((long)_height * width / _width) : height;
        int left = (width - shownWidth) / 2, bottom = (height - shownHeight) / 2;
        GLEnum filter = shownWidth == _width && shownHeight == _height ? GLEnum.Nearest : GLEnum.Linear;
        // Row 0 of the texture is the top of the picture and the bottom of GL's window: the target is turned over.
        _gl.BlitNamedFramebuffer(_framebuffer, 0, 0, 0, _width, _height, left, bottom + shownHeight, left + shownWidth, bottom, GLEnum.ColorBufferBit, filter);
        _window.SwapBuffers();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_framebuffer == 0) return;
        _window.MakeCurrent();
        DeleteTexture();
        _gl.DeleteFramebuffer(_framebuffer);
        _framebuffer = 0;
    }

    private void DeleteTexture()
    {
        if (_texture != 0) _gl.DeleteTexture(_texture);
        _texture = 0;
    }
}
