namespace VirglHost.VhostUser.Queues;

/// <summary>
/// Holds returned requests back until all earlier ones are returned too, for a driver that relies on that (SPEC: virtio 1.2, 6, VIRTIO_F_IN_ORDER).
/// </summary>
internal sealed class OrderedReturns(Ring ring)
{
    private readonly Entry[] _entries = new Entry[ring.Layout.Size];
    private ulong _first;
    private ulong _next;

    /// <summary>Requests taken and not visible to the driver as used.</summary>
    internal int Count => (int)(_next - _first);

    /// <summary>Remembers a request in its place. At most as many as the ring has entries.</summary>
    internal ulong Take(DescriptorChain chain)
    {
        _entries[_next % (ulong)_entries.Length] = new Entry(chain.Head, chain.SlotCount, 0, IsReturned: false);
        return _next++;
    }

    /// <summary>A request is done; it and those that only waited for it become visible.</summary>
    internal void Return(ulong place, uint written)
    {
        ref Entry returned = ref _entries[place % (ulong)_entries.Length];
        returned = returned with { Written = written, IsReturned = true };
        while (_first != _next && _entries[_first % (ulong)_entries.Length] is { IsReturned: true } first)
        {
            ring.Return(first.Id, first.Slots, first.Written);
            _first++;
        }
    }

    private readonly record struct Entry(ushort Id, int Slots, uint Written, bool IsReturned);
}
