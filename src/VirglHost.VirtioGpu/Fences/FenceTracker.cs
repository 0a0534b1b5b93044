namespace VirglHost.VirtioGpu.Fences;

/// <summary>
/// Holds fenced requests back until everything before them on their timeline is complete. Unfenced ones never come here and may overtake.
/// GPU thread only.
/// </summary>
internal sealed class FenceTracker(Action<GpuRequest> complete)
{
    private const int MaximumIdleTimelines = 64;

    private readonly Dictionary<FenceRing, Queue<GpuRequest>> _timelines = [];

    /// <summary>Requests held back.</summary>
    public int WaitingCount { get; private set; }

    /// <summary>Timelines remembered, idle ones included.</summary>
    public int TimelineCount => _timelines.Count;

    /// <summary>Completes a fenced request now if nothing holds it back, or keeps it until then.</summary>
    public void Track(GpuRequest request)
    {
        FenceRing ring = FenceRing.From(request.Header);
        if (!_timelines.TryGetValue(ring, out Queue<GpuRequest>? timeline)) _timelines.Add(ring, timeline = new Queue<GpuRequest>());
        timeline.Enqueue(request);
        WaitingCount++;
        Advance(ring, timeline);
    }

    /// <summary>Something that held the request back is done; completes what its timeline allows.</summary>
    public void Progressed(GpuRequest request)
    {
        FenceRing ring = FenceRing.From(request.Header);
        if (_timelines.TryGetValue(ring, out Queue<GpuRequest>? timeline)) Advance(ring, timeline);
    }

    /// <summary>Completes everything in order, as if all fences had passed: the queue is being stopped and its ring must come to rest.</summary>
    public void CompleteAll()
    {
        foreach (Queue<GpuRequest> timeline in _timelines.Values)
        {
            while (timeline.TryDequeue(out GpuRequest? request))
            {
                WaitingCount--;
                request.OpenFences = 0;
                complete(request);
            }
        }

        _timelines.Clear();
    }

    private void Advance(FenceRing ring, Queue<GpuRequest> timeline)
    {
        while (timeline.TryPeek(out GpuRequest? first) && first.IsReady)
        {
            timeline.Dequeue();
            WaitingCount--;
            complete(first);
        }

        // GUEST: rings are named by the guest; idle ones must not pile up.
        if (timeline.Count == 0 && _timelines.Count > MaximumIdleTimelines) _timelines.Remove(ring);
    }
}
