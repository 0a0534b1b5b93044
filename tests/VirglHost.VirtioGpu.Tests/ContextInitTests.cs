using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>CONTEXT_INIT: the capset of a context, and fences on rings of their own.</summary>
public sealed class ContextInitTests : IDisposable
{
    private const uint Ok = 0x1100, BadParameter = 0x1205;

    private readonly RunningDevice _device = new(isRealized: false);

    public ContextInitTests()
    {
        _device.Front.DriverFeatures |= VhostUserFrontend.ContextInit;
        _device.Front.Realize();
        _device.Front.Start();
    }

    public void Dispose() => _device.Dispose();

    [Theory]
    [InlineData(0, Ok)]
    [InlineData(1, Ok)]
    [InlineData(2, Ok)]
    [InlineData(3, BadParameter)]
    [InlineData(4, BadParameter)]
    [InlineData(0x102, BadParameter)]
    public void Context_is_made_for_a_capset_that_is_there(uint contextInit, uint expected)
        => Assert.Equal(expected, _device.Gpu.Send(new GpuCommand(0x200, 1).Words(0, contextInit).Text([], 64)).Type);

    [Fact]
    public void Fence_on_a_ring_comes_back_with_its_context_and_ring()
    {
        _device.Gpu.CreateContext(4, "rings"u8, contextInit: 2);
        foreach (byte ring in new byte[] { 0, 1, 63 })
        {
            GpuResponse response = _device.Gpu.Send(new GpuCommand(0x207, 4).Words(16, 0).With(new byte[16]).Fence(0xffff_ffff_ffff_0000 + ring).OnRing(ring));
            Assert.Equal((Ok, 3u, 0xffff_ffff_ffff_0000 + ring, (4u, ring)), (response.Type, response.Word(4), response.Fence, response.Timeline));
        }

        Assert.Equal(BadParameter, _device.Gpu.Send(new GpuCommand(0x207, 4).Words(0, 0).Fence(1).OnRing(64)).Type);
    }

    [Fact]
    public void Fence_of_one_timeline_does_not_wait_for_another()
    {
        _device.Gpu.CreateContext(1, "one"u8, contextInit: 2);
        _device.Front.Display!.IsPaused = true;
        PendingCommand question = _device.Gpu.Post(new GpuCommand(0x100).Expecting(408).Fence(1));   // waits for the viewer
        PendingCommand behind = _device.Gpu.Post(new GpuCommand(0x102).Words(9, 0).Fence(2));
        PendingCommand other = _device.Gpu.Post(new GpuCommand(0x207, 1).Words(0, 0).Fence(3).OnRing(0));
        _device.Gpu.Wait(other);
        Assert.Equal((false, false), (question.IsDone, behind.IsDone));
        _device.Front.Display!.IsPaused = false;
        _device.Gpu.Wait(behind);
        Assert.True(question.IsDone);
    }

    [Fact]
    public void Every_timeline_keeps_its_order()
    {
        _device.Gpu.CreateContext(1, "one"u8, contextInit: 2);
        _device.Gpu.CreateContext(2, "two"u8, contextInit: 2);
        var pending = new List<PendingCommand>();
        for (ulong fence = 1; fence <= 120; fence++)
        {
            uint context = (uint)(fence % 2) + 1;
            // Every fourth is done as soon as it is read, and has to wait for those before it all the same.
            GpuCommand command = new GpuCommand(0x207, context).Fence(fence);
            command = fence % 4 == 0 ? command.Words(0, 0) : command.Words(64, 0).With(new byte[64]);
            pending.Add(_device.Gpu.Post(fence % 3 == 0 ? command : command.OnRing((byte)(fence % 5))));
        }

        var order = new Dictionary<(uint, bool, byte), List<ulong>>();
        _device.Front.Queues[0].KickIfNeeded();
        var seen = new HashSet<ulong>();
        _device.WaitFor(
            () =>
            {
                _device.Gpu.Collect();
                foreach (GpuResponse response in pending.Where(command => command.IsDone).Select(command => command.Response!).Where(r => seen.Add(r.Fence)))
                {
                    bool isGlobal = (response.Word(4) & 2) == 0;
                    (uint, bool, byte) key = isGlobal ? (0, true, 0) : (response.Timeline.Context, false, response.Timeline.Ring);
                    if (!order.TryGetValue(key, out List<ulong>? fences)) order[key] = fences = [];
                    fences.Add(response.Fence);
                }

                return seen.Count == pending.Count;
            },
            "all fences");
        Assert.Equal(11, order.Count);                            // the global one, and five rings of two contexts
        Assert.All(order.Values, fences => Assert.Equal(fences.Order(), fences));
    }
}
