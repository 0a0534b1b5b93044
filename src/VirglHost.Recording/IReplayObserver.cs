using VirglHost.Rendering;
using VirglHost.Rendering.Resources;

namespace VirglHost.Recording;

/// <summary>Watches a replay, on its thread. It may read from the renderer, and must change nothing there.</summary>
public interface IReplayObserver
{
    /// <summary>An event was played.</summary>
    /// <param name="positionInBytes">Bytes of the file read so far.</param>
    /// <param name="time">When it happened, since the recording began.</param>
    void Advanced(long positionInBytes, TimeSpan time);

    /// <summary>At this point the guest was shown a resource, or read a whole picture that is made to be shown.</summary>
    void Shown(Renderer renderer, RenderResource resource);

    /// <summary>At this point the guest was shown a picture that no renderer holds: of a guest without VirGL, or of any guest's boot.</summary>
    /// <param name="picture">Valid during the call.</param>
    void Shown(ScreenPicture picture);
}
