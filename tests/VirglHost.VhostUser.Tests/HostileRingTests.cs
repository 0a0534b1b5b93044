using VirglHost.Testing;

namespace VirglHost.VhostUser.Tests;

/// <summary>A guest that breaks the rules of a split ring: costs it the request or the queue, never us.</summary>
public sealed class HostileRingTests
{
    private const ushort Next = 1, Write = 2, Indirect = 4;

    /// <summary>Descriptors of the ring's table, and of an indirect table at page I, as (index, address, length, flags, next).</summary>
    public static TheoryData<string, (int Table, int Index, ulong Address, uint Length, ushort Flags, ushort Next)[]> BadChains => new()
    {
        { "loop of one", [(0, 0, 0x100000, 16, Next, 0)] },
        { "loop of two", [(0, 0, 0x100000, 16, Next, 1), (0, 1, 0x100000, 16, Next, 0)] },
        { "next outside the table", [(0, 0, 0x100000, 16, Next, 256)] },
        { "zero length", [(0, 0, 0x100000, 0, 0, 0)] },
        { "unmapped", [(0, 0, 0xD0000, 16, 0, 0)] },
        { "runs into a hole", [(0, 0, 0xBFFF0, 32, 0, 0)] },
        { "runs out of memory", [(0, 0, (64 << 20) - 8, 16, Write, 0)] },
        { "address overflow", [(0, 0, ulong.MaxValue - 7, 16, Write, 0)] },
        { "readable after writable", [(0, 0, 0x100000, 16, Next | Write, 1), (0, 1, 0x100000, 16, 0, 0)] },
        { "indirect of length zero", [(0, 0, 0x200000, 0, Indirect, 0)] },
        { "indirect of odd length", [(0, 0, 0x200000, 24, Indirect, 0), (1, 0, 0x100000, 16, 0, 0)] },
        { "indirect too long", [(0, 0, 0x200000, 16 * 4097, Indirect, 0), (1, 0, 0x100000, 16, 0, 0)] },
        { "indirect unmapped", [(0, 0, 0xC8000, 16, Indirect, 0)] },
        { "indirect with next", [(0, 0, 0x200000, 16, Indirect | Next, 1), (0, 1, 0x100000, 16, 0, 0), (1, 0, 0x100000, 16, 0, 0)] },
        { "indirect in indirect", [(0, 0, 0x200000, 32, Indirect, 0), (1, 0, 0x200000, 16, Indirect, 0)] },
        { "indirect loop", [(0, 0, 0x200000, 32, Indirect, 0), (1, 0, 0x100000, 16, Next, 1), (1, 1, 0x100000, 16, Next, 0)] },
        { "indirect next outside", [(0, 0, 0x200000, 32, Indirect, 0), (1, 0, 0x100000, 16, Next, 2)] },
    };

    [Theory]
    [MemberData(nameof(BadChains))]
    public void Bad_chain_comes_back_with_length_zero_and_the_next_request_works(
        string name, (int Table, int Index, ulong Address, uint Length, ushort Flags, ushort Next)[] descriptors)
    {
        using Loopback loop = Loopback.Started(l => l.Ram.Allocate(4 << 20));
        foreach (var d in descriptors)
        {
            Span<byte> table = d.Table == 0 ? loop.Ram.Slice(loop.Control.DescriptorArea) : loop.Ram.Slice(0x200000, 4096);
            SplitGuestQueue.WriteDescriptor(table, d.Index, d.Address, d.Length, d.Flags, d.Next);
        }

        loop.Split.Publish(0);
        loop.Control.KickIfNeeded();
        loop.Step();

        Assert.True(loop.Device.MalformedCount == 1, name);
        Span<byte> used = loop.Ram.Slice(loop.Control.DeviceArea);
        Assert.Equal([1, 0], used.Slice(2, 2).ToArray());
        Assert.Equal(new byte[8], used.Slice(4, 8).ToArray());    // head 0, length 0
        Assert.False(loop.Control.Error.TryConsume());

        SplitGuestQueue.WriteDescriptor(loop.Ram.Slice(loop.Control.DescriptorArea), 0, 0x300000, 16, Write, 0);
        loop.Split.Publish(0);
        loop.Step();
        Assert.Equal(2, loop.Device.PoppedCount);
        Assert.Equal([2, 0], used.Slice(2, 2).ToArray());
    }

    [Fact]
    public void Indirect_descriptor_without_the_feature_is_malformed()
    {
        using Loopback loop = Loopback.Started(l => l.Front.DriverFeatures &= ~VhostUserFrontend.IndirectDescriptors);
        SplitGuestQueue.WriteDescriptor(loop.Ram.Slice(loop.Control.DescriptorArea), 0, 0x200000, 16, Indirect, 0);
        SplitGuestQueue.WriteDescriptor(loop.Ram.Slice(0x200000, 4096), 0, 0x300000, 16, 0, 0);
        loop.Split.Publish(0);
        loop.Step();
        Assert.Equal(1, loop.Device.MalformedCount);
    }

    [Fact]
    public void Direct_descriptors_before_an_indirect_one_are_legal()
    {
        using Loopback loop = Loopback.Started(l => l.Ram.Allocate(4 << 20));
        loop.Ram.Slice(0x300000, 4).Fill(9);
        SplitGuestQueue.WriteDescriptor(loop.Ram.Slice(loop.Control.DescriptorArea), 0, 0x300000, 2, Next, 1);
        SplitGuestQueue.WriteDescriptor(loop.Ram.Slice(loop.Control.DescriptorArea), 1, 0x200000, 32, Indirect, 0);
        SplitGuestQueue.WriteDescriptor(loop.Ram.Slice(0x200000, 4096), 0, 0x300002, 2, Next, 1);
        SplitGuestQueue.WriteDescriptor(loop.Ram.Slice(0x200000, 4096), 1, 0x301000, 16, Write, 0);
        loop.Split.Publish(0);
        loop.Step();
        Assert.Equal(0, loop.Device.MalformedCount);
        Assert.Equal([9, 9, 9, 9, 0], loop.Ram.Slice(0x301000, 5).ToArray());
    }

    [Fact]
    public void Head_outside_the_table_breaks_the_queue_until_the_next_start()
    {
        using Loopback loop = Loopback.Started();
        loop.Echo([1], 4);
        loop.Split.Publish(256);
        loop.Step();
        Assert.Contains("names descriptor 256 of 256", loop.Device.BrokenReason, StringComparison.Ordinal);
        Assert.True(loop.Control.Error.TryConsume());
        Assert.Equal(0, PopAll(loop));

        loop.Front.Reset();
        loop.Front.Start();
        Assert.Equal([3], loop.Echo([3], 4));
    }

    [Fact]
    public void Available_index_far_ahead_breaks_the_queue()
    {
        using Loopback loop = Loopback.Started();
        loop.Ram.Slice(loop.Control.DriverArea)[2] = 1;
        loop.Ram.Slice(loop.Control.DriverArea)[3] = 1;        // 257 ahead of 0 in a ring of 256
        loop.Step();
        Assert.Contains("257 ahead", loop.Device.BrokenReason, StringComparison.Ordinal);
        Assert.True(loop.Control.Error.TryConsume());
        Assert.Equal([1, 2, 3], loop.Front.ReadConfig(0, 3));     // the session goes on
    }

    [Fact]
    public void Broken_control_queue_leaves_the_cursor_queue_working()
    {
        using Loopback loop = Loopback.Started();
        loop.Split.Publish(9999);
        loop.Step();
        GuestQueue cursor = loop.Front.Queues[1];
        cursor.Add([loop.Put([1, 2])], [loop.Ram.Allocate(2)]);
        cursor.KickIfNeeded();
        loop.Front.Channel.WaitUntil(() => cursor.TryTakeUsed(out _, out _), "the cursor's answer");
    }

    [Fact]
    public void Chain_as_long_as_the_limit_works_and_one_longer_is_malformed()
    {
        using Loopback loop = Loopback.Started();
        GuestBuffer one = loop.Put([7]);
        GuestBuffer[] most = [.. Enumerable.Repeat(one, 4095)];
        byte[] answer = loop.Echo(most, [loop.Ram.Allocate(4096)]);
        Assert.Equal(4095, answer.Length);
        Assert.All(answer, value => Assert.Equal(7, value));

        Assert.Empty(loop.Echo([.. most, one], [loop.Ram.Allocate(4096)]));
        Assert.Equal(1, loop.Device.MalformedCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_rings_never_hang_or_throw(int seed)
    {
        var random = new Random(seed);
        using Loopback loop = Loopback.Started();
        for (int round = 0; round < 400; round++)
        {
            Scribble(loop, random);
            loop.Split.Publish((ushort)(random.Next(20) == 0 ? random.Next(65536) : random.Next(256)));
            loop.Step();
            if (loop.Device.BrokenReason is null && loop.Device.Queues[0] is { IsBroken: false }) continue;
            loop.Front.Reset();
            loop.Front.Start();
        }

        Assert.True(loop.Device.PoppedCount > 100, $"{loop.Device.PoppedCount} requests got through");
        Assert.True(loop.Device.MalformedCount > 20, $"{loop.Device.MalformedCount} malformed");
    }

    private static int PopAll(Loopback loop)
    {
        int before = loop.Device.PoppedCount;
        loop.Step();
        return loop.Device.PoppedCount - before;
    }

    /// <summary>Random descriptors, mostly plausible, in the ring's table and in an indirect one.</summary>
    private static void Scribble(Loopback loop, Random random)
    {
        for (int i = 0; i < 8; i++)
        {
            bool isIndirectTable = random.Next(3) == 0;
            Span<byte> table = isIndirectTable ? loop.Ram.Slice(0x800000, 4096) : loop.Ram.Slice(loop.Control.DescriptorArea);
            ulong address = random.Next(6) switch
            {
                0 => (ulong)random.NextInt64(),
                1 => 0xBFFF0,
                2 => 0x800000,
                _ => 0x400000 + (ulong)random.Next(1 << 16),
            };
            uint length = random.Next(4) == 0 ? (uint)random.Next() : (uint)(random.Next(16) * 16);
            SplitGuestQueue.WriteDescriptor(table, random.Next(256), address, length, (ushort)random.Next(8), (ushort)random.Next(260));
        }
    }
}
