using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Queries;

namespace VirglHost.Rendering;

/// <summary>
/// A point in a context's work, made by <see cref="Renderer.InsertFence"/>. It has passed when the GL work before it is done; the owner thread then calls
/// <see cref="Renderer.CompleteFence"/>, which stores query results and frees it.
/// </summary>
public sealed class RenderFence
{
    private GlFence? _fence;

    internal RenderFence(uint contextId, GlFence fence, QueryPoint[] queries)
    {
        _fence = fence;
        Queries = queries;
        ContextId = contextId;
    }

    /// <summary>The context whose work it follows; 0 for the renderer's own work.</summary>
    public uint ContextId { get; private set; }

    /// <summary>The GL fence; null once it was completed.</summary>
    internal GlFence? Fence => IsComplete ? null : _fence;

    /// <summary>Whether <see cref="Renderer.CompleteFence"/> has had it: it may become another fence then.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>Query results that must be stored before the guest sees the fence.</summary>
    internal QueryPoint[] Queries { get; private set; }

    /// <summary>A completed fence as a new one, in the current context.</summary>
    internal void InsertAgain(uint contextId, QueryPoint[] queries)
    {
        _fence!.InsertAgain();
        Queries = queries;
        ContextId = contextId;
        IsComplete = false;
    }

    /// <summary>Frees the GL fence.</summary>
    internal void Complete()
    {
        _fence?.Dispose();
        Queries = [];
        IsComplete = true;
    }

    /// <summary>Stores query results, on the thread of their context.</summary>
    internal static void WriteQueries(QueryPoint[] queries)
    {
        foreach (QueryPoint point in queries)
        {
            point.SubContext.WriteQueries(point.Request);
        }
    }
}
