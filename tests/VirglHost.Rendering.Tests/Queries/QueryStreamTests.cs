using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests.Queries;

/// <summary>Queries as a guest speaks them: stream in, fence, result in the pages behind the result resource.</summary>
public sealed class QueryStreamTests
{
    private const uint ResultId = 50;
    private const uint QueryHandle = 500;

    [Fact]
    public void Result_lies_in_the_guests_pages_when_the_fence_retires()
    {
        using GuestScene scene = new();
        ArrayBacking pages = CreateQuery(scene, QueryType.OcclusionCounter);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(Vector4.One);
        scene.Stream.Write(new BeginQueryCommand { Handle = QueryHandle });
        scene.Draw(3);
        scene.Stream.Write(new EndQueryCommand { Handle = QueryHandle });
        scene.Stream.Write(new GetQueryResultCommand { Handle = QueryHandle });
        scene.Submit();
        Complete(scene);

        Assert.Equal((1u, 4u, 64ul), QueryScene.Read(pages.Bytes));
    }

    [Fact]
    public void Result_asked_for_in_a_sub_context_that_was_left_is_still_written()
    {
        using GuestScene scene = new();
        ArrayBacking pages = CreateQuery(scene, QueryType.OcclusionPredicate);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(Vector4.One);
        scene.Stream.Write(new BeginQueryCommand { Handle = QueryHandle });
        scene.Draw(3);
        scene.Stream.Write(new EndQueryCommand { Handle = QueryHandle });
        scene.Stream.Write(new GetQueryResultCommand { Handle = QueryHandle });
        scene.Stream.Write(new CreateSubContextCommand { Id = 2 });
        scene.Submit();
        Complete(scene);

        Assert.Equal(1ul, QueryScene.Read(pages.Bytes).Value);
    }

    [Fact]
    public void RenderCondition_that_fails_stops_draws_and_clears()
    {
        using GuestScene scene = new();
        CreateQuery(scene, QueryType.OcclusionPredicate);
        scene.Clear(new Vector4(0, 0, 0, 1));
        scene.Stream.Write(new BeginQueryCommand { Handle = QueryHandle });
        scene.Stream.Write(new EndQueryCommand { Handle = QueryHandle });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(Vector4.One);
        scene.Stream.Write(new SetRenderConditionCommand { QueryHandle = QueryHandle });
        scene.Draw(3);
        scene.Clear(Vector4.One);
        scene.Stream.Write(new SetRenderConditionCommand());

        Assert.All(scene.Pixels(), p => Assert.Equal(0xFF000000u, p));
    }

    [Theory]
    [InlineData(true, 0xFF000000u)]
    [InlineData(false, 0xFFFFFFFFu)]
    public void Blit_obeys_the_render_condition_where_it_says_so(bool enabled, uint expected)
    {
        using GuestScene scene = new();
        CreateQuery(scene, QueryType.OcclusionPredicate);
        byte[] white = new byte[256];
        white.AsSpan().Fill(255);
        uint source = scene.CreateTexture(8, 8, VirglFormat.B8G8R8A8Unorm, BindFlags.RenderTarget | BindFlags.SamplerView, white);
        scene.Clear(new Vector4(0, 0, 0, 1));
        scene.Stream.Write(new BeginQueryCommand { Handle = QueryHandle });
        scene.Stream.Write(new EndQueryCommand { Handle = QueryHandle });
        scene.Stream.Write(new SetRenderConditionCommand { QueryHandle = QueryHandle });
        scene.Stream.Write(new BlitCommand
        {
            Mask = BlitMask.Color, RenderConditionEnabled = enabled, SourceHandle = source, DestinationHandle = GuestScene.TargetId,
            SourceFormat = VirglFormat.B8G8R8A8Unorm, DestinationFormat = VirglFormat.B8G8R8A8Unorm,
            SourceBox = new Box(0, 0, 0, 8, 8, 1), DestinationBox = new Box(0, 0, 0, 8, 8, 1),
        });
        scene.Stream.Write(new SetRenderConditionCommand());

        Assert.All(scene.Pixels(), p => Assert.Equal(expected, p));
    }

    [Fact]
    public void Query_of_an_unknown_handle_latches_the_context()
    {
        using GuestScene scene = new();
        scene.Stream.Write(new BeginQueryCommand { Handle = 12345 });

        Assert.Equal(GuestFault.IllegalHandle, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
        Assert.True(scene.Renderer.IsLatched(GuestScene.ContextId));
    }

    private static ArrayBacking CreateQuery(GuestScene scene, QueryType type)
    {
        ArrayBacking pages = new(16);
        scene.Renderer.CreateResource(ResultId, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.Custom, 16, 1, 1, 1, 0, 0, 0));
        scene.Renderer.AttachBacking(ResultId, pages);
        scene.Renderer.AttachResource(GuestScene.ContextId, ResultId);
        scene.Stream.Create(new QueryObject { Handle = QueryHandle, QueryType = type, ResultHandle = ResultId });
        return pages;
    }

    private static void Complete(GuestScene scene)
    {
        RenderFence fence = scene.Renderer.InsertFence(GuestScene.ContextId);
        scene.Renderer.CompleteFence(fence);
    }
}
