namespace VirglHost.Rendering.Queries;

/// <summary>What one observer has measured since it began: the sum of its segments.</summary>
internal sealed class QueryTally(QueryKind kind)
{
    private readonly List<QuerySegment> _segments = [];
    private ulong _folded;

    /// <summary>GL counts time in nanoseconds.</summary>
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    /// <summary>How it is measured.</summary>
    public QueryKind Kind { get; } = kind;

    /// <summary>Between begin and end.</summary>
    public bool IsActive { get; set; }

    /// <summary>Whether it was ever ended, so that there is a result to wait for.</summary>
    public bool HasResult { get; set; }

    /// <summary>Runs not yet folded.</summary>
    public IReadOnlyList<QuerySegment> Segments => _segments;

    /// <summary>Whether its one GL query gives the very value that the guest asks for.</summary>
    public bool IsPlain => Kind.Form == QueryForm.Measured && _segments.Count == 1 && _folded == 0 && _segments[0].Query.Target == Kind.Target;

    /// <summary>Adds one more run.</summary>
    public void Add(QuerySegment segment)
    {
        segment.References++;
        _segments.Add(segment);
    }

    /// <summary>Whether the result is there; does not wait.</summary>
    public bool IsDone()
    {
        foreach (QuerySegment segment in _segments)
        {
            if (!segment.IsDone()) return false;
        }

        return true;
    }

    /// <summary>The result in the guest's terms; waits for it.</summary>
    public ulong Result()
    {
        switch (Kind.Form)
        {
            case QueryForm.Difference:
                return Math.Max(_segments[^1].Result(), _segments[0].Result()) - _segments[0].Result();
            case QueryForm.Reached:
                return _segments[0].Result() == 0 ? 0u : 1u;
            case QueryForm.Frequency:
                return NanosecondsPerSecond;
            default:
                return Sum();
        }
    }

    private ulong Sum()
    {
        ulong sum = _folded;
        foreach (QuerySegment segment in _segments) sum = unchecked(sum + segment.Result());
        if (Kind.IsPredicate) return sum == 0 ? 0u : 1u;
        // A count beyond 32 bits must not come back small where the guest reads only 32.
        return Kind.SizeInBytes == 4 ? Math.Min(sum, uint.MaxValue) : sum;
    }

    /// <summary>
    /// Takes one old run's result into the sum and gives the run back; waits for it. A first run that passed stays, as the witness that a render
    /// condition needs.
    /// </summary>
    public QuerySegment FoldOne()
    {
        int index = _segments[0].Result() != 0 && _segments.Count > 1 ? 1 : 0;
        QuerySegment folded = _segments[index];
        _folded = unchecked(_folded + folded.Result());
        _segments.RemoveAt(index);
        return folded;
    }

    /// <summary>Forgets all runs; the caller lets go of them.</summary>
    public void Clear()
    {
        _segments.Clear();
        _folded = 0;
        HasResult = false;
    }
}
