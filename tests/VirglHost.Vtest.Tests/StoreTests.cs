using VirglHost.Linux;

namespace VirglHost.Vtest.Tests;

public sealed class StoreTests
{
    [Fact]
    public void Shared_memory_shows_the_bytes_of_the_other_side()
    {
        using SharedMemoryStore store = new(7, 100);
        using MemoryMapping client = MemoryMapping.Map(store.Fd, 0, 100);
        store.FileSent();

        client.Slice(98, 2)[1] = 0xab;
        store.Write(0, [1, 2, 3]);

        byte[] last = new byte[2];
        store.Read(98, last);
        Assert.Equal([0, 0xab], last);
        Assert.Equal([1, 2, 3], client.Slice(0, 3).ToArray());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(100, 1)]
    [InlineData(99, 2)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(0, -1)]
    public void Shared_memory_gives_no_span_outside_itself(long offset, int length)
    {
        using SharedMemoryStore store = new(7, 100);

        Assert.False(store.TryGetSpan(offset, length, out _));
    }

    [Fact]
    public void Shared_memory_refuses_a_read_past_its_end()
    {
        using SharedMemoryStore store = new(7, 100);

        Assert.Throws<ArgumentOutOfRangeException>(() => store.Read(99, new byte[2]));
    }

    [Fact]
    public void Scratch_reads_zero_where_nothing_was_written()
    {
        ScratchStore store = new();
        store.Clear(1 << 30);
        store.Write(10, [5]);

        byte[] got = new byte[4];
        store.Read(9, got);

        Assert.Equal([0, 5, 0, 0], got);
        Assert.Equal(11, store.Filled.Length);
        Assert.Equal(1 << 30, store.LengthInBytes);
    }

    [Fact]
    public void Scratch_forgets_the_transfer_before()
    {
        ScratchStore store = new();
        store.Clear(4);
        store.Write(0, [1, 2, 3, 4]);
        store.Clear(4);

        byte[] got = new byte[4];
        store.Read(0, got);

        Assert.Equal([0, 0, 0, 0], got);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(4, 1)]
    [InlineData(2, 3)]
    public void Scratch_refuses_a_write_outside_itself(long offset, int length)
    {
        ScratchStore store = new();
        store.Clear(4);

        Assert.Throws<ArgumentOutOfRangeException>(() => store.Write(offset, new byte[length]));
        Assert.False(store.TryGetSpan(offset, length, out _));
    }
}
