using System.Buffers.Binary;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Queries;

/// <summary>
/// Queries and the render condition of one sub-context, whose session is current. Results go to host memory that the guest reads:
/// at byte 0 the state, at 4 the size, at 8 the value. Owner thread only.
/// </summary>
internal sealed class QueryEngine : IDisposable
{
    private const int ResultSizeInBytes = 16;
    private const uint StateDone = 1;

    private readonly GlSession _session;
    private readonly QuerySlots _slots;
    private readonly RenderCondition _condition;
    private readonly List<GuestQuery> _pending = [];

    /// <summary>Makes the engine of one session.</summary>
    public QueryEngine(GlSession session)
    {
        _session = session;
        _slots = new QuerySlots(session);
        _condition = new RenderCondition(session, _slots);
    }

    /// <summary>Whether a result was asked for and not written yet.</summary>
    public bool HasPending => _pending.Count != 0;

    /// <summary>Whether a render condition is set.</summary>
    public bool HasCondition => _condition.IsSet;

    /// <summary>Number of the last request, for <see cref="WriteFinished"/>.</summary>
    public ulong RequestNumber { get; private set; }

    /// <summary>The measuring part, for the stream output engine.</summary>
    public QuerySlots Slots => _slots;

    /// <summary>CREATE_OBJECT QUERY.</summary>
    /// <exception cref="GuestFaultException">The host cannot measure it, or the destination is no host memory of 16 bytes.</exception>
    public GuestQuery Create(in QueryObject query, RenderResource destination)
    {
        if (!QueryKindTable.TryGet(query.QueryType, query.Index, _session.Features, _session.Limits, out QueryKind kind))
        {
            throw GuestFaults.InvalidParameter($"query of type {query.QueryType}, index {query.Index}");
        }

        if (destination.HostMemory is not { Length: >= ResultSizeInBytes })
        {
            throw GuestFaults.IllegalResource($"query {query.Handle}: resource {destination.Id} has no host memory for a result");
        }

        return new GuestQuery(this, kind, destination);
    }

    /// <summary>BEGIN_QUERY; a result that was still asked for is dropped, because its place in memory now belongs to the new one.</summary>
    public void Begin(GuestQuery query)
    {
        Cancel(query);
        _slots.Begin(query.Tally);
    }

    /// <summary>END_QUERY; without a begin it is only for time stamps.</summary>
    public void End(GuestQuery query)
    {
        if (query.Tally.Kind is { Slot: < 0, IsDifference: false }) Cancel(query);
        _slots.End(query.Tally);
    }

    /// <summary>GET_QUERY_RESULT: the result is written as soon as it is there, at the latest with the next fence.</summary>
    public void RequestResult(GuestQuery query)
    {
        if (!query.Tally.HasResult || query.PendingRequest != 0) return;
        query.PendingRequest = ++RequestNumber;
        query.Retain();
        _pending.Add(query);
    }

    /// <summary>Writes the results that are there.</summary>
    /// <param name="wait">Whether to wait for those that are not.</param>
    /// <param name="upTo">Last request waited for.</param>
    /// <returns>Whether no request up to that one is left.</returns>
    public bool WriteFinished(bool wait, ulong upTo = ulong.MaxValue)
    {
        if (_pending.Count == 0) return true;
        int kept = 0;
        for (int i = 0; i < _pending.Count; i++)
        {
            GuestQuery query = _pending[i];
            bool mayWait = wait && query.PendingRequest <= upTo;
            if (mayWait || query.Tally.IsDone()) Write(query);
            else _pending[kept++] = query;
        }

        _pending.RemoveRange(kept, _pending.Count - kept);
        return kept == 0 || _pending[0].PendingRequest > upTo;
    }

    /// <summary>GET_QUERY_RESULT_QBO.</summary>
    /// <exception cref="GuestFaultException">The value type is unknown, or the place lies outside the buffer.</exception>
    public void ResultToBuffer(GuestQuery query, RenderResource buffer, in GetQueryResultToBufferCommand command)
    {
        int size = command.ValueType switch
        {
            QueryValueType.Int32 or QueryValueType.UInt32 => 4,
            QueryValueType.Int64 or QueryValueType.UInt64 => 8,
            _ => throw GuestFaults.InvalidParameter($"query result of value type {(uint)command.ValueType}"),
        };
        if (buffer.Buffer is not { } destination || command.Offset + (long)size > buffer.SizeInBytes)
        {
            throw GuestFaults.IllegalResource($"{VirglOpcode.GetQueryResultToBuffer}: no {size} bytes at {command.Offset} of resource {buffer.Id}");
        }

        if (!query.Tally.HasResult) return;
        bool asksAvailability = command.Index < 0;
        if (query.Tally.IsPlain)
        {
            GLEnum what = asksAvailability ? GLEnum.QueryResultAvailable : command.Wait ? GLEnum.QueryResult : GLEnum.QueryResultNoWait;
            Store(query.Tally.Segments[0].Query.Name, destination.Name, command.ValueType, what, (nint)command.Offset);
            return;
        }

        bool isDone = query.Tally.IsDone();
        if (!asksAvailability && !command.Wait && !isDone) return;
        ulong value = asksAvailability ? isDone ? 1u : 0u : query.Tally.Result();
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Clamp(value, command.ValueType));
        destination.Write((nint)command.Offset, bytes[..size]);
    }

    /// <summary>SET_RENDER_CONDITION; null ends it.</summary>
    /// <exception cref="GuestFaultException">The query is none that a condition can look at, or the mode is unknown.</exception>
    public void SetRenderCondition(GuestQuery? query, bool inverted, RenderConditionMode mode)
    {
        if (query is not null && !(query.Tally.Kind.IsPredicate || query.Tally.Kind.Target == GLEnum.SamplesPassed))
        {
            throw GuestFaults.InvalidParameter($"render condition on a query of {query.Tally.Kind.Target}");
        }

        _condition.Set(query?.Tally, inverted, mode);
    }

    /// <summary>Makes what follows unconditional; nests.</summary>
    public void PauseCondition() => _condition.Pause();

    /// <summary>Ends <see cref="PauseCondition"/>.</summary>
    public void ResumeCondition() => _condition.Resume();

    /// <summary>Keeps draws that are not the guest's out of its queries.</summary>
    public void SuspendCounting() => _slots.Suspend();

    /// <summary>Ends <see cref="SuspendCounting"/>.</summary>
    public void ResumeCounting() => _slots.Resume();

    /// <summary>Ends the condition, drops all requests and deletes the GL queries. The guest's objects were released before.</summary>
    public void Dispose()
    {
        _condition.Set(null, false, RenderConditionMode.Wait);
        foreach (GuestQuery query in _pending.ToArray()) Cancel(query);
        _slots.Dispose();
    }

    /// <summary>A query object went.</summary>
    internal void Forget(GuestQuery query) => _slots.Release(query.Tally);

    private void Cancel(GuestQuery query)
    {
        if (query.PendingRequest == 0) return;
        query.PendingRequest = 0;
        _pending.Remove(query);
        query.Release(_session);
    }

    private void Write(GuestQuery query)
    {
        Span<byte> bytes = stackalloc byte[ResultSizeInBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, StateDone);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], query.Tally.Kind.SizeInBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], query.Tally.Result());
        // The guest looks at the state first, so it comes last.
        query.Destination.WriteHostMemory(4, bytes[4..]);
        query.Destination.WriteHostMemory(0, bytes[..4]);
        query.PendingRequest = 0;
        query.Release(_session);
    }

    private void Store(uint query, uint buffer, QueryValueType type, GLEnum what, nint offset)
    {
        switch (type)
        {
            case QueryValueType.Int32: _session.Gl.GetQueryBufferObjectiv(query, buffer, what, offset); break;
            case QueryValueType.UInt32: _session.Gl.GetQueryBufferObjectuiv(query, buffer, what, offset); break;
            case QueryValueType.Int64: _session.Gl.GetQueryBufferObjecti64v(query, buffer, what, offset); break;
            default: _session.Gl.GetQueryBufferObjectui64v(query, buffer, what, offset); break;
        }
    }

    private static ulong Clamp(ulong value, QueryValueType type) => type switch
    {
        QueryValueType.Int32 => Math.Min(value, int.MaxValue),
        QueryValueType.UInt32 => Math.Min(value, uint.MaxValue),
        QueryValueType.Int64 => Math.Min(value, long.MaxValue),
        _ => value,
    };
}
