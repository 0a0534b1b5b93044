namespace VirglHost.Rendering;

/// <summary>
/// Sees every command of every stream after it ran, on the renderer's thread: for looking into a recording, not for serving guests. It may read from the renderer
/// (<see cref="Renderer.TryReadPreview"/>); it must change nothing there, and must not throw.
/// </summary>
public interface ICommandObserver
{
    /// <summary>A command ran, or was refused.</summary>
    /// <param name="command">Valid during the call.</param>
    void Ran(in ObservedCommand command);
}
