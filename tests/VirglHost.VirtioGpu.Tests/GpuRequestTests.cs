using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Tests;

public sealed class GpuRequestTests
{
    [Fact]
    public void Answer_of_a_fenced_request_carries_fence_id_context_and_ring()
    {
        var header = new ControlHeader
        {
            Type = ControlType.Submit3d, Flags = 0xffff_ffff, FenceId = 0x1_0000_0002, ContextId = 5, RingIndex = 3,
        };
        ControlHeader answer = header.Answer(ControlType.OkNoData);
        Assert.Equal(ControlType.OkNoData, answer.Type);
        Assert.Equal(3u, answer.Flags);
        Assert.Equal(0x1_0000_0002ul, answer.FenceId);
        Assert.Equal(5u, answer.ContextId);
        Assert.Equal(3, answer.RingIndex);
    }

    [Fact]
    public void Answer_of_an_unfenced_request_carries_only_the_type()
    {
        var header = new ControlHeader { Type = ControlType.GetEdid, Flags = 0, FenceId = 99, ContextId = 5, RingIndex = 3 };
        Assert.Equal(new ControlHeader { Type = ControlType.ErrorUnspecified }, header.Answer(ControlType.ErrorUnspecified));
    }

    [Fact]
    public void Request_cannot_be_answered_twice()
    {
        var request = new GpuRequest();
        request.Answer(ControlType.OkNoData);
        Assert.Throws<InvalidOperationException>(() => request.Answer(ControlType.OkNoData));
    }

    [Fact]
    public void Request_cannot_be_completed_before_its_answer_or_twice()
    {
        var request = new GpuRequest();
        Assert.Throws<InvalidOperationException>(request.Complete);
        request.Answer(ControlType.OkNoData);
        request.Complete();
        Assert.Throws<InvalidOperationException>(request.Complete);
    }

    [Fact]
    public void Request_cannot_be_completed_with_an_open_fence()
    {
        var request = new GpuRequest();
        request.Answer(ControlType.OkNoData);
        request.OpenFences = 1;
        Assert.Throws<InvalidOperationException>(request.Complete);
    }

    [Fact]
    public void Pool_hands_out_no_more_than_its_maximum()
    {
        var pool = new RequestPool(2);
        Assert.True(pool.TryRent(out GpuRequest first));
        Assert.True(pool.TryRent(out _));
        Assert.False(pool.TryRent(out _));
        Assert.Equal(2, pool.InUse);
        pool.Return(first);
        Assert.True(pool.TryRent(out GpuRequest again));
        Assert.Same(first, again);
    }
}
