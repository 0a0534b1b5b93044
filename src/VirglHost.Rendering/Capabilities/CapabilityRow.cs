using VirglHost.OpenGL;

namespace VirglHost.Rendering.Capabilities;

/// <summary>One capability bit: what the host must have and what this renderer must implement for a guest to see it.</summary>
/// <typeparam name="TBits">The word the bit lies in.</typeparam>
/// <param name="Bit">The bit.</param>
/// <param name="Host">What the host must have; null where every GL 4.5 core host has it.</param>
/// <param name="Ours">What must be implemented; null where it always is.</param>
internal readonly record struct CapabilityRow<TBits>(TBits Bit, GlFeature? Host, Func<ImplementedFeatures, bool>? Ours = null)
    where TBits : struct, Enum
{
    /// <summary>Whether a guest may see the bit.</summary>
    public bool Holds(GlFeatures host, ImplementedFeatures ours) => (Host is null || host[Host.Value]) && (Ours is null || Ours(ours));
}
