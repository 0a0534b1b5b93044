using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Queries;

namespace VirglHost.Rendering;

/// <summary>
/// A point in a context's work, made by <see cref="Renderer.InsertFence"/>. It has passed when the GL work before it is done; the owner thread then calls
/// <see cref="Renderer.CompleteFence"/>, which stores query results and frees it.
/// </summary>
public sealed class RenderFence
{
    internal RenderFence(uint contextId, GlFence? fence, QueryPoint[] queries)
    {
        Queries = queries;
        ContextId = contextId;
        Fence = fence;
    }

    /// <summary>The context whose work it follows; 0 for the renderer's own work.</summary>
    public uint ContextId { get; }

    /// <summary>The GL fence; null where the context cannot make one any more, and then the fence has passed already.</summary>
    internal GlFence? Fence { get; }

    /// <summary>Query results that must be stored before the guest sees the fence.</summary>
    internal QueryPoint[] Queries { get; }
}
