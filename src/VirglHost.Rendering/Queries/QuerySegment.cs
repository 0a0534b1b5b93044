using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering.Queries;

/// <summary>One run of a GL query. Several guest queries that overlap share it; its GL name is reused when the last one lets go.</summary>
internal sealed class QuerySegment(GlQuery query)
{
    private bool _isDone;
    private ulong _result;

    /// <summary>The GL query.</summary>
    public GlQuery Query { get; } = query;

    /// <summary>Tallies and conditions that hold it.</summary>
    public int References { get; set; }

    /// <summary>Whether the result is there; does not wait.</summary>
    public bool IsDone()
    {
        if (!_isDone) _isDone = Query.TryGetResult(out _result);
        return _isDone;
    }

    /// <summary>The result; waits for it.</summary>
    public ulong Result()
    {
        if (!_isDone)
        {
            _result = Query.GetResult();
            _isDone = true;
        }

        return _result;
    }

    /// <summary>Makes it ready for another run.</summary>
    public void Reset() => _isDone = false;
}
