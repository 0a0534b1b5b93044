using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.Rendering.Queries;

namespace VirglHost.Rendering.Tests.Queries;

/// <summary>The render condition on the host's real driver.</summary>
public sealed class RenderConditionTests : IDisposable
{
    private readonly QueryScene _scene = new();

    private QueryEngine Engine => _scene.Engine;

    public void Dispose()
    {
        Assert.Equal(GLEnum.NoError, _scene.Session.Gl.GetError());
        _scene.Dispose();
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(false, true, true)]
    public void RenderCondition_lets_draws_through_as_the_query_says(bool drawsInQuery, bool inverted, bool expected)
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionPredicate);
        Engine.Begin(query);
        if (drawsInQuery) _scene.Draw();
        Engine.End(query);
        _scene.ClearBlack();

        Engine.SetRenderCondition(query, inverted, RenderConditionMode.Wait);
        _scene.Draw();
        Engine.SetRenderCondition(null, false, RenderConditionMode.Wait);

        Assert.Equal(expected, _scene.IsRed);
    }

    [Fact]
    public void RenderCondition_on_a_query_in_several_runs_passes_when_any_run_passed()
    {
        GuestQuery outer = _scene.Query(QueryType.OcclusionPredicate), inner = _scene.Query(QueryType.OcclusionPredicate);
        Engine.Begin(outer);
        Engine.Begin(inner);
        Engine.End(inner);
        _scene.Draw();
        Engine.End(outer);
        _scene.ClearBlack();

        Engine.SetRenderCondition(outer, false, RenderConditionMode.ByRegionWait);
        _scene.Draw();
        Engine.SetRenderCondition(null, false, RenderConditionMode.Wait);

        Assert.True(_scene.IsRed);
    }

    [Fact]
    public void RenderCondition_paused_lets_draws_through_until_resumed()
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionPredicate);
        Engine.Begin(query);
        Engine.End(query);

        Engine.SetRenderCondition(query, false, RenderConditionMode.Wait);
        Engine.PauseCondition();
        _scene.Draw();
        Engine.ResumeCondition();
        Assert.True(_scene.IsRed);
        _scene.ClearBlack();
        _scene.Draw();
        Assert.False(_scene.IsRed);
    }

    [Fact]
    public void RenderCondition_whose_query_is_used_again_keeps_the_old_result()
    {
        GuestQuery query = _scene.Query(QueryType.OcclusionPredicate);
        Engine.Begin(query);
        Engine.End(query);
        Engine.SetRenderCondition(query, false, RenderConditionMode.Wait);
        Engine.Begin(query);
        _scene.Draw();
        Engine.End(query);

        Assert.False(_scene.IsRed);
    }

    [Fact]
    public void RenderCondition_on_a_time_query_is_refused()
    {
        GuestQuery query = _scene.Query(QueryType.TimeElapsed);

        Assert.Equal(GuestFault.InvalidParameter, Assert.Throws<GuestFaultException>(() => Engine.SetRenderCondition(query, false, RenderConditionMode.Wait)).Fault);
    }
}
