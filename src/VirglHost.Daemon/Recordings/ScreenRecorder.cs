using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.VirtioGpu;

namespace VirglHost.Daemon.Recordings;

/// <summary>Takes the pictures that never reach a renderer into the recording of the guest that shows them. GPU thread only.</summary>
internal sealed class ScreenRecorder : IScreenTap
{
    /// <summary>The recording; null until there is one.</summary>
    public Recorder? Recorder { get; set; }

    /// <inheritdoc/>
    public void Flushed(int screen, in PixelRectangle size, in PixelRectangle part, ReadOnlySpan<byte> picture) => Recorder?.ShowScreen(screen, size, part, picture);
}
