using VirglHost.CommandStream;
using VirglHost.Linux;

namespace VirglHost.Vtest.Tests;

/// <summary>Protocols 3 and 4: ids of the server's choosing, parameters, capsets by number, blobs, timeline syncs and batches.</summary>
public sealed class VersionThreeTests : IDisposable
{
    private readonly RunningServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Resource_gets_an_id_and_its_memory()
    {
        using FakeClient client = Client();

        client.Send(11, 12, 0, 2, 1, 2, 4, 4, 1, 1, 0, 0, 64);
        Assert.Equal([1u, 12u, 1u], client.Receive(3));
        using MemoryMapping memory = client.ReceiveMapping(64);
        client.Send(10, 2, 0, 2, 1, 2, 4, 4, 1, 1, 0, 0);
        Assert.Equal([1u, 2u, 2u], client.Receive(3));

        memory.Slice(0, 64).Fill(0x5A);
        client.Send(10, 14, 1, 0, 0, 0, 0, 4, 4, 1, 64, 0);
        client.Send(2, 7, 1, 1);
        Assert.Equal([1u, 7u, 0u], client.Receive(3));
        memory.Slice(0, 64).Clear();
        client.Send(10, 13, 1, 0, 0, 0, 0, 4, 4, 1, 64, 0);
        client.Send(2, 7, 1, 1);
        client.Receive(3);
        Assert.Equal(0x5A, memory.Slice(63, 1)[0]);
    }

    [Fact]
    public void Handle_of_the_clients_choosing_is_hung_up_on()
    {
        using FakeClient client = Client();
        client.Send(10, 2, 7, 2, 1, 2, 4, 4, 1, 1, 0, 0);
        Assert.True(client.IsHungUpOn());
    }

    [Theory]
    [InlineData(1, 1, 64)]
    [InlineData(2, 0, 0)]
    [InlineData(99, 0, 0)]
    public void Parameter_says_whether_it_is_known(uint parameter, uint valid, uint value)
    {
        using FakeClient client = Client();
        client.Send(1, 15, parameter);
        Assert.Equal([2u, 15u, valid, value], client.Receive(4));
    }

    [Theory]
    [InlineData(1, 1, 308)]
    [InlineData(2, 2, 1408)]
    [InlineData(2, 3, 0)]
    [InlineData(4, 0, 0)]
    public void Capset_is_there_or_said_not_to_be(uint capset, uint version, int size)
    {
        using FakeClient client = Client();
        client.Send(2, 16, capset, version);
        Assert.Equal([1u + (uint)size / 4, 16u, size == 0 ? 0u : 1u], client.Receive(3));
        Assert.Equal(size == 0 ? 0 : (int)capset, size == 0 ? 0 : client.ReceiveRaw(size)[0]);
        client.AssertAlive();
    }

    [Theory]
    [InlineData(new uint[] { 2, 2 }, false)]
    [InlineData(new uint[] { 2, 1 }, true)]
    [InlineData(new uint[] { 4 }, true)]
    [InlineData(new uint[] { 0 }, true)]
    public void Context_speaks_one_capset(uint[] capsets, bool isHungUpOn)
    {
        using FakeClient client = Client();
        foreach (uint capset in capsets)
            client.Send(1, 17, capset);
        if (isHungUpOn)
            Assert.True(client.IsHungUpOn());
        else
            client.AssertAlive();
    }

    [Fact]
    public void Blob_is_memory_that_copies_read()
    {
        using FakeClient client = Client();
        client.Send(6, 18, 1, 1, 4096, 0, 0, 0);
        Assert.Equal([1u, 18u, 1u], client.Receive(3));
        using MemoryMapping blob = client.ReceiveMapping(4096);
        client.Send(11, 12, 0, 0, 64, 16, 64, 1, 1, 1, 0, 0, 64);
        Assert.Equal([1u, 12u, 2u], client.Receive(3));
        using MemoryMapping buffer = client.ReceiveMapping(64);

        blob.Slice(100, 4).Fill(0x77);
        client.Send(15, 6, 14 << 16 | (uint)VirglOpcode.CopyTransfer3D, 2, 0, 0, 0, 0, 8, 0, 0, 4, 1, 1, 1, 100, 0);
        client.Send(10, 13, 2, 0, 0, 0, 0, 64, 1, 1, 64, 0);
        client.Send(2, 7, 2, 1);
        client.Receive(3);

        Assert.Equal([0, 0x77, 0x77, 0x77, 0x77, 0], buffer.Slice(7, 6).ToArray());
    }

    [Fact]
    public void Mapped_buffer_is_seen_by_both_sides_without_transfers()
    {
        using FakeClient client = Client();
        client.Send(SubmitOf(PipeResourceCreate(4096, flags: 6, blobId: 9)));
        client.Send(6, 18, 2, 1, 4096, 0, 9, 0);
        Assert.Equal([1u, 18u, 1u], client.Receive(3));
        using MemoryMapping mapped = client.ReceiveMapping(4096);
        client.Send(11, 12, 0, 0, 64, 16, 64, 1, 1, 1, 0, 0, 64);
        Assert.Equal([1u, 12u, 2u], client.Receive(3));
        using MemoryMapping buffer = client.ReceiveMapping(64);

        mapped.Slice(100, 4).Fill(0x77);
        client.Send(SubmitOf(CopyRegion(to: 2, toX: 8, from: 1, fromX: 100, length: 4)));
        client.Send(10, 13, 2, 0, 0, 0, 0, 64, 1, 1, 64, 0);
        client.Send(SubmitOf(CopyRegion(to: 1, toX: 2000, from: 2, fromX: 8, length: 4)));
        client.Send(2, 7, 2, 1);
        client.Receive(3);

        Assert.Equal([0, 0x77, 0x77, 0x77, 0x77, 0], buffer.Slice(7, 6).ToArray());
        Assert.Equal([0, 0x77, 0x77, 0x77, 0x77, 0], mapped.Slice(1999, 6).ToArray());
        client.Send(1, 3, 1);
        client.AssertAlive();
        Assert.Equal(0x77, mapped.Slice(2000, 1)[0]);
    }

    [Theory]
    [InlineData(4096u, 0u, 4096u, 9u)]
    [InlineData(8192u, 6u, 4096u, 9u)]
    [InlineData(4096u, 6u, 4096u, 8u)]
    public void Mapped_buffer_that_was_not_described_so_is_hung_up_on(uint width, uint flags, uint size, uint blobId)
    {
        using FakeClient client = Client();
        client.Send(SubmitOf(PipeResourceCreate(width, flags, blobId: 9)));
        client.Send(6, 18, 2, 1, size, 0, blobId, 0);
        Assert.True(client.IsHungUpOn());
    }

    [Fact]
    public void Mapped_buffers_count_against_the_clients_memory_until_they_go()
    {
        using RunningServer server = new(sharedBudget: 8192);
        using FakeClient client = FakeClient.Introduced(server.Path);
        client.Send(1, 11, 3);
        client.Receive(3);
        for (uint i = 0; i < 5; i++)
        {
            client.Send(SubmitOf(PipeResourceCreate(8192, flags: 6, blobId: 9)));
            client.Send(6, 18, 2, 1, 8192, 0, 9, 0);
            uint id = client.Receive(3)[2];
            client.ReceiveMapping(8192).Dispose();
            client.Send(1, 3, id);
        }

        client.Send(6, 18, 1, 1, 4096, 0, 0, 0);
        client.Receive(3);
        client.ReceiveMapping(4096).Dispose();
        client.Send(SubmitOf(PipeResourceCreate(8192, flags: 6, blobId: 9)));
        client.Send(6, 18, 2, 1, 8192, 0, 9, 0);
        Assert.True(client.IsHungUpOn());
    }

    [Theory]
    [InlineData(2u, 4096u, 0u)]
    [InlineData(9u, 4096u, 0u)]
    [InlineData(1u, 0u, 0u)]
    [InlineData(1u, 4096u, 1u)]
    [InlineData(1u, uint.MaxValue, 0u)]
    public void Blob_that_cannot_be_had_is_hung_up_on(uint kind, uint low, uint high)
    {
        using FakeClient client = Client();
        client.Send(6, 18, kind, 1, low, high, 0, 0);
        Assert.True(client.IsHungUpOn());
    }

    [Fact]
    public void Syncs_hold_values_and_descriptors_wait_for_them()
    {
        using FakeClient client = Client();
        client.Send(2, 19, 5, 1);
        Assert.Equal([1u, 19u, 1u], client.Receive(3));
        client.Send(2, 19, 0, 0);
        Assert.Equal([1u, 19u, 2u], client.Receive(3));
        client.Send(1, 21, 1);
        Assert.Equal([2u, 21u, 5u, 1u], client.Receive(4));

        client.Send(8, 23, 0, 1000, 1, 5, 1, 2, 7, 0);
        Assert.Equal([0u, 23u], client.Receive(2));
        using FileStream all = client.ReceiveFile();
        client.Send(8, 23, 1, 1000, 1, 5, 1, 2, 7, 0);
        client.Receive(2);
        using FileStream any = client.ReceiveFile();
        Assert.Equal((false, true), (IsReadable(all), IsReadable(any)));

        client.Send(3, 22, 2, 6, 0);
        client.AssertAlive();
        Assert.False(IsReadable(all));
        client.Send(3, 22, 2, 8, 0);
        client.AssertAlive();
        Assert.True(IsReadable(all));
        client.Send(1, 20, 1);
        client.Send(1, 20, 1);
        client.AssertAlive();
        client.Send(1, 21, 1);
        Assert.True(client.IsHungUpOn());
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    public void Batches_run_and_set_their_syncs(uint flags)
    {
        using FakeClient client = Client();
        client.Send(2, 19, 0, 0);
        client.Receive(3);
        // One batch of CREATE_SUB_CTX 1, then sync 1 := 9.
        client.Send(14, 24, 1, flags, 9, 2, 11, 1, 63, 0, 0, 1 << 16 | (uint)VirglOpcode.CreateSubContext, 1, 1, 9, 0);
        client.Send(1, 21, 1);
        Assert.Equal([2u, 21u, 9u, 0u], client.Receive(4));
    }

    [Theory]
    [InlineData(2u, 0u, 9u, 0u, 9u, 0u, 0u)]
    [InlineData(uint.MaxValue, 0u, 9u, 0u, 9u, 0u, 0u)]
    [InlineData(1u, 0u, 9u, 1u, 9u, 0u, 0u)]
    [InlineData(1u, 0u, uint.MaxValue, uint.MaxValue, 9u, 0u, 0u)]
    [InlineData(1u, 0u, 9u, 0u, 9u, uint.MaxValue, 0u)]
    [InlineData(1u, 0u, 9u, 0u, 7u, 1u, 0u)]
    [InlineData(1u, 1u, 9u, 0u, 9u, 0u, 64u)]
    [InlineData(1u, 2u, 9u, 0u, 9u, 0u, 0u)]
    [InlineData(1u, 8u, 9u, 0u, 9u, 0u, 0u)]
    public void Batches_that_leave_their_payload_are_hung_up_on(uint count, uint flags, uint words, uint wordCount, uint syncs, uint syncCount, uint ring)
    {
        using FakeClient client = Client();
        client.Send(9, 24, count, flags, words, wordCount, syncs, syncCount, ring, 0, 0);
        Assert.True(client.IsHungUpOn());
    }

    [Theory]
    [InlineData(1u)]
    [InlineData(4u)]
    [InlineData(uint.MaxValue)]
    public void Sync_wait_of_a_length_that_is_none_is_hung_up_on(uint length)
    {
        using FakeClient client = Client();
        client.Send(length, 23, 0, 0, 0, 0);
        Assert.True(client.IsHungUpOn());
    }

    [Theory]
    [InlineData(25u, "DRM device")]
    [InlineData(31u, "DRM device")]
    [InlineData(37u, "DRM device")]
    [InlineData(38u, "RESOURCE_EXPORT_FD")]
    [InlineData(39u, "unknown command")]
    public void Command_that_needs_a_device_is_hung_up_on_and_told_in_the_log(uint command, string reason)
    {
        using FakeClient client = Client(version: 4);
        client.Send(1, command, 0);
        Assert.True(client.IsHungUpOn());
        Assert.Contains(reason, _server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Protocol_four_is_protocol_three_without_a_device()
    {
        using FakeClient client = Client(version: 4);
        client.Send(1, 15, 2);
        Assert.Equal([2u, 15u, 0u, 0u], client.Receive(4));
        client.Send(10, 2, 0, 2, 1, 2, 4, 4, 1, 1, 0, 0);
        Assert.Equal([1u, 2u, 1u], client.Receive(3));
        client.Send(9, 24, 1, 0, 9, 0, 9, 0, 0, 0, 0);
        client.AssertAlive();
    }

    [Theory]
    [InlineData(3u, false)]
    [InlineData(4u, true)]
    public void Sync_objects_of_a_batch_are_read_from_protocol_four_on(uint version, bool isHungUpOn)
    {
        using FakeClient client = Client(version);
        client.Send(9, 24, 1, 0, 9, 0, 9, 0, 0, 0, 1);
        if (isHungUpOn)
            Assert.True(client.IsHungUpOn());
        else
            client.AssertAlive();
    }

    [Fact]
    public void Version_beyond_the_last_is_the_last()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        client.Send(1, 11, 5);
        Assert.Equal([1u, 11u, 4u], client.Receive(3));
    }

    private FakeClient Client(uint version = 3)
    {
        FakeClient client = FakeClient.Introduced(_server.Path);
        client.Send(1, 11, version);
        Assert.Equal([1u, 11u, version], client.Receive(3));
        return client;
    }

    private static uint[] SubmitOf(uint[] words) => [(uint)words.Length, 6, .. words];

    /// <summary>A vertex buffer.</summary>
    private static uint[] PipeResourceCreate(uint width, uint flags, uint blobId) =>
        [11 << 16 | (uint)VirglOpcode.CreatePipeResource, 0, 64, 16, width, 1, 1, 1, 0, 0, flags, blobId];

    private static uint[] CopyRegion(uint to, uint toX, uint from, uint fromX, uint length) =>
        [13 << 16 | (uint)VirglOpcode.ResourceCopyRegion, to, 0, toX, 0, 0, from, 0, fromX, 0, 0, length, 1, 1];

    private static bool IsReadable(FileStream eventFile)
    {
        using Epoll epoll = new();
        epoll.Add((int)eventFile.SafeFileHandle.DangerousGetHandle(), EpollInterest.Read, 1);
        return epoll.Wait(new EpollEvent[1], 0) == 1;
    }
}
