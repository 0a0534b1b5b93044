using System.Globalization;
using VirglHost.OpenGL.Windowing;

namespace VirglHost.VirtioGpu.Display.Window;

/// <summary>
/// One screen's window. It takes the size of what the guest shows until the user gives it another; that one becomes a wish, and until the guest follows, the picture
/// is scaled. Main thread only.
/// </summary>
internal sealed class ScreenWindow : IDisposable
{
    private const int SettleInMilliseconds = 200;
    private const int SmallestSide = 32;
    private const int LargestSide = 8192;

    private readonly IWindow _window;
    private readonly PicturePanel _panel;
    private readonly int _scanout;
    private (int Width, int Height) _given;
    private (int Width, int Height) _seen;
    private (int Width, int Height) _wished;
    private long _changedAt;

    /// <exception cref="WindowException">The desktop gives none.</exception>
    public ScreenWindow(int scanout, WindowFrame frame, int? x)
    {
        _scanout = scanout;
        _given = _seen = _wished = (frame.Width, frame.Height);
        string title = string.Create(CultureInfo.InvariantCulture, $"virglhost: screen {scanout}");
        _window = OpenGL.Windowing.Window.Create(new WindowOptions(title, frame.Width, frame.Height, x));
        try
        {
            _panel = new PicturePanel(_window);
        }
        catch
        {
            _window.Dispose();
            throw;
        }
    }

    public bool IsClosing => _window.IsClosing;

    /// <summary>Inner width in the desktop's units.</summary>
    public int Width => _window.Size.Width;

    public void Show(WindowFrame frame)
    {
        (int Width, int Height) size = (frame.Width, frame.Height);
        if (size != _given && _window.Size == _given)
        {
            _window.Size = size;
            _wished = size;
        }

        if (_window.Size != _wished || size == _wished) _given = size;
        _panel.Upload(frame.Pixels.AsSpan(0, frame.SizeInBytes), frame.Width, frame.Height);
        _panel.Draw();
    }

    /// <summary>Looks for a new size, and draws again where there is one.</summary>
    /// <returns>True with a wish when the user has let go of the edge.</returns>
    public bool TryFindWish(long now, out WindowWish wish)
    {
        wish = default;
        (int Width, int Height) size = _window.FramebufferSize;
        if (size.Width == 0 || size.Height == 0) return false;
        if (size != _seen)
        {
            _seen = size;
            _changedAt = now;
            _panel.Draw();
        }

        if (size == _wished || now - _changedAt < SettleInMilliseconds) return false;
        _wished = size;
        wish = new WindowWish(_scanout, Math.Clamp(size.Width, SmallestSide, LargestSide), Math.Clamp(size.Height, SmallestSide, LargestSide));
        return true;
    }

    public void Draw() => _panel.Draw();

    public void Dispose()
    {
        _panel.Dispose();
        _window.Dispose();
    }
}
