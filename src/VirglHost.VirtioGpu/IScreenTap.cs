using VirglHost.Rendering;

namespace VirglHost.VirtioGpu;

/// <summary>
/// Sees the pictures that never reach a renderer: of guests without VirGL, and of the boot of all others. Called on the GPU thread for every flush; it must not
/// throw, and the guest waits for it.
/// </summary>
public interface IScreenTap
{
    /// <summary>A part of a screen was flushed.</summary>
    /// <param name="screen">0…15.</param>
    /// <param name="size">The whole screen; X and Y are 0.</param>
    /// <param name="part">What changed, inside the screen.</param>
    /// <param name="picture">The whole screen: B, G, R, X bytes, first row on top, rows without padding; valid during the call.</param>
    void Flushed(int screen, in PixelRectangle size, in PixelRectangle part, ReadOnlySpan<byte> picture);
}
