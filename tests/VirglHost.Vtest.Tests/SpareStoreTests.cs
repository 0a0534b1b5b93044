using VirglHost.Linux;

namespace VirglHost.Vtest.Tests;

public sealed class SpareStoreTests : IDisposable
{
    private readonly SpareDescriptors _descriptors = new(40);
    private readonly SpareStores _spares;

    public SpareStoreTests() => _spares = new SpareStores(_descriptors);

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
    public void Files_that_stay_open_are_as_many_as_all_clients_together_may_have()
    {
        using SpareStores other = new(_descriptors);
        SharedMemoryStore[] stores = [.. Enumerable.Range(1, 30).Select(id => _spares.Take((uint)id, 8))];
        SharedMemoryStore[] others = [.. Enumerable.Range(1, 30).Select(id => other.Take((uint)id, 8))];

        Assert.Equal((30, 10), (stores.Count(store => store.KeepsFile), others.Count(store => store.KeepsFile)));
        foreach (SharedMemoryStore store in stores)
            _spares.End(store);
        foreach (SharedMemoryStore store in others)
            other.Put(store);
        SharedMemoryStore next = other.Take(1, 16);
        Assert.True(next.KeepsFile);
        other.Put(next);
    }

    [Fact]
    public void Client_that_leaves_gives_its_descriptors_back()
    {
        using (SpareStores leaving = new(_descriptors))
        {
            for (uint id = 1; id <= 40; id++)
                leaving.Put(leaving.Take(id, id * 8));
            Assert.False(_descriptors.TryTake());
        }

        Assert.Equal(40, Enumerable.Range(0, 100).Count(_ => _descriptors.TryTake()));
    }

    [Fact]
    public void Client_holds_no_more_than_its_share_and_spares_of_other_sizes_make_room()
    {
        using SpareStores greedy = new(new SpareDescriptors(10_000));
        for (uint size = 1; size <= 2048; size++)
            greedy.Put(greedy.Take(1, size));

        SharedMemoryStore wanted = greedy.Take(1, 3000);

        Assert.True(wanted.KeepsFile);
        greedy.Put(wanted);
        using SharedMemoryStore again = greedy.Take(2, 3000);
        Assert.Same(wanted, again);
    }
}
