using System.Diagnostics;
using System.Globalization;
using VirglHost.Daemon.Pictures;
using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.Rendering.Resources;

namespace VirglHost.Daemon.Recordings;

/// <summary>Says how far a replay is, and writes its pictures.</summary>
internal sealed class ReplayWatch(long fileSizeInBytes, string? directory, TextWriter errors) : IReplayObserver
{
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private double _next = 1;
    private bool _isShown;
    private int _frame;

    /// <inheritdoc/>
    public void Advanced(long positionInBytes, TimeSpan time)
    {
        double seconds = Stopwatch.GetElapsedTime(_begin).TotalSeconds;
        if (seconds < _next)
            return;
        _next = seconds + (_isTerminal ? 0.2 : 10);
        string line = string.Create(CultureInfo.InvariantCulture,
            $"{100.0 * positionInBytes / Math.Max(fileSizeInBytes, 1):0} % of the file, {time.TotalSeconds:0.0} s of the recording, {_frame} pictures");
        if (_isTerminal)
            errors.Write($"\r{line}\u001b[K");
        else
            errors.WriteLine(line);
        _isShown = _isTerminal;
    }

    /// <inheritdoc/>
    public void Shown(Renderer renderer, RenderResource resource)
    {
        _frame++;
        if (directory is null)
            return;
        ResourceDescription shape = resource.Description;
        Picture picture = Picture.Black((int)shape.Width, (int)shape.Height);
        renderer.ReadPixels(resource.Id, new PixelRectangle(0, 0, shape.Width, shape.Height), picture.Pixels, picture.Width * 4);
        picture.Write(Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"frame-{_frame:d6}.png")));
    }

    /// <summary>Makes room for a line of other text.</summary>
    public void Clear()
    {
        if (_isShown)
            errors.Write("\r\u001b[K");
        _isShown = false;
    }
}
