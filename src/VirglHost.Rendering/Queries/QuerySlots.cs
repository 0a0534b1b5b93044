using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering.Queries;

/// <summary>
/// The GL queries of one GL context. GL allows one active query per target, guests may overlap theirs: whenever an observer comes or goes, the
/// running GL query of its slot ends and another begins, and every observer sums the runs that it saw.
/// </summary>
internal sealed class QuerySlots(GlSession session) : IDisposable
{
    // An observer that outlives many others would collect runs without bound.
    private const int MaxSegmentCount = 64;

    private readonly List<QueryTally>[] _active = [.. Enumerable.Range(0, QueryKindTable.SlotCount).Select(_ => new List<QueryTally>())];
    private readonly QuerySegment?[] _running = new QuerySegment?[QueryKindTable.SlotCount];
    private readonly Dictionary<GLEnum, Stack<QuerySegment>> _idle = [];
    private bool _isSuspended;

    /// <summary>Starts observing; what was measured before is forgotten.</summary>
    public void Begin(QueryTally tally)
    {
        if (tally.IsActive) End(tally);
        Clear(tally);
        Continue(tally);
    }

    /// <summary>Observes again after an end, adding to what was measured before.</summary>
    public void Continue(QueryTally tally)
    {
        if (tally.IsActive) return;
        if (tally.Kind.Slot < 0)
        {
            if (!tally.Kind.IsDifference) return;
            Stamp(tally);
            tally.IsActive = true;
            return;
        }

        tally.IsActive = true;
        Stop(tally.Kind.Slot);
        _active[tally.Kind.Slot].Add(tally);
        Start(tally.Kind.Slot);
    }

    /// <summary>Stops observing; a time stamp is taken here.</summary>
    public void End(QueryTally tally)
    {
        if (tally.Kind.Slot < 0)
        {
            if (tally.Kind.IsDifference && !tally.IsActive) return;
            if (!tally.Kind.IsDifference) Clear(tally);
            Stamp(tally);
            tally.IsActive = false;
            tally.HasResult = true;
            return;
        }

        if (!tally.IsActive) return;
        tally.IsActive = false;
        tally.HasResult = true;
        Stop(tally.Kind.Slot);
        _active[tally.Kind.Slot].Remove(tally);
        Start(tally.Kind.Slot);
    }

    /// <summary>Forgets what an observer measured and stops it.</summary>
    public void Release(QueryTally tally)
    {
        if (tally.IsActive) End(tally);
        Clear(tally);
    }

    /// <summary>Lets go of one run.</summary>
    public void Release(QuerySegment segment)
    {
        if (--segment.References > 0) return;
        segment.Reset();
        if (!_idle.TryGetValue(segment.Query.Target, out Stack<QuerySegment>? idle)) _idle[segment.Query.Target] = idle = new Stack<QuerySegment>();
        idle.Push(segment);
    }

    /// <summary>Stops all counting for work that is not the guest's.</summary>
    public void Suspend()
    {
        if (_isSuspended) return;
        _isSuspended = true;
        for (int slot = 0; slot < _running.Length; slot++) Stop(slot);
    }

    /// <summary>Goes on counting.</summary>
    public void Resume()
    {
        if (!_isSuspended) return;
        _isSuspended = false;
        for (int slot = 0; slot < _running.Length; slot++) Start(slot);
    }

    /// <summary>Deletes the idle GL queries; observers were released before.</summary>
    public void Dispose()
    {
        foreach (Stack<QuerySegment> idle in _idle.Values)
        {
            while (idle.TryPop(out QuerySegment? segment)) segment.Query.Dispose();
        }
    }

    private void Stamp(QueryTally tally)
    {
        QuerySegment stamp = Take(GLEnum.Timestamp);
        stamp.Query.RecordTime();
        tally.Add(stamp);
    }

    private void Stop(int slot)
    {
        if (_running[slot] is not { } segment) return;
        segment.Query.End(_active[slot][0].Kind.Stream);
        _running[slot] = null;
    }

    private void Start(int slot)
    {
        List<QueryTally> observers = _active[slot];
        if (observers.Count == 0 || _isSuspended) return;
        QuerySegment segment = Take(SharedTarget(slot, observers));
        segment.Query.Begin(observers[0].Kind.Stream);
        _running[slot] = segment;
        foreach (QueryTally observer in observers)
        {
            observer.Add(segment);
            if (observer.Segments.Count > MaxSegmentCount) Release(observer.FoldOne());
        }
    }

    /// <summary>A target that serves all observers of a slot: only occlusion has several, and counting samples serves them all.</summary>
    private static GLEnum SharedTarget(int slot, List<QueryTally> observers)
    {
        GLEnum target = observers[0].Kind.Target;
        if (slot != QueryKindTable.OcclusionSlot) return target;
        foreach (QueryTally observer in observers)
        {
            if (observer.Kind.Target != target) return GLEnum.SamplesPassed;
        }

        return target;
    }

    private QuerySegment Take(GLEnum target) =>
        _idle.TryGetValue(target, out Stack<QuerySegment>? idle) && idle.TryPop(out QuerySegment? segment)
            ? segment
            : new QuerySegment(GlQuery.Create(session.Group, target));

    private void Clear(QueryTally tally)
    {
        foreach (QuerySegment segment in tally.Segments) Release(segment);
        tally.Clear();
    }
}
