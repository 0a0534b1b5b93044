using System.Buffers.Binary;
using VirglHost.Testing;

namespace VirglHost.VhostUser.Tests;

public sealed class PackedQueueTests() : QueueTests(RingFormat.Packed)
{
    [Theory]
    [InlineData(ulong.MaxValue, 200)]
    [InlineData(NoIndirect, 200)]
    [InlineData(NoIndirect, 7)]                                   // need not be a power of two
    [InlineData(ulong.MaxValue, 1)]
    [InlineData(NoEventIndex, 3)]
    public void Ring_of_any_size_turns_over_many_times(ulong features, int size)
    {
        using Loopback loop = Loopback.Started(l => l.Front.DriverFeatures &= features, RingFormat.Packed);
        loop.Front.Stop();
        using var queue = new PackedGuestQueue(loop.Ram, 0, size);
        loop.Front.SetUp(queue);
        loop.Front.Channel.Send(13, 0, BitConverter.GetBytes(0UL), queue.Call.Fd);
        loop.Front.Enable(queue, true);
        var random = new Random(size);
        GuestBuffer answer = loop.Ram.Allocate(8);
        int most = queue.UseIndirect ? 5 : Math.Min(size, 5);
        for (int i = 0; i < 2000; i++)
        {
            List<GuestBuffer> pieces = [.. Enumerable.Range(0, random.Next(1, most)).Select(n => loop.Put([(byte)(i + n)]))];
            queue.Add(pieces, most > 1 ? [answer] : []);
            Assert.True(queue.KickIfNeeded() || i > 0);
            loop.Step();
            Assert.True(queue.TryTakeUsed(out _, out uint written), $"request {i}");
            Assert.Equal(most > 1 ? (uint)pieces.Count : 0, written);
            foreach (GuestBuffer piece in pieces) loop.Ram.Free(piece);
        }

        Assert.Equal(0, loop.Device.MalformedCount);
    }

    [Fact]
    public void Driver_that_disables_interrupts_gets_none_after_the_first()
    {
        using Loopback loop = Loopback.Started(l => l.Front.DriverFeatures &= NoEventIndex, RingFormat.Packed);
        loop.Echo([1], 4);
        loop.Control.Call.TryConsume();
        foreach (ushort flags in new ushort[] { 1, 0, 1, 0 })     // RING_EVENT_FLAGS_DISABLE, _ENABLE
        {
            BinaryPrimitives.WriteUInt16LittleEndian(loop.Ram.Slice(loop.Control.DriverArea)[2..], flags);
            loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);
            loop.Device.Tick();
            Assert.True(loop.Control.TryTakeUsed(out _, out _));
            Assert.Equal(flags == 0, loop.Control.Call.TryConsume());
        }
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(250, true)]
    [InlineData(255, true)]
    [InlineData(0, false)]                                        // the first slot of the next turn
    [InlineData(2, false)]
    public void Interrupt_comes_when_the_wished_descriptor_is_used(int position, bool wrap)
    {
        using Loopback loop = Loopback.Started(rings: RingFormat.Packed);
        loop.Echo([0], 4);
        loop.Control.Call.TryConsume();
        int due = position + (wrap ? 0 : 256);
        for (int i = 1; i <= 260; i++)
        {
            Span<byte> wish = loop.Ram.Slice(loop.Control.DriverArea);
            BinaryPrimitives.WriteUInt16LittleEndian(wish, (ushort)(position | (wrap ? 0x8000 : 0)));
            BinaryPrimitives.WriteUInt16LittleEndian(wish[2..], 2); // RING_EVENT_FLAGS_DESC
            GuestBuffer request = loop.Put([1]);
            loop.Control.Add([request], [request]);
            loop.Device.Tick();
            Assert.True(loop.Control.Call.TryConsume() == (i == due), $"request {i}");
            Assert.True(loop.Control.TryTakeUsed(out _, out _));
            loop.Ram.Free(request);
        }
    }

    [Fact]
    public void Batch_that_steps_over_the_wished_descriptor_interrupts_too()
    {
        using Loopback loop = Loopback.Started(l => l.Front.DriverFeatures &= NoIndirect, RingFormat.Packed);
        loop.Echo([0], 4);                                        // two slots
        loop.Control.Call.TryConsume();
        loop.Device.Interrupts = false;
        foreach ((ushort position, bool isDue) in new[] { ((ushort)0x8007, true), ((ushort)0x800B, false), ((ushort)0x8020, false), ((ushort)0x8029, true) })
        {
            for (int i = 0; i < 5; i++) loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);   // ten slots: 2 to 11, 12 to 21, 22 to 31, 32 to 41
            loop.Device.Tick();
            Span<byte> wish = loop.Ram.Slice(loop.Control.DriverArea);
            BinaryPrimitives.WriteUInt16LittleEndian(wish, position);
            BinaryPrimitives.WriteUInt16LittleEndian(wish[2..], 2);
            Assert.Equal(isDue, loop.Device.Queues[0]!.NotifyIfNeeded());
            for (int i = 0; i < 5; i++) Assert.True(loop.Control.TryTakeUsed(out _, out _));
        }
    }
}

/// <summary>A guest that breaks the rules of a packed ring: costs it the request or the queue, never us.</summary>
public sealed class PackedRingTests
{
    private const ushort Next = 1, Write = 2, Indirect = 4;

    /// <summary>Descriptors of the ring, and of an indirect table at 0x200000, as (address, length, flags).</summary>
    public static TheoryData<string, (ulong Address, uint Length, ushort Flags)[], (ulong Address, uint Length, ushort Flags)[]> BadChains => new()
    {
        { "zero length", [(0x100000, 0, 0)], [] },
        { "unmapped", [(0xD0000, 16, 0)], [] },
        { "runs into a hole", [(0x100000, 16, Next), (0xBFFF0, 32, 0)], [] },
        { "address overflow", [(ulong.MaxValue - 7, 16, Write)], [] },
        { "readable after writable", [(0x100000, 16, Next | Write), (0x100000, 16, 0)], [] },
        { "bad in the middle", [(0x100000, 16, Next), (0x100000, 0, Next), (0x100000, 16, Write)], [] },
        { "indirect of length zero", [(0x200000, 0, Indirect)], [] },
        { "indirect of odd length", [(0x200000, 24, Indirect)], [(0x100000, 16, 0)] },
        { "indirect too long", [(0x200000, 16 * 4097, Indirect)], [(0x100000, 16, 0)] },
        { "indirect unmapped", [(0xC8000, 16, Indirect)], [] },
        { "indirect with next", [(0x200000, 16, Indirect | Next), (0x100000, 16, 0)], [(0x100000, 16, 0)] },
        { "indirect in indirect", [(0x200000, 32, Indirect)], [(0x200000, 16, Indirect), (0x100000, 16, 0)] },
        { "indirect with a hole", [(0x200000, 32, Indirect)], [(0x100000, 16, 0), (0xD0000, 16, Write)] },
    };

    [Theory]
    [MemberData(nameof(BadChains))]
    public void Bad_chain_comes_back_with_length_zero_and_the_next_request_works(
        string name, (ulong Address, uint Length, ushort Flags)[] ring, (ulong Address, uint Length, ushort Flags)[] table)
    {
        using Loopback loop = Loopback.Started(l => l.Ram.Allocate(4 << 20), RingFormat.Packed);
        for (int i = 0; i < table.Length; i++)
            SplitGuestQueue.WriteDescriptor(loop.Ram.Slice(0x200000, 4096), i, table[i].Address, table[i].Length, 0, table[i].Flags);   // id, flags
        loop.Packed.Publish([.. ring.Select((d, i) => (d.Address, d.Length, (ushort)(i + 1 == ring.Length ? 77 : 5), d.Flags))]);
        loop.Control.KickIfNeeded();
        loop.Step();

        Assert.True(loop.Device.MalformedCount == 1, name);
        Assert.Equal((77, 0u, 0x8080), UsedEntry(loop, 0));
        Assert.False(loop.Control.Error.TryConsume());

        loop.Packed.Publish([(0x300000, 16, 9, Write)]);
        loop.Step();
        Assert.Equal(2, loop.Device.PoppedCount);
        Assert.Equal((9, 0u, 0x8080), UsedEntry(loop, ring.Length));
    }

    [Fact]
    public void Indirect_descriptor_without_the_feature_is_malformed()
    {
        using Loopback loop = Loopback.Started(l => l.Front.DriverFeatures &= ~VhostUserFrontend.IndirectDescriptors, RingFormat.Packed);
        SplitGuestQueue.WriteDescriptor(loop.Ram.Slice(0x200000, 4096), 0, 0x300000, 16, 0, 0);
        loop.Packed.Publish([(0x200000, 16, 0, Indirect)]);
        loop.Step();
        Assert.Equal(1, loop.Device.MalformedCount);
    }

    [Fact]
    public void Chain_around_the_whole_ring_breaks_the_queue_until_the_next_start()
    {
        using Loopback loop = Loopback.Started(rings: RingFormat.Packed);
        for (int i = 0; i < 100; i++) loop.Echo([1], 4);
        loop.Control.Break();
        loop.Step();
        Assert.Contains("all around the ring of 256", loop.Device.BrokenReason, StringComparison.Ordinal);
        Assert.True(loop.Control.Error.TryConsume());
        loop.Front.Reset();
        loop.Front.Start();
        Assert.Equal([3], loop.Echo([3], 4));
    }

    [Theory]
    [InlineData(RingFormat.Split)]
    [InlineData(RingFormat.Packed)]
    public void More_requests_than_entries_break_the_queue(RingFormat rings)
    {
        using Loopback loop = Loopback.Started(l => l.Device.HoldsChains = true, rings);
        for (int i = 0; i < 256; i++) loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);
        loop.Step();
        Assert.Null(loop.Device.BrokenReason);
        if (rings == RingFormat.Split) loop.Split.Publish(0);
        else loop.Packed.Publish([(0x300000, 16, 0, 0)]);
        loop.Step();
        Assert.Contains("more requests are out", loop.Device.BrokenReason, StringComparison.Ordinal);
        Assert.Equal(256, loop.Device.Held.Count);
    }

    [Theory]
    [InlineData(0x80008100u)]
    [InlineData(0x81008000u)]
    public void Base_outside_the_ring_is_refused(uint position)
    {
        using Loopback loop = Loopback.Started(rings: RingFormat.Packed);
        loop.Front.Stop();
        loop.Control.Base = position;
        loop.Front.SetUp(loop.Control);
        Assert.Throws<FrontendException>(() => loop.Front.Enable(loop.Control, true));
        Assert.Contains(loop.Device.Events, e => e.Contains("is not inside a packed ring of 256", StringComparison.Ordinal));
        Assert.True(loop.Control.Error.TryConsume());
    }

    [Fact]
    public void Base_of_a_packed_ring_is_refused_by_a_split_one()
    {
        using Loopback loop = Loopback.Started();
        loop.Front.Stop();
        loop.Control.Base = 0x80008000;
        loop.Front.SetUp(loop.Control);
        loop.Front.Enable(loop.Control, true);                    // runs at the base before: the wrong one was refused
        Assert.Contains(loop.Device.Events, e => e.Contains("base 80008000 is one of a packed ring", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(RingFormat.Split)]
    [InlineData(RingFormat.Packed)]
    public void Driver_that_relies_on_order_gets_answers_in_order(RingFormat rings)
    {
        using Loopback loop = Loopback.Started(
            l => (l.Device.HoldsChains, l.Front.DriverFeatures) = (true, l.Front.DriverFeatures | VhostUserFrontend.InOrder), rings);
        for (int turn = 0; turn < 100; turn++)
        {
            ushort[] ids = [.. Enumerable.Range(0, 4).Select(i => loop.Control.Add([loop.Put([(byte)i])], [loop.Ram.Allocate(1)]))];
            loop.Device.Tick();
            foreach (int i in new[] { 2, 1 }) loop.Device.Answer(loop.Device.Held[i]);
            Assert.False(loop.Control.TryTakeUsed(out _, out _));
            loop.Device.Answer(loop.Device.Held[0]);
            for (int i = 0; i < 3; i++)
            {
                Assert.True(loop.Control.TryTakeUsed(out ushort id, out uint written));
                Assert.Equal((ids[i], 1u), (id, written));
            }

            Assert.False(loop.Control.TryTakeUsed(out _, out _));
            loop.Device.Answer(loop.Device.Held[3]);
            Assert.True(loop.Control.TryTakeUsed(out _, out _));
            loop.Device.Held.Clear();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_rings_never_hang_or_throw(int seed)
    {
        var random = new Random(seed);
        using Loopback loop = Loopback.Started(rings: RingFormat.Packed);
        for (int round = 0; round < 2500; round++)
        {
            Span<byte> ring = loop.Ram.Slice(loop.Control.DescriptorArea), table = loop.Ram.Slice(0x800000, 4096);
            for (int i = 0; i < 8; i++)
            {
                ulong address = random.Next(6) switch { 0 => (ulong)random.NextInt64(), 1 => 0xBFFF0, 2 => 0x800000, _ => 0x400000 + (ulong)random.Next(1 << 16) };
                uint length = random.Next(4) == 0 ? (uint)random.Next() : (uint)(random.Next(16) * 16);
                bool isTable = random.Next(3) == 0;
                ushort flags = (ushort)(random.Next(8) | (random.Next(2) == 0 ? 0x80 : 0x8000));
                SplitGuestQueue.WriteDescriptor(isTable ? table : ring, random.Next(isTable ? 256 : 40), address, length, (ushort)random.Next(300), flags);
            }

            random.NextBytes(loop.Ram.Slice(loop.Control.DriverArea));
            loop.Step();
            if (loop.Device.BrokenReason is null && round % 20 != 0) continue;
            loop.Front.Reset();
            loop.Front.Start();
            loop.Step();
        }

        Assert.True(loop.Device.PoppedCount > 100, $"{loop.Device.PoppedCount} requests got through");
        Assert.True(loop.Device.MalformedCount > 20, $"{loop.Device.MalformedCount} malformed");
    }

    private static (int Id, uint Written, int Flags) UsedEntry(Loopback loop, int slot)
    {
        Span<byte> entry = loop.Ram.Slice(loop.Control.DescriptorArea).Slice(slot * 16, 16);
        return (BinaryPrimitives.ReadUInt16LittleEndian(entry[12..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]),
            BinaryPrimitives.ReadUInt16LittleEndian(entry[14..]));
    }
}
