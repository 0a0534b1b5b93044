namespace VirglHost.Vtest;

/// <summary>
/// Small shared memory that one client has let go of, kept for its next resource of the same size. Mesa makes a resource of 8 bytes for each fence and drops it a
/// second later; without this each costs a file, a mapping and their end. Nothing passes from one client to another.
/// </summary>
/// <param name="descriptors">What all clients together may hold open.</param>
internal sealed class SpareStores(SpareDescriptors descriptors) : IDisposable
{
    private const int LargestInBytes = 4096;

    /// <summary>Most stores of one client whose file stays open, in use or spare: a second's worth of frames.</summary>
    private const int Most = 2048;

    private readonly Dictionary<long, Stack<SharedMemoryStore>> _spares = [];
    private int _kept;
    private int _spareCount;

    /// <summary>A store of exactly this size, all zero: a spare one, or a new one.</summary>
    /// <param name="resourceId">The resource it is for.</param>
    /// <param name="lengthInBytes">Its size, greater than 0.</param>
    public SharedMemoryStore Take(uint resourceId, uint lengthInBytes)
    {
        if (_spares.TryGetValue(lengthInBytes, out Stack<SharedMemoryStore>? same) && same.TryPop(out SharedMemoryStore? store))
        {
            _spareCount--;
            store.Clear();
            return store;
        }

        bool isKept = lengthInBytes <= LargestInBytes && MakeRoom();
        try
        {
            return new SharedMemoryStore(resourceId, lengthInBytes) { KeepsFile = isKept };
        }
        catch when (isKept)
        {
            Forget();
            throw;
        }
    }

    /// <summary>Keeps a store that no resource uses any more, or ends it.</summary>
    public void Put(SharedMemoryStore store)
    {
        if (!store.KeepsFile)
        {
            store.Dispose();
            return;
        }

        if (!_spares.TryGetValue(store.LengthInBytes, out Stack<SharedMemoryStore>? same))
        {
            same = new Stack<SharedMemoryStore>();
            _spares.Add(store.LengthInBytes, same);
        }

        same.Push(store);
        _spareCount++;
    }

    /// <summary>Ends a store whether it may be kept or not.</summary>
    public void End(SharedMemoryStore store)
    {
        if (store.KeepsFile)
            Forget();
        store.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => EndSpares();

    /// <summary>Whether one file more may stay open; all spare ones go for it, so that sizes nobody asks for again do not hold the room.</summary>
    private bool MakeRoom()
    {
        if (_kept == Most && _spareCount != 0)
            EndSpares();
        if (_kept == Most || !descriptors.TryTake())
            return false;
        _kept++;
        return true;
    }

    private void EndSpares()
    {
        foreach (Stack<SharedMemoryStore> same in _spares.Values)
        {
            while (same.TryPop(out SharedMemoryStore? store))
                End(store);
        }

        _spares.Clear();
        _spareCount = 0;
    }

    private void Forget()
    {
        _kept--;
        descriptors.Return();
    }
}
