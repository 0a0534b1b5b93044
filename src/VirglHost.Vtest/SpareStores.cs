namespace VirglHost.Vtest;

/// <summary>
/// Small shared memory that one client has let go of, kept for its next resource of the same size. Mesa makes and drops a resource of 8 bytes for each
/// fence, several in a frame; without this each costs a file, a mapping and their end. Nothing passes from one client to another.
/// </summary>
internal sealed class SpareStores : IDisposable
{
    private const int LargestInBytes = 4096;

    /// <summary>Most stores whose file stays open, in use or spare: descriptors are what a process runs out of first.</summary>
    private const int Most = 32;

    private readonly List<SharedMemoryStore> _spares = new(Most);
    private int _used;

    /// <summary>A store of exactly this size, all zero: a spare one, or a new one.</summary>
    /// <param name="resourceId">The resource it is for.</param>
    /// <param name="lengthInBytes">Its size, greater than 0.</param>
    public SharedMemoryStore Take(uint resourceId, uint lengthInBytes)
    {
        for (int i = _spares.Count - 1; i >= 0; i--)
        {
            SharedMemoryStore store = _spares[i];
            if (store.LengthInBytes != lengthInBytes)
                continue;
            _spares.RemoveAt(i);
            _used++;
            store.Clear();
            return store;
        }

        SharedMemoryStore made = new(resourceId, lengthInBytes) { KeepsFile = lengthInBytes <= LargestInBytes && MakeRoom() };
        _used += made.KeepsFile ? 1 : 0;
        return made;
    }

    /// <summary>Keeps a store that no resource uses any more, or ends it.</summary>
    public void Put(SharedMemoryStore store)
    {
        if (store.KeepsFile)
        {
            _used--;
            _spares.Add(store);
        }
        else
        {
            store.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SharedMemoryStore store in _spares)
            store.Dispose();
        _spares.Clear();
    }

    /// <summary>Whether one file more may stay open; the spare one that waited longest goes for it.</summary>
    private bool MakeRoom()
    {
        if (_used + _spares.Count < Most)
            return true;
        if (_spares.Count == 0)
            return false;
        _spares[0].Dispose();
        _spares.RemoveAt(0);
        return true;
    }
}
