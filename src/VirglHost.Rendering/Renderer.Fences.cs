using VirglHost.OpenGL.Egl;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Queries;

namespace VirglHost.Rendering;

/// <content>Fences.</content>
public sealed partial class Renderer
{
    /// <summary>Puts a fence after everything that was submitted in the context so far; context 0 means the renderer's own work.</summary>
    public RenderFence InsertFence(uint contextId)
    {
        RenderContext? context = contextId == 0 ? null : RequireContext(contextId);
        if (IsElsewhere(context))
        {
            RenderWork work = _lanes!.Rent(RenderWorkKind.Fence, context);
            _lanes.PostAndWait(context, work);
            return work.Fence!;
        }

        GlSession session = SessionOf(contextId);
        QueryPoint[] queries = context?.PendingQueries() ?? [];
        if (_spareFences.TryPop(out RenderFence? fence))
        {
            fence.InsertAgain(contextId, queries);
        }
        else
        {
            fence = new RenderFence(contextId, GlFence.Insert(session.Gl), queries);
        }

        _tap?.InsertFence(fence, contextId);
        return fence;
    }

    /// <summary>Whether a fence has passed; never waits.</summary>
    public bool IsSignaled(RenderFence fence) => Wait(fence, TimeSpan.Zero);

    /// <summary>Waits for a fence on the owner thread.</summary>
    /// <returns>True where it has passed, which a fence of a lost context has; false after <paramref name="timeout"/>.</returns>
    public bool Wait(RenderFence fence, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(fence);
        CurrentSession();
        return fence.Fence is null || fence.Fence.Wait(timeout) != GlFenceStatus.TimedOut;
    }

    /// <summary>Ends a fence that has passed: stores what queries were waiting for it and frees it. The caller lets go of it: it may come back as another one.</summary>
    public void CompleteFence(RenderFence fence)
    {
        ArgumentNullException.ThrowIfNull(fence);
        if (fence.Queries.Length > 0 && _contexts.TryGetValue(fence.ContextId, out RenderContext? context) && IsElsewhere(context))
        {
            RenderWork work = _lanes!.Rent(RenderWorkKind.WriteQueries, context);
            work.Queries = fence.Queries;
            _lanes.PostAndWait(context, work);
        }
        else
        {
            RenderFence.WriteQueries(fence.Queries);
        }

        CurrentSession();
        if (fence.IsComplete)
        {
            return;
        }

        fence.Complete();
        _tap?.CompleteFence(fence);
        if (_spareFences.Count < MostSpareFences)
        {
            _spareFences.Push(fence);
        }
    }

    /// <summary>A context for waiting on another thread; it shares all objects.</summary>
    internal EglContext CreateWaitContext() => _display.CreateContext(new EglContextOptions { Share = _parts.Root.Context });
}
