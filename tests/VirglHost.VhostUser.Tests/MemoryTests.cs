using VirglHost.Linux;
using VirglHost.Testing;
using VirglHost.VhostUser.Memory;

namespace VirglHost.VhostUser.Tests;

public sealed class SplitMemoryTests() : MemoryTests(RingFormat.Split);

public sealed class PackedMemoryTests() : MemoryTests(RingFormat.Packed);

/// <summary>What holds in both formats of a ring.</summary>
public abstract class MemoryTests(RingFormat rings)
{
    private static readonly GuestBuffer High = new(0x1_0000_0000, 0x20_0000);

    /// <summary>Two regions that touch at 2 MiB, a hole, one more.</summary>
    private static GuestRam TouchingRam() => new([new(0x10_0000, 0x10_0000), new(0x20_0000, 0x10_0000), new(0x40_0000, 0x100_0000)]);

    [Fact]
    public void GuestMemory_copies_across_regions_that_touch_and_refuses_holes()
    {
        using Loopback loop = Loopback.Started(rings: rings, ram: TouchingRam());
        GuestMemory memory = loop.Session.Memory;
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8];

        Assert.True(memory.IsMapped(0x1F_FFFC, 8));
        Assert.True(memory.TryWrite(0x1F_FFFC, bytes));
        Assert.Equal(bytes, loop.Ram.Slice(0x1F_FFFC, 8).ToArray());
        byte[] back = new byte[8];
        Assert.True(memory.TryRead(0x1F_FFFC, back));
        Assert.Equal(bytes, back);
        Assert.False(memory.TryGetSpan(0x1F_FFFC, 8, out _));
        Assert.True(memory.TryGetSpan(0x1F_FFFC, 4, out Span<byte> span));
        Assert.Equal([1, 2, 3, 4], span.ToArray());

        Assert.False(memory.IsMapped(0x2F_FFFC, 8));
        Assert.False(memory.TryRead(0x2F_FFFC, back));
        Assert.False(memory.IsMapped(0, 1));
        Assert.False(memory.IsMapped(ulong.MaxValue, 2));
        Assert.False(memory.TryRead(ulong.MaxValue, new byte[2]));
        Assert.True(memory.IsMapped(0x10_0000, 0x20_0000));
        Assert.False(memory.IsMapped(0x10_0000, 0x20_0001));
        Assert.False(memory.IsMapped(0x10_0000, ulong.MaxValue));
    }

    [Fact]
    public void Request_across_a_region_border_is_served()
    {
        using Loopback loop = Loopback.Started(rings: rings, ram: TouchingRam());
        loop.Ram.Slice(0x1F_FFFE, 4).Fill(5);
        Assert.Equal([5, 5, 5, 5], loop.Echo([new GuestBuffer(0x1F_FFFE, 4)], [new GuestBuffer(0x1F_FF00, 0x200)]));
    }

    [Fact]
    public void GuestPages_join_neighbours_and_read_and_write_like_one_array()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        var random = new Random(5);
        var pages = new GuestPages(loop.Session.Memory);
        IReadOnlyList<GuestBuffer> scattered = loop.Ram.AllocateScattered(100_000);
        foreach (GuestBuffer buffer in scattered) Assert.True(pages.TryAppend(buffer.Address, buffer.Length));
        Assert.Equal((100_000, scattered.Count), (pages.Length, pages.RangeCount));

        byte[] model = new byte[100_000];
        for (int i = 0; i < 500; i++)
        {
            int offset = random.Next(100_001), length = random.Next(20_000);
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            bool isInside = offset + length <= 100_000;
            Assert.Equal(isInside, pages.TryWrite(offset, bytes));
            if (isInside) bytes.CopyTo(model, offset);
            byte[] back = new byte[length];
            Assert.Equal(isInside, pages.TryRead(offset, back));
            if (isInside) Assert.Equal(model.AsSpan(offset, length).ToArray(), back);
            Array.Clear(back);
            Assert.Equal(isInside, pages.TryStream(offset, back));
            StreamingCopy.Complete();
            if (isInside) Assert.Equal(model.AsSpan(offset, length).ToArray(), back);
            if (pages.TryGetSpan(offset, length, out Span<byte> span)) Assert.Equal(model.AsSpan(offset, length).ToArray(), span.ToArray());
        }

        Assert.Equal(model, loop.Ram.Read(scattered));
        Assert.True(pages.TryGetSpan(4096, 4096, out _));
        Assert.False(pages.TryGetSpan(4090, 10, out _));
        Assert.False(pages.TryRead(-1, new byte[1]));
        Assert.False(pages.TryRead(long.MaxValue, new byte[1]));
    }

    [Fact]
    public void GuestPages_of_neighbouring_entries_are_one_range()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        var pages = new GuestPages(loop.Session.Memory);
        for (uint i = 0; i < 1000; i++) Assert.True(pages.TryAppend(0x40_0000 + i * 4096, 4096));
        Assert.Equal((1, 4_096_000), (pages.RangeCount, pages.Length));
        Assert.True(pages.TryGetSpan(100, 4_000_000, out _));
        Assert.False(pages.TryAppend(0xD0000, 16));
        Assert.False(pages.TryAppend(0x40_0000, 0));
        Assert.False(pages.TryAppend(0x3FF_FFF8, 16));
        Assert.Equal((1, 4_096_000), (pages.RangeCount, pages.Length));
    }

    [Fact]
    public void Hot_plugged_region_is_usable_and_gone_after_removal_while_queues_run_on()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        using var file = new Memfd("dimm", 0x40_0000);
        using MemoryMapping view = MemoryMapping.Map(file.Fd, 0x20_0000, 0x20_0000);
        Assert.True(loop.Front.TryAddRegion(High, file.Fd, 0x20_0000));
        Assert.Contains("memory 4", loop.Device.Events);
        var pages = new GuestPages(loop.Session.Memory);
        Assert.True(pages.TryAppend(High.Address, 64));
        Assert.True(pages.TryWrite(0, [1, 2, 3]));
        Assert.Equal([1, 2, 3], view.Slice(0, 3).ToArray());
        view.Slice(16, 2).Fill(8);
        Assert.Equal([8, 8], loop.Echo([new GuestBuffer(High.Address + 16, 2)], [loop.Ram.Allocate(4)]));

        Assert.True(loop.Front.TryRemoveRegion(High));
        Assert.False(pages.TryRead(0, new byte[1]));
        Assert.False(pages.TryWrite(0, [1]));
        Assert.False(pages.TryGetSpan(0, 1, out _));
        Assert.False(loop.Front.TryRemoveRegion(High));
        Assert.DoesNotContain("stop 0", loop.Device.Events);
        Assert.Equal([4], loop.Echo([4], 4));
    }

    [Fact]
    public void Removing_the_memory_of_a_ring_stops_it_first_and_adding_it_again_restarts_it()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        loop.Echo([1], 4);
        GuestBuffer ramWithRings = loop.Ram.Regions[2];
        Assert.True(loop.Front.TryRemoveRegion(ramWithRings));
        Assert.True(loop.Device.Events.IndexOf("stop 0") > 0);
        Assert.Contains(loop.Device.Events, e => e.StartsWith("refused queue 0", StringComparison.Ordinal));

        Assert.True(loop.Front.TryAddRegion(ramWithRings, loop.Ram.Fd, ramWithRings.Address));
        Assert.Equal([2], loop.Echo([2], 4));
    }

    [Theory]
    [InlineData(0x1_0000_0000UL, 0u, 0UL)]                       // empty
    [InlineData(0x1_0000_0000UL, 0x1000u, 0x3FF_F001UL)]         // beyond the end of the file
    [InlineData(0x10_0000UL, 0x1000u, 0UL)]                      // overlaps memory that is there
    [InlineData(ulong.MaxValue - 0xFFE, 0x1000u, 0UL)]           // wraps around
    [InlineData(0x1_0000_0000UL, 0x1000u, ulong.MaxValue)]
    public void Impossible_region_is_refused_and_nothing_changes(ulong address, uint size, ulong fileOffset)
    {
        using Loopback loop = Loopback.Started(rings: rings);
        int generation = loop.Session.Memory.Generation;
        string[] before = OpenDescriptors.List();
        Assert.False(loop.Front.TryAddRegion(new GuestBuffer(address, size), loop.Ram.Fd, fileOffset));
        Assert.Equal((generation, 3), (loop.Session.Memory.Generation, loop.Session.Memory.RegionCount));
        Assert.Equal(before, OpenDescriptors.List());
        Assert.Equal([4], loop.Echo([4], 4));
    }

    [Fact]
    public void Memory_table_sent_again_keeps_mappings_and_running_queues()
    {
        using Loopback loop = Loopback.Started(l => l.Front.KnownProtocolFeatures = VhostUserFrontend.Config | VhostUserFrontend.ReplyAck, rings);
        GuestRegion[] before = loop.Session.Memory.Set.Regions.ToArray();
        string[] fds = OpenDescriptors.List();
        Assert.True(loop.Front.TrySetMemoryTable(loop.Ram.Regions));
        Assert.Equal(before, loop.Session.Memory.Set.Regions.ToArray());
        Assert.Equal(fds, OpenDescriptors.List());
        Assert.DoesNotContain("stop 0", loop.Device.Events);
        Assert.Equal([1], loop.Echo([1], 4));

        Assert.True(loop.Front.TrySetMemoryTable([loop.Ram.Regions[2]]));
        Assert.Equal(1, loop.Session.Memory.RegionCount);
        Assert.True(before[0].Mapping.IsDisposed);
        Assert.Equal([1], loop.Echo([1], 4));
    }

    [Fact]
    public void Slots_are_limited_to_what_was_agreed()
    {
        using var loop = new Loopback(options: new SessionOptions { MemorySlots = 3 });
        loop.Front.Realize();
        Assert.Equal(3UL, loop.Front.Ask(36));
        loop.Front.Start();
        using var file = new Memfd("dimm", 0x20_0000);
        Assert.False(loop.Front.TryAddRegion(High, file.Fd, 0));
    }

    [Fact]
    public void Session_offers_509_slots_and_takes_as_many()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        using var file = new Memfd("dimm", 1 << 20);
        for (uint i = 0; i < 506; i++) Assert.True(loop.Front.TryAddRegion(new GuestBuffer(High.Address + i * 0x10_0000UL, 4096), file.Fd, i * 2048UL));
        Assert.Equal(509, loop.Session.Memory.RegionCount);
        Assert.True(loop.Session.Memory.IsMapped(High.Address + 505 * 0x10_0000UL, 4096));
        Assert.False(loop.Front.TryAddRegion(new GuestBuffer(High.Address + 600 * 0x10_0000UL, 4096), file.Fd, 0));
        Assert.Equal([1], loop.Echo([1], 4));
    }
}
