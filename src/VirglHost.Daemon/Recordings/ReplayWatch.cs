using System.Globalization;
using VirglHost.Daemon.Pictures;
using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.Rendering.Resources;

namespace VirglHost.Daemon.Recordings;

/// <summary>Says how far a replay is, and writes its pictures.</summary>
internal sealed class ReplayWatch(long fileSizeInBytes, string? directory, TextWriter errors) : IReplayObserver, IDisposable
{
    private readonly ProgressLine _progress = new(errors);
    private int _frame;

    /// <inheritdoc/>
    public void Advanced(long positionInBytes, TimeSpan time)
    {
        if (_progress.IsDue(out _))
        {
            _progress.Show(string.Create(CultureInfo.InvariantCulture,
                $"{100.0 * positionInBytes / Math.Max(fileSizeInBytes, 1):0} % of the file, {time.TotalSeconds:0.0} s of the recording, {_frame} pictures"));
        }
    }

    /// <inheritdoc/>
    public void Shown(Renderer renderer, RenderResource resource)
    {
        if (!IsWanted(out string path))
            return;
        ResourceDescription shape = resource.Description;
        Picture picture = Picture.Black((int)shape.Width, (int)shape.Height);
        renderer.ReadPixels(resource.Id, new PixelRectangle(0, 0, shape.Width, shape.Height), picture.Pixels, picture.Width * 4);
        picture.Write(path);
    }

    /// <inheritdoc/>
    public void Shown(ScreenPicture picture)
    {
        if (IsWanted(out string path))
            new Picture(picture.Width, picture.Height, picture.Pixels).Write(path);
    }

    /// <summary>Counts a picture.</summary>
    private bool IsWanted(out string path)
    {
        _frame++;
        path = directory is null ? "" : Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"frame-{_frame:d6}.png"));
        return directory is not null;
    }

    /// <summary>Ends the line of progress.</summary>
    public void Dispose() => _progress.Dispose();
}
