using VirglHost.Rendering;

namespace VirglHost.VirtioGpu.Commands;

/// <summary>Work that contexts on other threads have, kept for reuse; bounds how much of it can wait. GPU thread only.</summary>
internal sealed class WorkPool
{
    // GUEST: a guest can queue thousands of streams of many megabytes; what is copied and not yet run stays below this.
    private const long MaximumBytes = 64 << 20;
    private const int KeptCount = 64;

    private readonly Stack<RenderWork> _free = new();
    private long _bytes;

    /// <summary>Works posted and not yet taken back.</summary>
    public int WaitingCount { get; private set; }

    /// <summary>More may be posted.</summary>
    public bool HasRoom => _bytes < MaximumBytes;

    /// <summary>A work to fill in.</summary>
    public RenderWork Rent() => _free.TryPop(out RenderWork? work) ? work : new RenderWork();

    /// <summary>It goes to the renderer.</summary>
    /// <param name="renderer">What runs it.</param>
    /// <param name="work">The work.</param>
    /// <param name="request">Whom it holds back.</param>
    /// <exception cref="GuestFaultException">It cannot; it is free again.</exception>
    public void Post(Renderer renderer, RenderWork work, GpuRequest request)
    {
        work.Tag = request;
        bool isPosted = false;
        try
        {
            renderer.Post(work);
            isPosted = true;
        }
        finally
        {
            if (!isPosted) Free(work);
        }

        WaitingCount++;
        _bytes += work.SizeInBytes;
    }

    /// <summary>It came back.</summary>
    public void Return(RenderWork work)
    {
        WaitingCount--;
        _bytes -= work.SizeInBytes;
        Free(work);
    }

    /// <summary>It was rented and not posted, or is done with.</summary>
    public void Free(RenderWork work)
    {
        work.Tag = null;
        if (_free.Count < KeptCount) _free.Push(work);
    }
}
