using VirglHost.Recording;
using VirglHost.Rendering;

namespace VirglHost.Inspection;

/// <summary>What an inspection needs from the program around it, on one thread.</summary>
public interface IInspectionHost
{
    /// <summary>Opens the recording from its beginning; called for each of the two runs.</summary>
    Stream OpenRecording();

    /// <summary>A fresh renderer as the recording's door has it, with these listeners.</summary>
    /// <param name="origin">Who recorded what.</param>
    /// <param name="observer">To be its <see cref="RendererOptions.Observer"/>.</param>
    /// <param name="tap">To be its <see cref="RendererOptions.Tap"/>.</param>
    Renderer CreateRenderer(in RecordingOrigin origin, ICommandObserver observer, IRendererTap? tap);

    /// <summary>Called often: how far the inspection is.</summary>
    /// <param name="isTiming">In the first run, which takes the times.</param>
    /// <param name="positionInBytes">Bytes of the recording that were played.</param>
    /// <param name="draws">Draws so far.</param>
    void Advanced(bool isTiming, long positionInBytes, long draws);
}
