using System.Numerics;

namespace VirglHost.Rendering.Tests;

/// <summary>Fences pass, come back in order, and do not need a healthy context.</summary>
public sealed class FenceTests
{
    [Fact]
    public void Waiter_hands_fences_back_in_order_and_calls_once_for_each()
    {
        using GuestScene scene = new();
        using SemaphoreSlim calls = new(0);
        using FenceWaiter waiter = new(scene.Renderer, () => calls.Release());
        List<RenderFence> inserted = [];
        for (int i = 0; i < 5; i++)
        {
            scene.Clear(new Vector4(i, 0, 0, 1));
            scene.Submit();
            inserted.Add(scene.Renderer.InsertFence(i % 2 == 0 ? GuestScene.ContextId : 0));
            waiter.Enqueue(inserted[^1]);
        }

        foreach (RenderFence expected in inserted)
        {
            Assert.True(calls.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
            Assert.True(waiter.TryTakeRetired(out RenderFence? fence));
            Assert.Same(expected, fence);
            scene.Renderer.CompleteFence(fence);
        }

        Assert.False(waiter.TryTakeRetired(out _));
    }

    [Fact]
    public void Fence_that_was_waited_for_is_signaled()
    {
        using GuestScene scene = new();
        scene.Clear(Vector4.One);
        scene.Submit();
        RenderFence fence = scene.Renderer.InsertFence(GuestScene.ContextId);
        Assert.Equal(GuestScene.ContextId, fence.ContextId);
        Assert.True(scene.Renderer.Wait(fence, TimeSpan.FromSeconds(20)));
        Assert.True(scene.Renderer.IsSignaled(fence));
        scene.Renderer.CompleteFence(fence);
    }

    [Fact]
    public void Waiter_that_is_disposed_with_fences_left_ends()
    {
        using GuestScene scene = new();
        FenceWaiter waiter = new(scene.Renderer, static () => { });
        waiter.Enqueue(scene.Renderer.InsertFence(0));
        waiter.Dispose();
        waiter.Dispose();
        Assert.False(scene.Renderer.IsLatched(GuestScene.ContextId));
    }
}
