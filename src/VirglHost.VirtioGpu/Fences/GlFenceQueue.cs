using System.Diagnostics.CodeAnalysis;
using VirglHost.Linux;
using VirglHost.OpenGL;
using VirglHost.Rendering;
using VirglHost.VirtioGpu.Commands;

namespace VirglHost.VirtioGpu.Fences;

/// <summary>
/// GL fences under way and the requests they hold back. The waiter's thread only signals <see cref="Passed"/>; everything else is the GPU thread's.
/// </summary>
internal sealed class GlFenceQueue : IDisposable
{
    private readonly Renderer? _renderer;
    private readonly WorkPool _works;
    private readonly FenceWaiter? _waiter;
    private readonly Epoll _epoll = new();
    private readonly EpollEvent[] _events = new EpollEvent[1];
    private readonly Queue<Entry> _entries = new();
    private int _forgottenCount;

    /// <summary>Without a renderer there is nothing to wait for.</summary>
    public GlFenceQueue(Renderer? renderer, WorkPool works)
    {
        _works = works;
        _renderer = renderer;
        _waiter = renderer is null ? null : new FenceWaiter(renderer, Passed.Signal);
        _epoll.Add(Passed.Fd, EpollInterest.Read, 0);
    }

    /// <summary>Signalled when a fence has passed.</summary>
    public EventFd Passed { get; } = new();

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>
    /// Puts fences behind what the request has to wait for. On the global timeline that is the work of every context, whichever it went to, and the set
    /// is emptied. On a ring of a context it is that context's, which stays in the set: a later global fence waits for it too.
    /// </summary>
    public void Insert(GpuRequest request, HashSet<uint> contexts)
    {
        FenceRing ring = FenceRing.From(request.Header);
        if (!ring.IsGlobal)
        {
            if (contexts.Contains(ring.ContextId)) Insert(request, ring.ContextId);
            return;
        }

        foreach (uint context in contexts) Insert(request, context);
        contexts.Clear();
    }

    /// <summary>Takes the next fence that has passed, and finishes it in the renderer.</summary>
    /// <param name="request">Whom it held back; null when nobody remembers.</param>
    public bool TryTakePassed(out GpuRequest? request)
    {
        request = null;
        if (_waiter is null || !_waiter.TryTakeRetired(out RenderFence? fence)) return false;
        // The waiter hands fences back in the order it got them.
        Entry entry = _entries.Dequeue();
        if (!ReferenceEquals(entry.Fence, fence)) throw new InvalidOperationException("fences passed out of order");
        request = _forgottenCount > 0 ? null : entry.Request;
        if (_forgottenCount > 0) _forgottenCount--;
        _renderer!.CompleteFence(fence);
        return true;
    }

    /// <summary>Waits until a fence passes or the time is up.</summary>
    public void Wait(int timeoutInMilliseconds)
    {
        Passed.TryConsume();
        // A fence that passed before the event was consumed is found by the caller's next look at the waiter.
        if (_epoll.Wait(_events, Math.Min(timeoutInMilliseconds, 50)) > 0) Passed.TryConsume();
    }

    /// <summary>The requests were given back some other way; the fences still under way hold nobody back any more.</summary>
    public void Forget() => _forgottenCount = _entries.Count;

    public void Dispose()
    {
        _waiter?.Dispose();
        try
        {
            while (_entries.TryDequeue(out Entry entry)) _renderer!.CompleteFence(entry.Fence);
        }
        catch (HostFaultException)
        {
            // The host is lost, and its fences with it.
        }

        _epoll.Dispose();
        Passed.Dispose();
    }

    /// <summary>A fence that was asked for on another thread is there: its request, which counts it already, waits for it from here on.</summary>
    public void Take(GpuRequest request, RenderFence fence)
    {
        _entries.Enqueue(new Entry(fence, request));
        _waiter!.Enqueue(fence);
    }

    private void Insert(GpuRequest request, uint context)
    {
        if (!_renderer!.RunsHere(context))
        {
            RenderWork work = _works.Rent();
            work.SetFence(context);
            _works.Post(_renderer, work, request);
            request.OpenFences++;
            return;
        }

        if (!TryInsert(context, out RenderFence? fence)) return;
        request.OpenFences++;
        _entries.Enqueue(new Entry(fence, request));
        _waiter!.Enqueue(fence);
    }

    // A context whose GL was reset has no work left to wait for: its fences pass at once, so that the guest never hangs.
    private bool TryInsert(uint context, [NotNullWhen(true)] out RenderFence? fence)
    {
        try
        {
            fence = _renderer!.InsertFence(context);
            return true;
        }
        catch (HostFaultException host) when (host.Kind != HostFault.Lost)
        {
            fence = null;
            return false;
        }
    }

    private readonly record struct Entry(RenderFence Fence, GpuRequest Request);
}
