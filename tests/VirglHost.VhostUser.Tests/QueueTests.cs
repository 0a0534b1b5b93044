using VirglHost.Testing;
using VirglHost.VhostUser.Queues;

namespace VirglHost.VhostUser.Tests;

public sealed class SplitQueueTests() : QueueTests(RingFormat.Split)
{
    [Fact]
    public void Ring_indices_wrap_at_65536()
    {
        using Loopback loop = Loopback.Started();
        GuestBuffer request = loop.Put([1]), answer = loop.Ram.Allocate(1);
        for (int i = 0; i < 66_000; i++)
        {
            loop.Control.Add([request], [answer]);
            loop.Control.KickIfNeeded();
            loop.Device.Tick();
            Assert.True(loop.Control.TryTakeUsed(out _, out uint written));
            Assert.Equal(1u, written);
        }

        Assert.Equal(66_000 - 65_536, loop.Session.State.Rings[0].NextAvailable);
    }

    [Fact]
    public void Driver_that_polls_gets_no_interrupt_after_the_first()
    {
        using Loopback loop = Loopback.Started(l => l.Front.DriverFeatures &= NoEventIndex);
        loop.Echo([1], 4);
        loop.Control.Call.TryConsume();
        loop.Ram.Slice(loop.Control.DriverArea)[0] = 1;           // VIRTQ_AVAIL_F_NO_INTERRUPT
        loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);
        loop.Device.Tick();
        Assert.True(loop.Control.TryTakeUsed(out _, out _));
        Assert.False(loop.Control.Call.TryConsume());

        loop.Ram.Slice(loop.Control.DriverArea)[0] = 0;
        loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);
        loop.Device.Tick();
        Assert.True(loop.Control.Call.TryConsume());
    }

    [Fact]
    public void Event_index_suppresses_interrupts_until_the_wished_entry()
    {
        using Loopback loop = Loopback.Started();
        loop.Echo([0], 4);
        loop.Control.Call.TryConsume();
        Span<byte> usedEvent = loop.Ram.Slice(loop.Control.DriverArea).Slice(4 + 2 * loop.Control.Size, 2);
        for (int i = 1; i <= 3; i++)
        {
            (usedEvent[0], usedEvent[1]) = (3, 0);                // interrupt me when entry 3 is used
            loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);
            loop.Device.Tick();
            Assert.Equal(i == 3, loop.Control.Call.TryConsume());
        }

        loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);
        loop.Device.Tick();
        Assert.False(loop.Control.Call.TryConsume());             // the wish was fulfilled; no new one was made
    }
}

/// <summary>What holds in both formats of a ring.</summary>
public abstract class QueueTests(RingFormat rings)
{
    protected const ulong NoIndirect = ~VhostUserFrontend.IndirectDescriptors;
    protected const ulong NoEventIndex = ~VhostUserFrontend.EventIndex;

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(NoIndirect)]
    [InlineData(NoEventIndex)]
    [InlineData(NoIndirect & NoEventIndex)]
    public void Thousand_requests_of_many_shapes_come_back_with_their_bytes(ulong features)
    {
        using Loopback loop = Loopback.Started(l => l.Front.DriverFeatures &= features, rings);
        var random = new Random(7);
        for (int i = 0; i < 1000; i++)
        {
            byte[] request = new byte[random.Next(1, 5000)];
            random.NextBytes(request);
            List<GuestBuffer> readable = Pieces(loop, random, request.Length);
            List<GuestBuffer> writable = Pieces(loop, random, random.Next(1, 5000));
            loop.Ram.Write(readable, request);

            byte[] answer = loop.Echo(readable, writable);

            int room = (int)writable.Sum(b => b.Length);
            Assert.Equal(request.AsSpan(0, Math.Min(request.Length, room)).ToArray(), answer);
            foreach (GuestBuffer buffer in readable.Concat(writable)) loop.Ram.Free(buffer);
        }

        Assert.Equal(1000, loop.Device.PoppedCount);
        Assert.Equal(0, loop.Device.MalformedCount);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(NoEventIndex)]
    public void Batch_of_requests_needs_few_kicks_and_one_interrupt(ulong features)
    {
        using Loopback loop = Loopback.Started(l => l.Front.DriverFeatures &= features, rings);
        loop.Echo([0], 4);
        loop.Control.Call.TryConsume();
        for (int i = 0; i < 100; i++) loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);
        int kicks = loop.Control.KickCount;
        loop.Control.KickIfNeeded();
        loop.Device.Tick();

        Assert.Equal(kicks + 1, loop.Control.KickCount);
        for (int i = 0; i < 100; i++) Assert.True(loop.Control.TryTakeUsed(out _, out _));
        Assert.True(loop.Control.Call.TryConsume());
        Assert.False(loop.Control.Call.TryConsume());
    }

    [Fact]
    public void Answers_may_come_in_another_order()
    {
        using Loopback loop = Loopback.Started(l => l.Device.HoldsChains = true, rings);
        ushort[] heads = [.. Enumerable.Range(0, 3).Select(i => loop.Control.Add([loop.Put([(byte)i])], [loop.Ram.Allocate(1)]))];
        loop.Device.Tick();
        foreach (int i in new[] { 2, 0, 1 }) loop.Device.Answer(loop.Device.Held[i]);
        Assert.Equal(0, loop.Device.Queues[0]!.OutstandingCount);
        foreach (int i in new[] { 2, 0, 1 })
        {
            Assert.True(loop.Control.TryTakeUsed(out ushort head, out _));
            Assert.Equal(heads[i], head);
        }
    }

    [Fact]
    public void Chain_pushed_twice_or_with_too_many_bytes_is_our_bug_and_throws()
    {
        using Loopback loop = Loopback.Started(l => l.Device.HoldsChains = true, rings);
        loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);
        loop.Device.Tick();
        DescriptorChain chain = loop.Device.Held[0];
        VirtQueue queue = chain.Queue!;
        Assert.Throws<InvalidOperationException>(() => queue.TryPop(chain));
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.PushUsed(chain, 5));
        Assert.True(queue.PushUsed(chain, 4));
        Assert.Throws<InvalidOperationException>(() => queue.PushUsed(chain, 4));
        Assert.Throws<InvalidOperationException>(() => queue.PushUsed(new DescriptorChain(), 0));
    }

    [Fact]
    public void Chain_reads_and_writes_at_any_offset()
    {
        using Loopback loop = Loopback.Started(l => l.Device.HoldsChains = true, rings);
        byte[] request = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i * 7))];
        var random = new Random(3);
        List<GuestBuffer> readable = Pieces(loop, random, request.Length), writable = Pieces(loop, random, 10_000);
        loop.Ram.Write(readable, request);
        loop.Control.Add(readable, writable);
        loop.Device.Tick();
        DescriptorChain chain = loop.Device.Held[0];
        Assert.Equal((10_000, 10_000), (chain.ReadableLength, chain.WritableLength));

        byte[] expected = loop.Ram.Read(writable);
        for (int i = 0; i < 300; i++)
        {
            int offset = random.Next(10_100), length = random.Next(500);
            byte[] buffer = new byte[length];
            int count = Math.Clamp(10_000 - offset, 0, length);
            Assert.Equal(count, chain.Read(offset, buffer));
            Assert.Equal(request.AsSpan(Math.Min(offset, 10_000), count).ToArray(), buffer[..count]);

            random.NextBytes(buffer);
            Assert.Equal(count, chain.Write(offset, buffer));
            buffer.AsSpan(0, count).CopyTo(expected.AsSpan(Math.Min(offset, 10_000)));
        }

        Assert.Equal(expected, loop.Ram.Read(writable));
        Assert.Equal(0, chain.Read(-1, new byte[1]));
        Assert.Equal(0, chain.Write(long.MaxValue, new byte[1]));
    }

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        List<GuestBuffer> readable = Pieces(loop, new Random(1), 20_000), writable = [loop.Ram.Allocate(64)];
        for (int i = 0; i < 50; i++)
        {
            loop.Control.Add(readable, writable);
            loop.Device.Tick();
            loop.Control.TryTakeUsed(out _, out _);
        }

        long allocated = 0;
        for (int i = 0; i < 50; i++)
        {
            loop.Control.Add(readable, writable);
            long before = GC.GetAllocatedBytesForCurrentThread();
            loop.Device.Tick();
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            loop.Control.TryTakeUsed(out _, out _);
        }

        Assert.Equal(0, allocated);
    }

    private static List<GuestBuffer> Pieces(Loopback loop, Random random, int length)
    {
        var pieces = new List<GuestBuffer>();
        while (length > 0)
        {
            int piece = Math.Min(length, random.Next(1, 1500));
            pieces.Add(loop.Ram.Allocate(piece));
            length -= piece;
        }

        return pieces;
    }
}
