namespace VirglHost.Linux.Tests;

public sealed class MemoryTests
{
    [Fact]
    public void MemoryMapping_of_one_file_twice_shares_bytes()
    {
        using var file = new Memfd("test", 3 * 4096);
        using MemoryMapping whole = MemoryMapping.Map(file.Fd, 0, 3 * 4096);
        using MemoryMapping tail = MemoryMapping.Map(file.Fd, 4096 + 100, 4096);
        whole.Slice(4096 + 100 + 5, 1)[0] = 42;
        Assert.Equal(42, tail.Slice(5, 1)[0]);
        Assert.Equal(4096, tail.Length);
    }

    [Theory]
    [InlineData(0, 4097)]
    [InlineData(4096, 1)]
    [InlineData(4097, 1)]
    [InlineData(1, 4096)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(1, long.MaxValue)]
    public void Map_beyond_the_end_of_the_file_is_refused(long offset, long length)
    {
        using var file = new Memfd("test", 4096);
        Assert.Throws<LinuxException>(() => MemoryMapping.Map(file.Fd, offset, length).Dispose());
    }

    [Theory]
    [InlineData(0, 101)]
    [InlineData(100, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(99, 2)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(long.MinValue, 1)]
    [InlineData(0, int.MinValue)]
    public void Slice_outside_the_mapping_throws(long offset, int length)
    {
        using var file = new Memfd("test", 4096);
        using MemoryMapping mapping = MemoryMapping.Map(file.Fd, 0, 100);
        Assert.Throws<ArgumentOutOfRangeException>(() => mapping.Slice(offset, length).Length);
        Assert.Equal(0, mapping.Slice(100, 0).Length);
    }

    [Fact]
    public void Slice_after_dispose_throws()
    {
        using var file = new Memfd("test", 4096);
        MemoryMapping mapping = MemoryMapping.Map(file.Fd, 0, 4096);
        mapping.Dispose();
        mapping.Dispose();
        Assert.True(mapping.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => mapping.Slice(0, 1).Length);
    }

    [Fact]
    public void MemoryMapping_larger_than_an_int_is_reachable_at_its_end()
    {
        const long Size = 5L << 30;
        using var file = new Memfd("test", Size);            // sparse: only the touched pages exist
        using MemoryMapping mapping = MemoryMapping.Map(file.Fd, 0, Size);
        mapping.Slice(Size - 1, 1)[0] = 9;
        using MemoryMapping last = MemoryMapping.Map(file.Fd, Size - 1, 1);
        Assert.Equal(9, last.Slice(0, 1)[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData((2 << 20) + 1)]
    public void Allocated_memory_is_zero_to_its_end_and_belongs_to_nobody_else(long length)
    {
        using MemoryMapping first = MemoryMapping.Allocate(length), second = MemoryMapping.Allocate(length);
        Assert.Equal(length, first.Length);
        Assert.True(first.Slice(0, (int)length).IndexOfAnyExcept((byte)0) < 0);
        first.Slice(0, (int)length).Fill(7);
        Assert.True(second.Slice(0, (int)length).IndexOfAnyExcept((byte)0) < 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => first.Slice(length, 1).Clear());
        if (length >= 2 << 20) Assert.Equal(0, first.Address % (2 << 20));
    }

    [Fact]
    public void Memory_that_nobody_can_have_is_refused()
        => Assert.Throws<LinuxException>(() => MemoryMapping.Allocate(long.MaxValue).Dispose());

    [Fact]
    public void Memfd_cannot_be_shrunk_by_who_received_it()
    {
        using var file = new Memfd("test", 8192);
        using var stream = new FileStream($"/proc/self/fd/{file.Fd}", FileMode.Open, FileAccess.ReadWrite);
        Assert.ThrowsAny<Exception>(() => stream.SetLength(0));
        Assert.Equal(8192, FileDescriptor.GetIdentity(file.Fd).LengthInBytes);
    }

    [Fact]
    public void FileIdentity_is_equal_for_duplicates_and_differs_between_files()
    {
        using var a = new Memfd("a", 4096);
        using var b = new Memfd("a", 4096);
        Assert.Equal(FileDescriptor.GetIdentity(a.Fd), FileDescriptor.GetIdentity(a.Fd));
        Assert.NotEqual(FileDescriptor.GetIdentity(a.Fd), FileDescriptor.GetIdentity(b.Fd));
    }
}
