namespace VirglHost.OpenGL.Objects;

/// <summary>A query object. Queries are not shared between contexts: use and dispose it with its own context current.</summary>
public sealed class GlQuery : IDisposable
{
    private readonly GL _gl;
    private bool _disposed;

    private GlQuery(GL gl, GLEnum target)
    {
        _gl = gl;
        Target = target;
        // QUIRK: Mesa 22.3's glCreateQueries refuses the pipeline statistics targets that its glBeginQuery takes (QueryEngineTests, pipeline statistics).
        Name = gl.GenQuery();
    }

    /// <summary>GL name.</summary>
    public uint Name { get; }

    /// <summary>Query target, such as <c>SamplesPassed</c> or <c>Timestamp</c>.</summary>
    public GLEnum Target { get; }

    /// <summary>Makes a query in the current context.</summary>
    public static GlQuery Create(GlShareGroup group, GLEnum target)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new GlQuery(group.Gl, target);
    }

    /// <summary>Starts counting; the index is the vertex stream of the targets that have one.</summary>
    public void Begin(uint index = 0) => _gl.BeginQueryIndexed(Target, index, Name);

    /// <summary>Stops counting; the index is that of <see cref="Begin"/>.</summary>
    public void End(uint index = 0) => _gl.EndQueryIndexed(Target, index);

    /// <summary>Records the GPU's time, for <c>Timestamp</c>.</summary>
    public void RecordTime() => _gl.QueryCounter(Name, GLEnum.Timestamp);

    /// <summary>Takes the result if it is there; does not wait.</summary>
    public bool TryGetResult(out ulong result)
    {
        result = 0;
        if (_gl.GetQueryObjectUInt(Name, GLEnum.QueryResultAvailable) == 0) return false;
        result = _gl.GetQueryObjectUInt64(Name, GLEnum.QueryResult);
        return true;
    }

    /// <summary>Waits for the result.</summary>
    public ulong GetResult() => _gl.GetQueryObjectUInt64(Name, GLEnum.QueryResult);

    /// <summary>Deletes the query.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _gl.DeleteQuery(Name);
    }
}
