using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering;

/// <summary>
/// A point in a context's work, made by <see cref="Renderer.InsertFence"/>. It has passed when the GL work before it is done; the owner thread then calls
/// <see cref="Renderer.CompleteFence"/>, which stores query results and frees it.
/// </summary>
public sealed class RenderFence
{
    internal RenderFence(uint contextId, GlFence? fence)
    {
        ContextId = contextId;
        Fence = fence;
    }

    /// <summary>The context whose work it follows; 0 for the renderer's own work.</summary>
    public uint ContextId { get; }

    /// <summary>The GL fence; null where the context cannot make one any more, and then the fence has passed already.</summary>
    internal GlFence? Fence { get; }
}
