using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.Rendering;

/// <summary>What a guest asks for when it creates a resource; untrusted.</summary>
/// <param name="Target">Shape.</param>
/// <param name="Format">Format of the storage.</param>
/// <param name="Bind">Bind flags (<see cref="BindFlags"/>), spare bits included.</param>
/// <param name="Width">Texels, or bytes of a buffer.</param>
/// <param name="Height">Texels.</param>
/// <param name="Depth">Texels.</param>
/// <param name="ArraySize">Layers; six per cube.</param>
/// <param name="LastLevel">Number of the smallest level.</param>
/// <param name="Samples">Samples per texel; 0 and 1 are single.</param>
/// <param name="Flags">Creation flags (<see cref="ResourceFlags"/>), spare bits included.</param>
public readonly record struct ResourceDescription(
    PipeTarget Target, VirglFormat Format, uint Bind, uint Width, uint Height, uint Depth, uint ArraySize, uint LastLevel, uint Samples, uint Flags)
{
    /// <summary>Whether the guest wants a buffer that it keeps mapped while the host uses it, which needs memory that both see.</summary>
    public bool IsMapped => Target == PipeTarget.Buffer && (Flags & (uint)(ResourceFlags.MapPersistent | ResourceFlags.MapCoherent)) != 0;
}
