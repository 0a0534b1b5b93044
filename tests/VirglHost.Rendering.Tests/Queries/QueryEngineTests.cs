using System.Buffers.Binary;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests.Queries;

/// <summary>Queries on the host's real driver.</summary>
public sealed class QueryEngineTests : IDisposable
{
    private readonly QueryScene _scene = new();

    private QueryEngine Engine => _scene.Engine;

    public void Dispose()
    {
        Assert.Equal(GLEnum.NoError, _scene.Session.Gl.GetError());
        _scene.Dispose();
    }

    [Fact]
    public void OcclusionCounter_of_four_rows_counts_their_samples()
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionCounter);
        Engine.Begin(query);
        _scene.Draw(rows: 4);
        Engine.End(query);
        _scene.Draw(rows: 8);

        Assert.Equal((1u, 4u, 32ul), _scene.Result(query));
    }

    [Theory]
    [InlineData(QueryType.OcclusionPredicate)]
    [InlineData(QueryType.OcclusionPredicateConservative)]
    public void OcclusionPredicate_is_one_when_anything_was_drawn(QueryType type)
    {
        GuestQuery seen = _scene.Query(type), unseen = _scene.Query(type);
        Engine.Begin(seen);
        _scene.Draw();
        Engine.End(seen);
        Engine.Begin(unseen);
        Engine.End(unseen);

        Assert.Equal((1u, 4u, 1ul), _scene.Result(seen));
        Assert.Equal((1u, 4u, 0ul), _scene.Result(unseen));
    }

    [Fact]
    public void OverlappingQueries_of_one_target_each_count_their_own_span()
    {
        GuestQuery outer = _scene.Query(QueryType.OcclusionCounter), inner = _scene.Query(QueryType.OcclusionCounter);
        GuestQuery predicate = _scene.Query(QueryType.OcclusionPredicate);
        Engine.Begin(outer);
        _scene.Draw(rows: 1);
        Engine.Begin(inner);
        _scene.Draw(rows: 2);
        Engine.Begin(predicate);
        Engine.End(outer);
        _scene.Draw(rows: 4);
        Engine.End(inner);
        Engine.End(predicate);

        Assert.Equal(24ul, _scene.Result(outer).Value);
        Assert.Equal(48ul, _scene.Result(inner).Value);
        Assert.Equal(1ul, _scene.Result(predicate).Value);
    }

    [Fact]
    public void OcclusionCounter_inside_a_predicate_counts_samples_and_not_one()
    {
        GuestQuery predicate = _scene.Query(QueryType.OcclusionPredicate), counter = _scene.Query(QueryType.OcclusionCounter);
        Engine.Begin(predicate);
        Engine.Begin(counter);
        _scene.Draw(rows: 2);
        Engine.End(counter);
        Engine.End(predicate);

        Assert.Equal(16ul, _scene.Result(counter).Value);
        Assert.Equal(1ul, _scene.Result(predicate).Value);
    }

    [Fact]
    public void Query_around_very_many_others_keeps_its_sum()
    {
        GuestQuery outer = _scene.Query(QueryType.OcclusionCounter), inner = _scene.Query(QueryType.OcclusionCounter);
        Engine.Begin(outer);
        for (int i = 0; i < 200; i++)
        {
            Engine.Begin(inner);
            _scene.Draw(rows: 1);
            Engine.End(inner);
        }

        Engine.End(outer);

        Assert.True(outer.Tally.Segments.Count <= 64);
        Assert.Equal(1600ul, _scene.Result(outer).Value);
        Assert.Equal(8ul, _scene.Result(inner).Value);
    }

    [Fact]
    public void Counting_suspended_leaves_internal_draws_out()
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionCounter);
        Engine.Begin(query);
        _scene.Draw(rows: 1);
        Engine.SuspendCounting();
        _scene.Draw(rows: 8);
        Engine.ResumeCounting();
        _scene.Draw(rows: 2);
        Engine.End(query);

        Assert.Equal(24ul, _scene.Result(query).Value);
    }

    [Fact]
    public void Timestamps_rise_and_elapsed_time_lies_between_them()
    {
        GuestQuery before = _scene.Query(QueryType.Timestamp), after = _scene.Query(QueryType.Timestamp), elapsed = _scene.Query(QueryType.TimeElapsed);
        Engine.Begin(before);
        Engine.End(before);
        Engine.Begin(elapsed);
        for (int i = 0; i < 50; i++) _scene.Draw();
        Engine.End(elapsed);
        Engine.End(after);

        (uint state, uint size, ulong first) = _scene.Result(before);
        ulong last = _scene.Result(after).Value;
        Assert.Equal((1u, 8u), (state, size));
        Assert.True(first < last);
        Assert.InRange(_scene.Result(elapsed).Value, 1ul, last - first);
    }

    [Fact]
    public void TimestampDisjoint_is_the_clocks_frequency()
    {
        GuestQuery query = _scene.Query(QueryType.TimestampDisjoint);
        Engine.Begin(query);
        _scene.Draw();
        Engine.End(query);

        Assert.Equal((1u, 8u, 1_000_000_000ul), _scene.Result(query));
    }

    [Fact]
    public void GpuFinished_is_one_once_the_draws_before_it_are_done()
    {
        GuestQuery query = _scene.Query(QueryType.GpuFinished);
        Engine.RequestResult(query);
        Assert.False(Engine.HasPending, "it was not ended, so there is nothing to finish");
        _scene.Draw();
        Engine.End(query);
        Engine.RequestResult(query);
        Assert.Equal(0xEEEEEEEEu, QueryScene.Read(query).State);
        Engine.WriteFinished(wait: true);
        Assert.Equal((1u, 4u, 1ul), QueryScene.Read(query));

        RenderResource buffer = _scene.Buffer(8);
        Engine.ResultToBuffer(query, buffer, new GetQueryResultToBufferCommand { ValueType = QueryValueType.UInt64, Wait = true });
        byte[] value = new byte[8];
        buffer.Buffer!.Read(0, value);
        Assert.Equal(1ul, BinaryPrimitives.ReadUInt64LittleEndian(value));
        buffer.Release(_scene.Session);
    }

    [Theory]
    [InlineData(QueryType.TimestampDisjoint)]
    [InlineData(QueryType.GpuFinished)]
    public void Render_condition_on_a_clock_is_refused(QueryType type) =>
        Assert.Equal(
            GuestFault.InvalidParameter,
            Assert.Throws<GuestFaultException>(() => Engine.SetRenderCondition(_scene.Query(type), false, RenderConditionMode.Wait)).Fault);

    [Fact]
    public void PrimitivesGenerated_counts_primitives()
    {
        GuestQuery query = _scene.Query(QueryType.PrimitivesGenerated);
        Engine.Begin(query);
        _scene.Draw();
        _scene.Draw();
        Engine.End(query);

        Assert.Equal((1u, 4u, 2ul), _scene.Result(query));
    }

    [Theory]
    [InlineData(0u, 6ul)]
    [InlineData(1u, 2ul)]
    [InlineData(2u, 6ul)]
    [InlineData(10u, 0ul)]
    public void PipelineStatistics_index_names_the_counter(uint index, ulong expected)
    {
        GuestQuery query = _scene.Query(QueryType.PipelineStatistics, index);
        Engine.Begin(query);
        _scene.Draw();
        _scene.Draw();
        Engine.End(query);

        Assert.Equal((1u, 4u, expected), _scene.Result(query));
    }

    [Fact]
    public void PipelineStatistics_of_fragments_counts_at_least_the_pixels()
    {
        GuestQuery query = _scene.Query(QueryType.PipelineStatistics, 7);
        Engine.Begin(query);
        _scene.Draw();
        Engine.End(query);

        // Drivers may shade whole blocks.
        Assert.InRange(_scene.Result(query).Value, 64ul, 1024ul);
    }

    [Fact]
    public void ElapsedTimes_may_overlap()
    {
        GuestQuery outer = _scene.Query(QueryType.TimeElapsed), inner = _scene.Query(QueryType.TimeElapsed);
        Engine.Begin(outer);
        Engine.Begin(inner);
        _scene.Draw();
        Engine.End(inner);
        Engine.End(outer);

        Assert.InRange(_scene.Result(inner).Value, 1ul, _scene.Result(outer).Value);
    }

    [Fact]
    public void Result_asked_for_reaches_the_backing_pages_too()
    {
        ArrayBacking pages = new(16);
        GuestQuery query = _scene.Query(QueryType.OcclusionCounter);
        query.Destination.AttachBacking(pages);
        Engine.Begin(query);
        _scene.Draw(rows: 1);
        Engine.End(query);
        _scene.Result(query);

        Assert.Equal((1u, 4u, 8ul), QueryScene.Read(pages.Bytes));
    }

    [Fact]
    public void Result_not_asked_for_is_not_written()
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionCounter);
        Engine.Begin(query);
        Engine.RequestResult(query);
        Engine.End(query);

        Assert.True(Engine.WriteFinished(wait: true));
        Assert.Equal(0xEEEEEEEEu, QueryScene.Read(query).State);
    }

    [Fact]
    public void Query_begun_again_drops_the_request_for_its_old_result()
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionCounter);
        Engine.Begin(query);
        _scene.Draw();
        Engine.End(query);
        Engine.RequestResult(query);
        Engine.Begin(query);

        Assert.True(Engine.WriteFinished(wait: true));
        Assert.Equal(0xEEEEEEEEu, QueryScene.Read(query).State);
        _scene.Draw(rows: 1);
        Engine.End(query);
        Assert.Equal(8ul, _scene.Result(query).Value);
    }

    [Fact]
    public void Query_destroyed_while_its_result_is_asked_for_still_writes_it()
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionCounter);
        RenderResource destination = query.Destination;
        Engine.Begin(query);
        _scene.Draw(rows: 1);
        Engine.End(query);
        Engine.RequestResult(query);
        query.Release(_scene.Session);

        Assert.True(Engine.WriteFinished(wait: true));
        Assert.Equal(8ul, QueryScene.Read(destination.HostMemory).Value);
    }

    [Fact]
    public void Query_destroyed_while_active_frees_its_target_for_others()
    {
        GuestQuery lost = _scene.Query(QueryType.OcclusionCounter), next = _scene.Query(QueryType.OcclusionCounter);
        Engine.Begin(lost);
        lost.Release(_scene.Session);
        Engine.Begin(next);
        _scene.Draw(rows: 1);
        Engine.End(next);

        Assert.Equal(8ul, _scene.Result(next).Value);
    }

    [Fact]
    public void End_without_begin_is_ignored()
    {
        GuestQuery query = _scene.Query(QueryType.TimeElapsed);
        Engine.End(query);
        Engine.RequestResult(query);

        Assert.True(Engine.WriteFinished(wait: true));
        Assert.Equal(0xEEEEEEEEu, QueryScene.Read(query).State);
    }

    [Theory]
    [InlineData(QueryType.StreamOutStatistics, 4u)]
    [InlineData(QueryType.PipelineStatistics, 11u)]
    [InlineData(QueryType.PrimitivesEmitted, 4u)]
    [InlineData((QueryType)99, 0u)]
    public void Create_of_what_the_host_cannot_measure_is_refused(QueryType type, uint index) =>
        Assert.Equal(GuestFault.InvalidParameter, Assert.Throws<GuestFaultException>(() => _scene.Query(type, index)).Fault);

    [Fact]
    public void Create_without_host_memory_for_the_result_is_refused()
    {
        QueryObject query = new() { QueryType = QueryType.OcclusionCounter };

        Assert.Equal(GuestFault.IllegalResource, Assert.Throws<GuestFaultException>(() => Engine.Create(query, _scene.Buffer(64))).Fault);
        Assert.Equal(GuestFault.IllegalResource, Assert.Throws<GuestFaultException>(() => Engine.Create(query, _scene.HostMemory(15))).Fault);
    }

    [Theory]
    [InlineData(QueryValueType.UInt32, 4)]
    [InlineData(QueryValueType.UInt64, 8)]
    [InlineData(QueryValueType.Int32, 4)]
    [InlineData(QueryValueType.Int64, 8)]
    public void ResultToBuffer_writes_as_many_bytes_as_the_value_type_has(QueryValueType type, int size)
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionCounter);
        RenderResource buffer = _scene.Buffer(32);
        Engine.Begin(query);
        _scene.Draw(rows: 3);
        Engine.End(query);

        Engine.ResultToBuffer(query, buffer, new GetQueryResultToBufferCommand { Wait = true, ValueType = type, Offset = 8 });

        byte[] bytes = new byte[32];
        buffer.Buffer!.Read(0, bytes);
        Assert.Equal(24u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)));
        Assert.All(bytes[..8].Concat(bytes[(8 + size)..]), b => Assert.Equal(0xEE, b));
        Assert.Equal(size == 8 ? 0u : 0xEEEEEEEEu, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(12)));
    }

    [Fact]
    public void ResultToBuffer_of_a_query_in_several_runs_writes_the_sum_and_availability()
    {
        GuestQuery outer = _scene.Query(QueryType.OcclusionPredicate), inner = _scene.Query(QueryType.OcclusionCounter);
        RenderResource buffer = _scene.Buffer(16);
        Engine.Begin(outer);
        Engine.Begin(inner);
        _scene.Draw();
        Engine.End(inner);
        _scene.Draw();
        Engine.End(outer);

        Engine.ResultToBuffer(outer, buffer, new GetQueryResultToBufferCommand { Wait = true, ValueType = QueryValueType.UInt64 });
        Engine.ResultToBuffer(outer, buffer, new GetQueryResultToBufferCommand { Index = -1, ValueType = QueryValueType.UInt32, Offset = 8 });

        byte[] bytes = new byte[16];
        buffer.Buffer!.Read(0, bytes);
        Assert.Equal(1ul, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        Assert.Equal(1u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)));
    }

    [Theory]
    [InlineData(13u, QueryValueType.UInt32, GuestFault.IllegalResource)]
    [InlineData(uint.MaxValue, QueryValueType.UInt64, GuestFault.IllegalResource)]
    [InlineData(0u, (QueryValueType)4, GuestFault.InvalidParameter)]
    public void ResultToBuffer_outside_or_of_unknown_type_is_refused(uint offset, QueryValueType type, GuestFault expected)
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionCounter);
        RenderResource buffer = _scene.Buffer(16);

        GuestFaultException fault = Assert.Throws<GuestFaultException>(
            () => Engine.ResultToBuffer(query, buffer, new GetQueryResultToBufferCommand { ValueType = type, Offset = offset }));

        Assert.Equal(expected, fault.Fault);
    }
}
