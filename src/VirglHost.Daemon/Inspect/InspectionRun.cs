using System.Globalization;
using Serilog;
using VirglHost.Inspection;
using VirglHost.OpenGL.Egl;
using VirglHost.Recording;
using VirglHost.Rendering;

namespace VirglHost.Daemon.Inspect;

/// <summary>Opens the recording and makes renderers for an inspection, and says how far it is.</summary>
internal sealed class InspectionRun(Options options, EglDisplay display, ILogger log, TextWriter errors) : IInspectionHost, IDisposable
{
    private readonly ProgressLine _progress = new(errors);
    private readonly long _length = new FileInfo(options.Inspect!.File).Length;

    /// <inheritdoc/>
    public Stream OpenRecording() => File.OpenRead(options.Inspect!.File);

    /// <inheritdoc/>
    public Renderer CreateRenderer(in RecordingOrigin origin, ICommandObserver observer, IRendererTap? tap) =>
        HostOpenGl.CreateInspectedRenderer(display, options, log, origin.Door == "vtest", observer, tap);

    /// <inheritdoc/>
    public void Advanced(bool isTiming, long positionInBytes, long draws)
    {
        if (_progress.IsDue(out _))
        {
            _progress.Show(string.Create(CultureInfo.InvariantCulture,
                $"{(isTiming ? "taking times" : "writing the page")}: {100.0 * positionInBytes / Math.Max(_length, 1):0} % of the file, {draws} draws"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _progress.Dispose();
}
