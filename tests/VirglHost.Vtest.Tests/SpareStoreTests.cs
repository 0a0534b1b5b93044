using VirglHost.Linux;

namespace VirglHost.Vtest.Tests;

public sealed class SpareStoreTests : IDisposable
{
    private readonly SpareStores _spares = new();

    public void Dispose() => _spares.Dispose();

    [Fact]
    public void Store_let_go_of_comes_back_for_the_same_size_with_its_file_and_without_its_bytes()
    {
        SharedMemoryStore first = _spares.Take(1, 8);
        first.FileSent();
        first.Write(0, [1, 2, 3, 4, 5, 6, 7, 8]);
        _spares.Put(first);

        using SharedMemoryStore other = _spares.Take(2, 16);
        using SharedMemoryStore again = _spares.Take(3, 8);

        Assert.NotSame(first, other);
        Assert.Same(first, again);
        byte[] bytes = new byte[8];
        again.Read(0, bytes);
        Assert.Equal(new byte[8], bytes);
        using MemoryMapping client = MemoryMapping.Map(again.Fd, 0, 8);
        client.Slice(0, 1)[0] = 9;
        again.Read(0, bytes);
        Assert.Equal(9, bytes[0]);
    }

    [Fact]
    public void Store_of_more_than_a_page_is_never_kept()
    {
        SharedMemoryStore large = _spares.Take(1, 4097);
        large.FileSent();
        Assert.Throws<ObjectDisposedException>(() => large.Fd);
        _spares.Put(large);

        using SharedMemoryStore next = _spares.Take(2, 4097);

        Assert.NotSame(large, next);
    }

    [Fact]
    public void Files_that_stay_open_are_few_however_many_stores_are_in_use()
    {
        SharedMemoryStore[] stores = [.. Enumerable.Range(1, 100).Select(id => _spares.Take((uint)id, 8))];
        foreach (SharedMemoryStore store in stores)
            store.FileSent();

        Assert.Equal(32, stores.Count(store => store.KeepsFile));
        foreach (SharedMemoryStore store in stores)
            _spares.Put(store);
    }

    [Fact]
    public void Spare_of_a_size_that_nobody_asks_for_makes_room()
    {
        SharedMemoryStore[] odd = [.. Enumerable.Range(1, 32).Select(size => _spares.Take(1, (uint)size * 16))];
        foreach (SharedMemoryStore store in odd)
            _spares.Put(store);
        SharedMemoryStore wanted = _spares.Take(1, 8);
        _spares.Put(wanted);

        using SharedMemoryStore again = _spares.Take(2, 8);

        Assert.Same(wanted, again);
    }
}
