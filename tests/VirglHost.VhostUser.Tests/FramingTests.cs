using System.Buffers.Binary;
using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.VhostUser.Tests;

/// <summary>Messages cut into pieces, cut off, or wrong: only a clear exception, and no descriptor left open.</summary>
public sealed class FramingTests
{
    private static byte[] Header(uint request, uint flags, uint size)
    {
        byte[] bytes = new byte[12];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, request);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), flags);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), size);
        return bytes;
    }

    [Fact]
    public void Message_arriving_byte_by_byte_is_understood()
    {
        using Loopback loop = Loopback.Started();
        byte[] message = [.. Header(24, 1, 28), .. VhostUserFrontend.State(0, 16), .. new byte[20]];
        foreach (byte value in message)
        {
            loop.Front.Channel.Socket.SendAll([value]);
            loop.Step();
        }

        Assert.Equal(28, loop.Front.Channel.Receive(24).Length);
    }

    [Fact]
    public void Two_messages_in_one_piece_keep_their_own_descriptors()
    {
        using Loopback loop = Loopback.Started();
        using var first = new EventFd();
        using var second = new EventFd();
        loop.Front.Channel.Send(13, 0, BitConverter.GetBytes(0UL), first.Fd);
        loop.Front.Channel.Send(13, 0, BitConverter.GetBytes(1UL), second.Fd);
        loop.Step();
        Assert.True(first.TryConsume());                          // a running queue signals its new descriptor once
        Assert.True(second.TryConsume());
        Assert.False(first.TryConsume());
    }

    public static TheoryData<string, byte[]> BadMessages => new()
    {
        { "protocol version 2", Header(1, 2, 0) },
        { "a reply to GetFeatures", Header(1, 5, 0) },
        { "announces 4097 bytes", Header(1, 1, 4097) },
        { "announces 4294967295 bytes", Header(24, 1, uint.MaxValue) },
        { "GetFeatures has 8 bytes, expected 0", [.. Header(1, 1, 8), .. new byte[8]] },
        { "SetFeatures has 4 bytes, expected 8", [.. Header(2, 1, 4), .. new byte[4]] },
        { "SetVringAddress has 32 bytes, expected 40", [.. Header(9, 1, 32), .. new byte[32]] },
        { "GetConfig of 16 bytes has a payload of 12", [.. Header(24, 1, 12), .. VhostUserFrontend.State(0, 16), .. new byte[4]] },
        { "SetConfig of 4294967295 bytes", [.. Header(25, 1, 12), .. VhostUserFrontend.State(0, uint.MaxValue), .. new byte[4]] },
        { "there is no queue 2", [.. Header(8, 1, 8), .. VhostUserFrontend.State(2, 16)] },
        { "there is no queue 256", [.. Header(18, 1, 8), .. VhostUserFrontend.State(256, 1)] },
        { "there is no queue 255", [.. Header(12, 1, 8), .. BitConverter.GetBytes(0xFFUL)] },
        { "there is no queue 4294967295", [.. Header(11, 1, 8), .. VhostUserFrontend.State(-1, 0)] },
        { "SET_VRING_ENABLE of queue 0 carries 2", [.. Header(18, 1, 8), .. VhostUserFrontend.State(0, 2)] },
        { "SetVringKick came without its descriptor", [.. Header(12, 1, 8), .. BitConverter.GetBytes(0UL)] },
        { "GpuSetSocket came without its descriptor", Header(33, 1, 0) },
        { "AddMemoryRegion came without its descriptor", [.. Header(37, 1, 40), .. new byte[40]] },
        { "a memory table of 9 regions", [.. Header(5, 1, 8), .. VhostUserFrontend.State(9, 0)] },
        { "a memory table of 1 regions came with 8 bytes and 0", [.. Header(5, 1, 8), .. VhostUserFrontend.State(1, 0)] },
        { "size of queue 0 was changed while it runs", [.. Header(8, 1, 8), .. VhostUserFrontend.State(0, 128)] },
        { "base index of queue 0 was changed while it runs", [.. Header(10, 1, 8), .. VhostUserFrontend.State(0, 1)] },
        { "addresses of queue 0 were changed while it runs", [.. Header(9, 1, 40), .. new byte[40]] },
        { "protocol features 20000 that were not offered", [.. Header(16, 1, 8), .. BitConverter.GetBytes(0x20000UL)] },
        { "request 6 is not built", [.. Header(6, 1, 16), .. new byte[16]] },
        { "request 999 is not built", Header(999, 1, 0) },
    };

    [Theory]
    [MemberData(nameof(BadMessages))]
    public void Bad_message_ends_the_session_with_a_reason(string reason, byte[] message)
    {
        using Loopback loop = Loopback.Started();
        loop.Front.Channel.Socket.SendAll(message);
        var error = Assert.Throws<VhostProtocolException>(loop.Step);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        loop.Session.Dispose();
        Assert.Equal(["stop 0", "stop 1", "reset"], loop.Device.Events.TakeLast(3));
    }

    [Fact]
    public void Unknown_request_that_wants_an_acknowledgement_gets_a_refusal()
    {
        using Loopback loop = Loopback.Started();
        Assert.False(loop.Front.TryAcknowledged(6, new byte[16], []));
        Assert.Contains("refused request 6 is not built", loop.Device.Events);
        Assert.Equal([1], loop.Echo([1], 4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(15)]
    public void Peer_that_hangs_up_in_the_middle_of_a_message_is_an_error(int bytes)
    {
        string[] before = OpenDescriptors.List();
        Loopback loop = Loopback.Started();
        byte[] message = [.. Header(13, 1, 8), .. BitConverter.GetBytes(0UL)];
        using (var signal = new EventFd()) loop.Front.Channel.Socket.SendAll(message.AsSpan(0, bytes), [signal.Fd]);
        loop.Step();
        loop.Front.Dispose();
        var error = Assert.Throws<VhostProtocolException>(loop.Step);
        Assert.Contains($"after {bytes} bytes", error.Message, StringComparison.Ordinal);
        loop.Dispose();
        Assert.Equal(before, OpenDescriptors.List());
    }

    [Fact]
    public void Descriptors_that_a_request_does_not_expect_are_an_error_and_closed()
    {
        string[] before = OpenDescriptors.List();
        Loopback loop = Loopback.Started();
        using (var signal = new EventFd()) loop.Front.Channel.Send(1, 0, [], signal.Fd, signal.Fd);
        var error = Assert.Throws<VhostProtocolException>(loop.Step);
        Assert.Contains("2 descriptors", error.Message, StringComparison.Ordinal);
        loop.Dispose();
        Assert.Equal(before, OpenDescriptors.List());
    }

    [Fact]
    public void Nine_descriptors_are_an_error_and_closed()
    {
        string[] before = OpenDescriptors.List();
        Loopback loop = Loopback.Started();
        using (var signal = new EventFd()) loop.Front.Channel.Send(5, 0, new byte[8], [.. Enumerable.Repeat(signal.Fd, 9)]);
        var error = Assert.Throws<VhostProtocolException>(loop.Step);
        Assert.Contains("more than 8 descriptors", error.Message, StringComparison.Ordinal);
        loop.Dispose();
        Assert.Equal(before, OpenDescriptors.List());
    }

    [Fact]
    public void Display_socket_that_is_no_socket_is_refused()
    {
        using Loopback loop = Loopback.Started();
        using var signal = new EventFd();
        Assert.False(loop.Front.TryAcknowledged(33, [], [signal.Fd]));
        Assert.Contains(loop.Device.Events, e => e.StartsWith("refused GpuSetSocket carries no usable socket", StringComparison.Ordinal));
    }

    [Fact]
    public void Front_end_that_never_reads_replies_is_an_error_and_not_a_hang()
    {
        using Loopback loop = Loopback.Started();
        var error = Assert.Throws<VhostProtocolException>(() =>
        {
            for (int i = 0; i < 100_000; i++)
            {
                loop.Front.Channel.Socket.SendAll(Header(1, 1, 0));
                loop.Step();
            }
        });
        Assert.Contains("does not read its replies", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Random_messages_only_ever_end_in_a_protocol_error(int seed)
    {
        string[] before = OpenDescriptors.List();
        var random = new Random(seed);
        int handled = 0, refused = 0;
        for (int round = 0; round < 60; round++)
        {
            var loop = new Loopback();
            loop.Front.Realize();
            if (round % 4 == 0) loop.Front.Start();
            try
            {
                for (int i = 0; i < 40; i++, handled++) SendRandom(loop, random);
            }
            catch (Exception expected) when (expected is VhostProtocolException or FrontendException)
            {
                refused++;
            }

            loop.Dispose();
        }

        Assert.Equal(before, OpenDescriptors.List());
        Assert.True(handled > 200 && refused > 10, $"{handled} handled, {refused} sessions ended");
    }

    private static void SendRandom(Loopback loop, Random random)
    {
        (uint Code, int Size, bool HasFd)[] shapes =
        [
            (1, 0, false), (2, 8, false), (3, 0, false), (4, 0, false), (5, 40, true), (8, 8, false), (9, 40, false), (10, 8, false), (11, 8, false),
            (12, 8, true), (13, 8, true), (14, 8, true), (15, 0, false), (17, 0, false), (18, 8, false), (21, 0, true), (24, 12, false), (25, 12, false),
            (33, 0, true), (34, 0, false), (36, 0, false), (37, 40, true), (38, 40, false),
        ];
        (uint code, int size, bool hasFd) = shapes[random.Next(shapes.Length)];
        if (random.Next(100) == 0) size = random.Next(80);
        if (random.Next(50) == 0) hasFd = !hasFd;
        byte[] payload = new byte[size];
        for (int i = 0; i + 4 <= size; i += 4)
        {
            // Mostly an index of a queue, then plausible numbers, now and then anything.
            uint word = random.Next(i == 0 ? 30 : 4) switch { 3 => (uint)random.Next() & 0xFFFF000, 2 => (uint)random.Next(512), 1 => 1, _ => 0 };
            BinaryPrimitives.WriteUInt32LittleEndian(payload.AsSpan(i), word);
        }

        using var signal = new EventFd();
        int fd = code is 5 or 37 ? loop.Ram.Fd : signal.Fd;
        loop.Front.Channel.Send(code, (uint)random.Next(2) * 8, payload, hasFd ? [fd] : []);
        loop.Step();
        while (loop.Front.Channel.Socket.TryReceive(new byte[512], [], out int received, out _) && received > 0)
        {
        }
    }
}
