using VirglHost.CommandStream;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Queries;

/// <summary>A guest's QUERY object: what is measured, and the host memory that the result goes to.</summary>
internal sealed class GuestQuery : GuestObject
{
    private readonly QueryEngine _engine;

    /// <summary>Takes one reference to <paramref name="destination"/>.</summary>
    public GuestQuery(QueryEngine engine, QueryKind kind, RenderResource destination)
        : base(VirglObjectType.Query)
    {
        _engine = engine;
        Tally = new QueryTally(kind);
        Destination = destination;
        destination.Retain();
    }

    /// <summary>What was measured.</summary>
    public QueryTally Tally { get; }

    /// <summary>CUSTOM resource that the result is written to.</summary>
    public RenderResource Destination { get; }

    /// <summary>Number of the request that waits for the result, 0 when none does.</summary>
    public ulong PendingRequest { get; set; }

    /// <inheritdoc/>
    protected override void DisposeNames(GlSession session)
    {
        _engine.Forget(this);
        Destination.Release(session);
    }
}
