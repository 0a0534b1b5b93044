using Serilog.Events;
using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests;

public sealed class SplitCommandTests() : CommandTests(RingFormat.Split);

public sealed class PackedCommandTests() : CommandTests(RingFormat.Packed);

/// <summary>What each command answers, in both formats of a ring. Resource 1 is a 64×48 image with backing, 2 one without; context 1 exists.</summary>
public abstract class CommandTests : IDisposable
{
    private const uint Ok = 0x1100, Unspecified = 0x1200, OutOfMemory = 0x1201, BadScanout = 0x1202, BadResource = 0x1203, BadContext = 0x1204,
        BadParameter = 0x1205;

    private readonly RingFormat _rings;
    private readonly RunningDevice _device;

    protected CommandTests(RingFormat rings)
    {
        _rings = rings;
        _device = new RunningDevice(rings: rings);
        _device.CreateImage(1, 64, 48);
        _device.Gpu.CreateResource2D(2, 2, 64, 48);
        _device.Gpu.CreateContext(1, "test"u8);
    }

    public static TheoryData<string, uint, uint, uint[], uint> Refusals => new()
    {
        { "create: id 0", 0x101, 0, [0, 2, 16, 16], BadResource },
        { "create: id taken", 0x101, 0, [1, 2, 16, 16], BadResource },
        { "create: format", 0x101, 0, [9, 99, 16, 16], BadParameter },
        { "create: width 0", 0x101, 0, [9, 2, 0, 16], BadParameter },
        { "create: too high", 0x101, 0, [9, 2, 16, 16385], BadParameter },
        { "create: short", 0x101, 0, [9, 2, 16], BadParameter },
        { "unref: unknown", 0x102, 0, [77, 0], BadResource },
        { "unref: short", 0x102, 0, [], BadParameter },
        { "scanout: number", 0x103, 0, [0, 0, 64, 48, 16, 1], BadScanout },
        { "scanout: resource", 0x103, 0, [0, 0, 64, 48, 0, 77], BadResource },
        { "scanout: outside", 0x103, 0, [1, 0, 64, 48, 0, 1], BadParameter },
        { "scanout: wraps", 0x103, 0, [0xffffffff, 0, 17, 48, 0, 1], BadParameter },
        { "scanout: tiny", 0x103, 0, [0, 0, 15, 48, 0, 1], BadParameter },
        { "flush: resource", 0x104, 0, [0, 0, 64, 48, 77, 0], BadResource },
        { "flush: outside", 0x104, 0, [0, 1, 64, 48, 1, 0], BadParameter },
        { "flush: wraps", 0x104, 0, [0, 0xffffffff, 64, 2, 1, 0], BadParameter },
        { "transfer 2d: resource", 0x105, 0, [0, 0, 64, 48, 0, 0, 77, 0], BadResource },
        { "transfer 2d: no backing", 0x105, 0, [0, 0, 64, 48, 0, 0, 2, 0], Unspecified },
        { "transfer 2d: outside", 0x105, 0, [0, 0, 65, 48, 0, 0, 1, 0], BadParameter },
        { "transfer 2d: offset", 0x105, 0, [0, 0, 64, 48, 4, 0, 1, 0], BadParameter },
        { "transfer 2d: offset of 64 bits", 0x105, 0, [0, 0, 64, 48, 0xffffffff, 0xffffffff, 1, 0], BadParameter },
        { "attach: resource", 0x106, 0, [77, 1], BadResource },
        { "attach: twice", 0x106, 0, [1, 1], Unspecified },
        { "attach: no entry", 0x106, 0, [2, 0], BadParameter },
        { "attach: entries missing", 0x106, 0, [2, 3], BadParameter },
        { "attach: far too many", 0x106, 0, [2, 0xffffffff], BadParameter },
        { "detach: resource", 0x107, 0, [77, 0], BadResource },
        { "detach: none", 0x107, 0, [2, 0], Unspecified },
        { "capset info: index", 0x108, 0, [2, 0], BadParameter },
        { "capset: id", 0x109, 0, [3, 1], BadParameter },
        { "capset: version", 0x109, 0, [2, 3], BadParameter },
        { "edid: scanout", 0x10a, 0, [16, 0], BadParameter },
        { "uuid: resource", 0x10b, 0, [77, 0], BadResource },
        { "uuid: short", 0x10b, 0, [1], BadParameter },
        { "blob: id taken", 0x10c, 0, [1, 1, 1, 0, 0, 0, 4096, 0], BadResource },
        { "blob: id 0", 0x10c, 0, [0, 1, 1, 0, 0, 0, 4096, 0], BadResource },
        { "blob: of no memory", 0x10c, 0, [9, 0, 1, 0, 0, 0, 4096, 0], BadParameter },
        { "blob: host memory", 0x10c, 0, [9, 2, 1, 0, 0, 0, 4096, 0], BadParameter },
        { "blob: host and guest memory", 0x10c, 0, [9, 3, 1, 0, 0, 0, 4096, 0], BadParameter },
        { "blob: empty", 0x10c, 0, [9, 1, 1, 0, 0, 0, 0, 0], BadParameter },
        { "blob: entries missing", 0x10c, 0, [9, 1, 1, 3, 0, 0, 4096, 0], BadParameter },
        { "blob: far too many entries", 0x10c, 0, [9, 1, 1, 0xffffffff, 0, 0, 4096, 0], BadParameter },
        { "blob: short", 0x10c, 0, [9, 1, 1, 0, 0, 0, 4096], BadParameter },
        { "scanout blob: no blob", 0x10d, 0, [0, 0, 64, 48, 0, 1, 64, 48, 1, 0, 256, 0, 0, 0, 0, 0, 0, 0], BadParameter },
        { "scanout blob: resource", 0x10d, 0, [0, 0, 64, 48, 0, 77, 64, 48, 1, 0, 256, 0, 0, 0, 0, 0, 0, 0], BadResource },
        { "scanout blob: number", 0x10d, 0, [0, 0, 64, 48, 16, 1, 64, 48, 1, 0, 256, 0, 0, 0, 0, 0, 0, 0], BadScanout },
        { "scanout blob: short", 0x10d, 0, [0, 0, 64, 48, 0, 1, 64, 48, 1, 0, 256, 0, 0, 0, 0, 0, 0], BadParameter },
        { "map blob", 0x208, 0, [1, 0, 0, 0], Unspecified },
        { "unmap blob", 0x209, 0, [1, 0], Unspecified },
        { "context: id 0", 0x200, 0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], BadContext },
        { "context: id taken", 0x200, 1, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], BadContext },
        { "context: destroy unknown", 0x201, 9, [], BadContext },
        { "context: attach, unknown context", 0x202, 9, [1, 0], BadContext },
        { "context: attach, unknown resource", 0x202, 1, [77, 0], BadResource },
        { "context: detach, unknown context", 0x203, 9, [1, 0], BadContext },
        { "create 3d: id taken", 0x204, 0, [1, 2, 1, 2, 16, 16, 1, 1, 0, 0, 0, 0], BadResource },
        { "create 3d: target", 0x204, 0, [9, 99, 1, 2, 16, 16, 1, 1, 0, 0, 0, 0], BadParameter },
        { "create 3d: format", 0x204, 0, [9, 2, 0xffff, 2, 16, 16, 1, 1, 0, 0, 0, 0], BadParameter },
        { "create 3d: huge", 0x204, 0, [9, 2, 1, 2, 0xffffffff, 0xffffffff, 1, 1, 0, 0, 0, 0], BadParameter },
        { "transfer 3d: resource", 0x205, 0, [0, 0, 0, 64, 48, 1, 0, 0, 77, 0, 0, 0], BadResource },
        { "transfer 3d: no backing", 0x206, 0, [0, 0, 0, 64, 48, 1, 0, 0, 2, 0, 0, 0], Unspecified },
        { "transfer 3d: outside", 0x205, 0, [0, 0, 0, 65, 48, 1, 0, 0, 1, 0, 0, 0], BadParameter },
        { "transfer 3d: negative", 0x205, 0, [0xffffffff, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0], BadParameter },
        { "transfer 3d: level", 0x205, 0, [0, 0, 0, 1, 1, 1, 0, 0, 1, 5, 0, 0], BadParameter },
        { "submit: context", 0x207, 9, [4, 0, 0], BadContext },
        { "submit: context 0", 0x207, 0, [4, 0, 0], BadContext },
        { "submit: more than sent", 0x207, 1, [8, 0, 0], BadParameter },
        { "submit: odd size", 0x207, 1, [3, 0, 0], BadParameter },
        { "submit: far too much", 0x207, 1, [0xfffffffc, 0, 0], BadParameter },
        { "unknown type", 0x999, 0, [0, 0], Unspecified },
        { "type of a response", 0x1100, 0, [0, 0], Unspecified },
        { "cursor: scanout", 0x300, 0, [16, 0, 0, 0, 1, 0, 0, 0], BadScanout },
        { "cursor: resource", 0x300, 0, [0, 0, 0, 0, 77, 0, 0, 0], BadResource },
        { "cursor: short", 0x301, 0, [0, 0, 0, 0, 1], BadParameter },
    };

    public void Dispose()
    {
        _device.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Refused_commands_get_the_error_of_the_table_and_keep_their_fence()
    {
        foreach ((string name, uint type, uint context, uint[] words, uint expected) in Refusals.Select(row => row.Data))
        {
            GpuResponse response = _device.Gpu.Send(new GpuCommand(type, context).Words(words).Fence(0x1_0000_0001));
            Assert.Equal($"{name}: {expected:x}", $"{name}: {response.Type:x}");
            Assert.Equal((true, 0x1_0000_0001ul, 24), (response.IsFenced, response.Fence, response.Bytes.Length));
        }

        // Nothing of it left a trace: the image still works.
        _device.Gpu.TransferToHost2D(1, 0, 0, 64, 48, 0);
        Assert.Contains(_device.Log.At(LogEventLevel.Warning), line => line.Contains("resource 77", StringComparison.Ordinal));
    }

    [Fact]
    public void Refusals_are_logged_with_a_limit()
    {
        for (int i = 0; i < 500; i++) _device.Gpu.Send(new GpuCommand(0x102).Words(77, 0));
        Assert.InRange(_device.Log.At(LogEventLevel.Warning).Count, 15, 60);
    }

    [Fact]
    public void Chain_shorter_than_a_header_is_answered()
    {
        GuestQueue queue = _device.Front.Queues[0];
        GuestBuffer request = _device.Ram.Allocate(8), response = _device.Ram.Allocate(24);
        queue.Add([request], [response]);
        queue.Kick.Signal();
        uint written = 0;
        _device.WaitFor(() => queue.TryTakeUsed(out _, out written), "the answer");
        Assert.Equal(24u, written);
        Assert.Equal(0x05, _device.Ram.Slice(response)[0]);
    }

    [Fact]
    public void Chain_without_room_for_an_answer_is_given_back_with_length_zero()
    {
        PendingCommand command = _device.Gpu.Post(new GpuCommand(0x102).Words(2, 0).Expecting(0));
        Assert.Empty(_device.Gpu.Wait(command).Bytes);
        Assert.Equal(BadResource, _device.Gpu.Send(new GpuCommand(0x102).Words(2, 0)).Type);
    }

    [Fact]
    public void Attach_with_an_entry_outside_guest_memory_leaves_the_resource_without_backing()
    {
        GuestBuffer good = _device.Ram.Allocate(4096);
        byte[] entries = GpuDriver.Entries([good, new GuestBuffer(1UL << 50, 4096)]);
        Assert.Equal(BadParameter, _device.Gpu.Send(new GpuCommand(0x106).Words(2, 2).With(entries)).Type);
        Assert.Equal(Unspecified, _device.Gpu.Send(new GpuCommand(0x105).Words(0, 0, 1, 1).Quad(0).Words(2, 0)).Type);
    }

    [Fact]
    public void Backing_can_be_detached_and_attached_again()
    {
        IReadOnlyList<GuestBuffer> first = _device.Ram.AllocateScattered(64 * 48 * 4, seed: 7);
        _device.Gpu.SplitsTail = true;
        for (int i = 0; i < 5; i++)
        {
            _device.Gpu.AttachBacking(2, first);
            _device.Gpu.TransferToHost2D(2, 0, 0, 64, 48, 0);
            _device.Gpu.DetachBacking(2);
        }
    }

    [Fact]
    public void Many_entries_in_page_sized_descriptors_are_read_whole()
    {
        _device.Gpu.SplitsTail = true;
        _device.Gpu.CreateResource2D(8, 2, 1920, 1080);
        IReadOnlyList<GuestBuffer> backing = _device.Ram.AllocateScattered(1920 * 1080 * 4, seed: 3);
        Assert.InRange(backing.Count, 2000, 3000);
        _device.Gpu.AttachBacking(8, backing);
        _device.Gpu.TransferToHost2D(8, 0, 0, 1920, 1080, 0);
    }

    [Fact]
    public void Scanout_zero_can_be_turned_off_and_flushed_afterwards()
    {
        _device.Gpu.SetScanout(0, 1, 0, 0, 64, 48);
        _device.Gpu.SetScanout(0, 0, 0, 0, 64, 48);
        _device.Gpu.SetScanout(0, 0, 0, 0, 0, 0);
        _device.Gpu.Flush(1, 0, 0, 64, 48);
    }

    [Fact]
    public void Illegal_stream_latches_its_context_and_later_fences_still_come()
    {
        GpuResponse refused = _device.Gpu.Send(new GpuCommand(0x207, 1).Words(4, 0, 0xffff_ffff).Fence(1));
        Assert.Equal((Unspecified, true, 1ul), (refused.Type, refused.IsFenced, refused.Fence));
        GpuResponse ignored = _device.Gpu.Send(new GpuCommand(0x207, 1).Words(4, 0, 0xffff_ffff).Fence(2));
        Assert.Equal((Ok, 2ul), (ignored.Type, ignored.Fence));
        _device.Gpu.CreateContext(2, "other"u8);
        Assert.Contains(_device.Log.At(LogEventLevel.Warning), line => line.Contains("(test)", StringComparison.Ordinal));
    }

    [Fact]
    public void Fences_of_a_burst_come_back_in_order_whatever_carries_them()
    {
        var order = new List<ulong>();
        var commands = new List<PendingCommand>();
        for (ulong fence = 1; fence <= 50; fence++)
        {
            GpuCommand command = (fence % 3) switch
            {
                0 => new GpuCommand(0x207, 1).Words(0, 0),
                1 => new GpuCommand(0x105).Words(0, 0, 64, 48).Quad(0).Words(1, 0),
                _ => new GpuCommand(0x10a).Words(0, 0).Expecting(1056),
            };
            commands.Add(_device.Gpu.Post(command.Fence(fence)));
        }

        _device.Front.Queues[0].KickIfNeeded();
        _device.WaitFor(
            () =>
            {
                _device.Gpu.Collect();
                foreach (PendingCommand command in commands)
                {
                    if (command.IsDone && !order.Contains(command.Response!.Fence)) order.Add(command.Response.Fence);
                }

                return order.Count == commands.Count;
            },
            "all fences");
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (ulong)i), order);
    }

    [Fact]
    public void Stop_gives_every_request_back_before_the_ring_rests()
    {
        var commands = new List<PendingCommand>();
        for (ulong fence = 1; fence <= 20; fence++)
        {
            commands.Add(_device.Gpu.Post(new GpuCommand(0x10a).Words(0, 0).Expecting(1056).Fence(fence)));
            commands.Add(_device.Gpu.Post(new GpuCommand(0x100).Expecting(408)));
        }

        _device.Front.Queues[0].KickIfNeeded();
        _device.WaitFor(() => _device.Log.ToString().Contains("GetEdid", StringComparison.Ordinal), "the first command");
        _device.Front.Stop();
        _device.Front.Start();
        foreach (PendingCommand command in commands) Assert.True(_device.Gpu.Wait(command).IsOk);
    }

    [Fact]
    public void Queue_that_stalled_for_lack_of_requests_goes_on_when_some_are_done()
    {
        using var narrow = new RunningDevice(adjust: options => options with { MaxWaitingRequests = 2 }, rings: _rings);
        var commands = new List<PendingCommand>();
        for (int i = 0; i < 30; i++) commands.Add(narrow.Gpu.Post(new GpuCommand(0x10a).Words(0, 0).Expecting(1056)));
        foreach (PendingCommand command in commands) Assert.True(narrow.Gpu.Wait(command).IsOk);
    }

    [Fact]
    public void Refused_out_of_memory_when_the_screens_would_need_too_much()
    {
        using var dark = new RunningDevice(adjust: options => options with { PngDirectory = null }, rings: _rings);
        dark.Gpu.CreateResource2D(20, 2, 8192, 4096);
        for (uint scanout = 0; scanout < 4; scanout++) dark.Gpu.SetScanout(scanout, 20, 0, 0, 8192, 4096);
        Assert.Equal(OutOfMemory, dark.Gpu.Send(new GpuCommand(0x103).Words(0, 0, 8192, 4096, 4, 20)).Type);
    }
}
