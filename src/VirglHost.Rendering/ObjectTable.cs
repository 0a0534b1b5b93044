using VirglHost.CommandStream;

namespace VirglHost.Rendering;

/// <summary>The objects of one sub-context: one namespace of handles for all types.</summary>
internal sealed class ObjectTable(GlSession session, int limit)
{
    private readonly Dictionary<uint, GuestObject> _objects = [];

    /// <summary>Number of objects.</summary>
    public int Count => _objects.Count;

    /// <summary>Takes over the creator's reference to <paramref name="created"/>; an object that already has the handle is destroyed.</summary>
    public void Add(uint handle, GuestObject created)
    {
        // GUEST: the number of objects is the guest's choice, the memory is ours.
        if (_objects.Count >= limit && !_objects.ContainsKey(handle))
        {
            created.Release(session);
            throw GuestFaults.OutOfMemory($"more than {limit} objects in one sub-context");
        }

        if (_objects.Remove(handle, out GuestObject? replaced))
        {
            replaced.Release(session);
        }

        _objects.Add(handle, created);
    }

    /// <summary>The object where the handle is known and of type <typeparamref name="T"/>, else null.</summary>
    public T? Find<T>(uint handle)
        where T : GuestObject => _objects.TryGetValue(handle, out GuestObject? found) ? found as T : null;

    /// <summary>The object, null for handle 0; anything else that is missing or of another type is the guest's fault.</summary>
    public T? Require<T>(uint handle, VirglOpcode opcode)
        where T : GuestObject => handle == 0 ? null : Find<T>(handle) ?? throw GuestFaults.IllegalHandle(handle, opcode);

    /// <summary>Drops the table's reference; an unknown handle is ignored.</summary>
    public bool Remove(uint handle)
    {
        if (!_objects.Remove(handle, out GuestObject? removed))
        {
            return false;
        }

        removed.Release(session);
        return true;
    }

    /// <summary>Drops every reference.</summary>
    public void Clear()
    {
        foreach (GuestObject held in _objects.Values)
        {
            held.Release(session);
        }

        _objects.Clear();
    }
}
