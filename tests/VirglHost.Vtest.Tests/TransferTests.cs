using VirglHost.Linux;

namespace VirglHost.Vtest.Tests;

/// <summary>Pixels to the host and back, inline (protocol 0) and through shared memory (protocol 2).</summary>
public sealed class TransferTests : IDisposable
{
    private const uint Texture2D = 2;
    private const uint B8G8R8A8 = 1;
    private const uint SamplerView = 1 << 3;

    private readonly RunningServer _server = new(sharedBudget: 1 << 20);

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Shared_pixels_go_to_the_host_and_come_back()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        using MemoryMapping memory = CreateShared(client, 5, 4, 2);
        byte[] pixels = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();
        pixels.CopyTo(memory.Slice(0, 32));

        client.Send(10 + 8, 14, 5, 0, 0, 0, 0, 4, 2, 1, 32, 0); // the length lies, as Mesa's does
        client.AssertAlive();
        memory.Slice(0, 32).Clear();
        client.Send(10, 13, 5, 0, 0, 0, 0, 4, 2, 1, 32, 0, 2, 7, 5, 1);

        Assert.Equal([1u, 7u, 0u], client.Receive(3));
        Assert.Equal(pixels, memory.Slice(0, 32).ToArray());
    }

    [Fact]
    public void Shared_box_is_written_at_its_offset_only()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        using MemoryMapping memory = CreateShared(client, 5, 4, 2);
        memory.Slice(0, 32).Fill(0x11);
        client.Send(10, 14, 5, 0, 0, 0, 0, 4, 2, 1, 32, 0);
        client.AssertAlive();
        memory.Slice(0, 32).Fill(0xee);

        client.Send(10, 13, 5, 0, 1, 1, 0, 2, 1, 1, 8, 20, 2, 7, 5, 1); // the box's first texel is 20 bytes into the memory

        client.Receive(3);
        byte[] expected = new byte[32];
        Array.Fill(expected, (byte)0xee);
        Array.Fill(expected, (byte)0x11, 20, 8);
        Assert.Equal(expected, memory.Slice(0, 32).ToArray());
    }

    [Fact]
    public void Inline_pixels_go_to_the_host_and_come_back()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        client.Send(10, 2, 5, Texture2D, B8G8R8A8, SamplerView, 4, 2, 1, 1, 0, 0);
        byte[] pixels = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();

        client.Send(11 + 8, 5, 5, 0, 16, 0, 0, 0, 0, 4, 2, 1, 32);
        client.SendRaw(pixels);
        client.Send(11, 4, 5, 0, 16, 0, 0, 0, 0, 4, 2, 1, 32);

        Assert.Equal(pixels, client.ReceiveRaw(32));
        client.AssertAlive();
    }

    [Fact]
    public void Inline_read_of_a_box_outside_the_resource_still_gets_its_bytes()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        client.Send(10, 2, 5, Texture2D, B8G8R8A8, SamplerView, 4, 2, 1, 1, 0, 0);

        client.Send(11, 4, 5, 0, 16, 0, 0, 0, 0, 4, 3, 1, 48);

        Assert.Equal(new byte[48], client.ReceiveRaw(48));
        client.AssertAlive();
        Assert.Contains("TRANSFER_GET of resource 5", _server.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 5, 2)]
    [InlineData(3, 0, 2, 1)]
    [InlineData(0, 0, 0x8000_0000, 1)]
    [InlineData(0xffff_ffff, 0, 2, 1)]
    public void Shared_box_outside_the_resource_is_refused_and_survived(uint x, uint y, uint width, uint height)
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        using MemoryMapping memory = CreateShared(client, 5, 4, 2);

        client.Send(10, 14, 5, 0, x, y, 0, width, height, 1, 32, 0);
        client.Send(10, 13, 5, 0, x, y, 0, width, height, 1, 32, 0);

        client.AssertAlive();
        Assert.Contains("TRANSFER_PUT2 of resource 5", _server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_read_past_the_memory_is_hung_up_on()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        using MemoryMapping memory = CreateShared(client, 5, 4, 2);

        client.Send(10, 13, 5, 0, 0, 0, 0, 4, 2, 1, 32, 32);

        Assert.True(client.IsHungUpOn());
    }

    [Theory]
    [InlineData(4, 11)]
    [InlineData(5, 11)]
    [InlineData(13, 10)]
    [InlineData(14, 10)]
    public void Transfer_with_an_unknown_resource_is_hung_up_on(uint command, int count)
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send([(uint)count, command, 99, .. new uint[count - 1]]);

        Assert.True(client.IsHungUpOn());
    }

    [Fact]
    public void Shared_memory_beyond_the_budget_is_refused_and_returned_memory_counts_again()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        client.Send(11, 12, 1, 0, 64, 1 << 4, 64, 1, 1, 1, 0, 0, 1 << 20);
        client.ReceiveMapping(1 << 20).Dispose();
        client.Send(1, 3, 1);
        client.Send(11, 12, 2, 0, 64, 1 << 4, 64, 1, 1, 1, 0, 0, 1 << 20);
        client.ReceiveMapping(1 << 20).Dispose();

        client.Send(11, 12, 3, 0, 64, 1 << 4, 64, 1, 1, 1, 0, 0, 1);

        Assert.True(client.IsHungUpOn());
    }

    [Fact]
    public void Shared_memory_cannot_be_shrunk_by_the_client()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        client.Send(11, 12, 5, Texture2D, B8G8R8A8, SamplerView, 4, 2, 1, 1, 0, 0, 32);
        using FileStream file = client.ReceiveFile();

        Assert.Throws<UnauthorizedAccessException>(() => file.SetLength(0)); // EPERM of the seal
        client.AssertAlive();
    }

    private static MemoryMapping CreateShared(FakeClient client, uint handle, uint width, uint height)
    {
        uint size = width * height * 4;
        client.Send(11, 12, handle, Texture2D, B8G8R8A8, SamplerView, width, height, 1, 1, 0, 0, size);
        return client.ReceiveMapping((int)size);
    }
}
