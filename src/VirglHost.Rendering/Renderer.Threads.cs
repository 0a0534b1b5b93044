using System.Diagnostics.CodeAnalysis;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering.Lanes;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <content>Contexts on threads of their own.</content>
public sealed partial class Renderer
{
    private LaneSet? _lanes;

    /// <summary>
    /// Lets contexts made from here on run on <paramref name="count"/> more threads. The first stays on the owner's; each goes where the fewest are. What is
    /// asked for a context that does not run on the owner's thread is posted (<see cref="Post"/>), or waits for that thread. A renderer with a tap or whose
    /// shaders are listened to stays as it is, because a recording has one order; so does one whose host makes no GL contexts for threads.
    /// </summary>
    /// <param name="count">0 to 31.</param>
    /// <param name="onFinished">Called on one of the threads when <see cref="TryTakeFinished"/> has something; it should only wake the owner.</param>
    /// <exception cref="InvalidOperationException">There is a context already, or guests map buffers.</exception>
    public void StartThreads(int count, Action onFinished)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, 31u, nameof(count));
        if (count == 0 || _tap is not null || _parts.Options.ShaderTextReceived is not null)
            return;
        if (_contexts.Count > 0 || _lanes is not null || _parts.Options.HostBlobs)
            throw new InvalidOperationException("Threads are started once, before any context, and not where guests map buffers.");
        _parts.Root.MakeCurrent();
        try
        {
            _lanes = new LaneSet(count, _parts, _display, onFinished);
            _parts.HandOvers = _lanes.HandOvers;
        }
        catch (EglException refused)
        {
            _parts.Log.Warning("all contexts run on one thread: the host makes no GL context for another: {Reason:l}", refused.Message);
        }
    }

    /// <summary>Whether the owner's thread runs this context, so that nothing needs to be posted for it. True for contexts that do not exist.</summary>
    public bool RunsHere(uint contextId) => _lanes is null || !_contexts.TryGetValue(contextId, out RenderContext? context) || context.Sharing!.Lane == 0;

    /// <summary>
    /// Has work done on the thread of its context, after everything that was asked for the context before, and after what was asked before of others that use
    /// the same resources. It comes back from <see cref="TryTakeFinished"/>; it must have a tag.
    /// </summary>
    /// <exception cref="GuestFaultException">There is no such context or resource; the work is the caller's at once.</exception>
    public void Post(RenderWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(work.Tag);
        RenderContext context = RequireContext(work.ContextId);
        if (_lanes is null || context.Sharing!.Lane == 0)
            throw new InvalidOperationException($"context {work.ContextId} runs on the owner's thread");
        if (work.Kind is RenderWorkKind.TransferToHost or RenderWorkKind.TransferFromHost)
            work.Resource = RequireResourceIn(work.ContextId, work.ResourceId);
        _lanes.Post(context, work);
    }

    /// <summary>Takes the next posted work that is finished, in no order among contexts.</summary>
    /// <exception cref="HostFaultException">A thread met a fault of the host in work that nobody waits for.</exception>
    public bool TryTakeFinished([NotNullWhen(true)] out RenderWork? work)
    {
        work = null;
        return _lanes is not null && _lanes.TryTakeFinished(out work);
    }

    /// <summary>Waits until everything posted is finished and no thread is at work: nothing touches guest memory.</summary>
    public void WaitForThreads() => _lanes?.WaitForAll();

    /// <summary>Whether work for the context has to go to another thread; null is the device itself, which never has.</summary>
    private static bool IsElsewhere([NotNullWhen(true)] RenderContext? context) => context?.Sharing is { Lane: not 0 };

    /// <summary>Before work of a context of this thread, whose peers elsewhere are waited for.</summary>
    private void BeginOwn(RenderContext context)
    {
        if (_lanes is null)
            return;
        _parts.Root.Group.ReadMail();
        _lanes.BeforeOwn(context);
    }

    /// <summary>After it; others may wait for what it did.</summary>
    private void EndOwn(RenderContext context, int words = 0) => _lanes?.AfterOwn(context, words);

    private void SubmitThere(RenderContext context, ReadOnlySpan<uint> words)
    {
        RenderWork work = new();
        words.CopyTo(work.SetStream(context.Id, words.Length));
        _lanes!.PostAndWait(context, work);
    }

    /// <summary>A transfer for context 0 or for a context of this thread, or one that another thread is asked for and waited for.</summary>
    private void Transfer(uint contextId, RenderResource resource, in TransferRequest request, bool isToHost)
    {
        RenderContext? context = contextId == 0 ? null : RequireContext(contextId);
        if (IsElsewhere(context))
        {
            RenderWork work = new();
            work.SetTransfer(contextId, resource.Id, request, isToHost);
            work.Resource = resource;
            _lanes!.PostAndWait(context, work);
            return;
        }

        if (context is not null)
            BeginOwn(context);
        GlSession session = SessionOf(contextId);
        if (context is null)
            _lanes?.Receive(resource, session);
        else
            _parts.HandOvers?.CatchUp(session, context.Awaits);
        if (isToHost)
            _parts.Transfers.ToHost(session, resource, request);
        else
            _parts.Transfers.FromHost(session, resource, request);
        if (context is null)
            _lanes?.OwnWorkDone(session);
        else
            EndOwn(context);
    }

    /// <summary>No context can name the resource any more, and no thread is at work on it.</summary>
    private void DetachFromAll(RenderResource resource)
    {
        foreach (RenderContext context in _contexts.Values)
        {
            if (_lanes is null)
                context.Detach(resource.Id);
            else
                _lanes.Detach(context, resource);
        }

        _lanes?.Quiet(resource);
    }
}
