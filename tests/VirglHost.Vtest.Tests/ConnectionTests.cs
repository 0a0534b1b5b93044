using System.Buffers.Binary;
using VirglHost.Linux;

namespace VirglHost.Vtest.Tests;

/// <summary>The byte side of a client, over a real socket pair.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly UnixSocket _client;
    private readonly VtestConnection _connection;

    public ConnectionTests()
    {
        (UnixSocket server, _client) = UnixSocket.Pair();
        _connection = new VtestConnection(server);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _client.Dispose();
    }

    [Fact]
    public void Header_arrives_in_single_bytes_and_is_put_together()
    {
        byte[] header = [0x03, 0, 0, 0, 0x06, 0, 0, 0];
        Thread sender = new(() =>
        {
            foreach (byte b in header)
                _client.SendAll([b]);
        });
        sender.Start();

        Assert.True(_connection.TryReadHeader(out uint length, out uint command));
        sender.Join();
        Assert.Equal(3u, length);
        Assert.Equal(6u, command);
    }

    [Fact]
    public void Header_of_a_client_that_left_is_a_normal_end()
    {
        _client.Dispose();

        Assert.False(_connection.TryReadHeader(out _, out _));
    }

    [Fact]
    public void Half_a_header_is_an_error()
    {
        _client.SendAll([1, 0, 0]);
        _client.Dispose();

        Assert.Throws<VtestProtocolException>(() => _connection.TryReadHeader(out _, out _));
    }

    [Fact]
    public void Promised_gigabyte_that_never_comes_allocates_little()
    {
        _client.SendAll(new byte[1000]);
        _client.Dispose();
        byte[] storage = [];

        Assert.Throws<VtestProtocolException>(() => { _connection.ReadGrowing(ref storage, 1 << 30); });
        Assert.InRange(storage.Length, 1000, 1 << 17);
    }

    [Fact]
    public void Long_payload_grows_to_exactly_what_was_promised()
    {
        byte[] sent = new byte[300_000];
        new Random(1).NextBytes(sent);
        Thread sender = new(() => _client.SendAll(sent));
        sender.Start();
        byte[] storage = [];

        Span<byte> got = _connection.ReadGrowing(ref storage, sent.Length);

        Assert.True(got.SequenceEqual(sent));
        sender.Join();
    }

    [Fact]
    public void Stop_ends_a_wait_for_a_silent_client()
    {
        Thread stopper = new(() => _connection.Stop());
        stopper.Start();

        Assert.Throws<OperationCanceledException>(() => _connection.TryReadHeader(out _, out _));
        stopper.Join();
    }

    [Fact]
    public void Stop_ends_a_reply_to_a_client_that_does_not_read()
    {
        Thread stopper = new(() => _connection.Stop());
        stopper.Start();

        Assert.Throws<OperationCanceledException>(() =>
        {
            for (int i = 0; i < 1000; i++)
                _connection.SendBytes(new byte[65536]);
        });
        stopper.Join();
    }

    [Fact]
    public void Descriptor_that_nobody_asked_for_is_an_error()
    {
        using EventFd gift = new();
        _client.SendAll(new byte[8], [gift.Fd]);

        Assert.Throws<LinuxException>(() => _connection.TryReadHeader(out _, out _));
    }

    [Fact]
    public void Reply_is_little_endian_words()
    {
        _connection.SendWords(1, 11, 0x01020304);

        byte[] got = new byte[12];
        Assert.True(_client.ReceiveExactly(got));
        Assert.Equal([1, 0, 0, 0, 11, 0, 0, 0, 4, 3, 2, 1], got);
        Assert.Equal(0x01020304u, BinaryPrimitives.ReadUInt32LittleEndian(got.AsSpan(8)));
    }

    [Fact]
    public void Descriptor_travels_with_one_zero_byte()
    {
        using Memfd file = new("test", 4096);
        _connection.SendDescriptor(file.Fd);

        byte[] bytes = new byte[4];
        int[] fds = new int[2];
        int count = _client.Receive(bytes, fds, out int fdCount);

        Assert.Equal(1, count);
        Assert.Equal(0, bytes[0]);
        Assert.Equal(1, fdCount);
        using MemoryMapping mapping = MemoryMapping.Map(fds[0], 0, 4096);
        Assert.Equal(4096, mapping.Length);
    }
}
