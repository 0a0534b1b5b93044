using System.Runtime.InteropServices;
using VirglHost.Linux;
using VirglHost.VhostUser.Memory;

namespace VirglHost.VhostUser.Queues;

/// <summary>
/// The device's side of one split virtqueue (SPEC: virtio 1.2, 2.7), with indirect descriptors and event indices. Belongs to the session's
/// thread. Every number in the ring is the guest's: it is copied once, checked, and only the copy is used.
/// </summary>
public sealed class VirtQueue
{
    private readonly NegotiatedRing _ring;
    private readonly GuestMemory _memory;
    private RingLayout? _layout;
    private bool _hasIndirect;
    private bool _hasEventIndex;
    private ushort _usedIndex;
    private ushort _signalledIndex;
    private bool _mustSignal;
    private int _epoch;

    internal VirtQueue(int index, NegotiatedRing ring, GuestMemory memory)
    {
        Index = index;
        _ring = ring;
        _memory = memory;
    }

    /// <summary>Number of the queue.</summary>
    public int Index { get; }

    /// <summary>Number of ring entries; 0 while stopped.</summary>
    public int Size => _layout?.Size ?? 0;

    /// <summary>Signalled by the guest. Only while the queue runs.</summary>
    /// <exception cref="InvalidOperationException">The queue is stopped.</exception>
    public EventFd Kick => _layout is not null ? _ring.Kick! : throw new InvalidOperationException($"queue {Index} is stopped");

    /// <summary>Started and not stopped again; a broken queue still counts as running.</summary>
    public bool IsRunning => _layout is not null;

    /// <summary>The ring was found to be nonsense since the last start.</summary>
    public bool IsBroken => BrokenReason is not null;

    /// <summary>What was nonsense, for the log; null while it is not broken.</summary>
    public string? BrokenReason { get; private set; }

    /// <summary>Chains taken and not yet returned since the last start.</summary>
    public int OutstandingCount { get; private set; }

    internal RingLayout? Layout => _layout;

    /// <summary>Takes the next request. Allocates only when the chain is longer than any that the object held before.</summary>
    /// <param name="chain">Filled when the result is Chain; its Head is also valid when the result is Malformed.</param>
    /// <exception cref="InvalidOperationException">The chain still holds a request that was not returned.</exception>
    public PopResult TryPop(DescriptorChain chain)
    {
        if (IsBroken) return PopResult.QueueBroken;
        if (_layout is not RingLayout layout) return PopResult.Empty;
        if (chain.IsOutstanding && chain.Queue!.IsCurrent(chain)) throw new InvalidOperationException($"chain {chain.Head} was not returned yet");

        // Acquire: the entry and its descriptors are read after the index that publishes them.
        ushort available = Volatile.Read(ref At(layout.Available, 2));
        ushort next = _ring.NextAvailable;
        ushort pending = unchecked((ushort)(available - next));
        if (pending == 0) return PopResult.Empty;
        if (pending > layout.Size) return Break($"the available index {available} is {pending} ahead of {next} in a ring of {layout.Size}");

        ushort head = layout.ReadAvailableEntry(next & (layout.Size - 1));
        if (head >= layout.Size) return Break($"available entry {next} names descriptor {head} of {layout.Size}");
        _ring.NextAvailable = unchecked((ushort)(next + 1));
        OutstandingCount++;
        chain.Begin(this, _memory, head, _epoch);
        if (Walk(layout, chain)) return PopResult.Chain;
        chain.Clear();
        return PopResult.Malformed;
    }

    /// <summary>Returns a request to the driver. The interrupt is separate: <see cref="NotifyIfNeeded"/>.</summary>
    /// <param name="chain">Taken from this queue and not returned yet.</param>
    /// <param name="written">Bytes written to its writable part, from its start.</param>
    /// <returns>False, with nothing done, when the queue stopped or broke since the chain was taken.</returns>
    /// <exception cref="InvalidOperationException">The chain was returned already, or belongs elsewhere.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More bytes than there is room.</exception>
    public bool PushUsed(DescriptorChain chain, uint written)
    {
        if (chain.Queue != this || !chain.IsOutstanding)
            throw new InvalidOperationException($"chain {chain.Head} is not outstanding in queue {Index}");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(written, (ulong)chain.WritableLength);
        chain.IsOutstanding = false;
        if (!IsCurrent(chain)) return false;

        RingLayout layout = _layout!;
        OutstandingCount--;
        layout.WriteUsedEntry(_usedIndex & (layout.Size - 1), chain.Head, written);
        _usedIndex = unchecked((ushort)(_usedIndex + 1));
        // Release: whoever sees the index sees the entry and the answer too.
        Volatile.Write(ref At(layout.Used, 2), _usedIndex);
        return true;
    }

    /// <summary>Interrupts the driver if it wants to hear about what was returned since the last interrupt.</summary>
    /// <returns>True when the call descriptor was signalled.</returns>
    public bool NotifyIfNeeded()
    {
        if (_layout is not RingLayout layout || IsBroken || _usedIndex == _signalledIndex) return false;

        // Full barrier: the used index must be visible before the driver's wish is read, or both sides could miss each other.
        Interlocked.MemoryBarrier();
        bool isWanted;
        if (_mustSignal)
        {
            isWanted = true;
        }
        else if (_hasEventIndex)
        {
            ushort wish = Volatile.Read(ref At(layout.Available, layout.UsedEventOffset));
            isWanted = unchecked((ushort)(_usedIndex - wish - 1) < (ushort)(_usedIndex - _signalledIndex));
        }
        else
        {
            isWanted = (Volatile.Read(ref At(layout.Available, 0)) & 1) == 0;
        }

        _signalledIndex = _usedIndex;
        if (!isWanted || _ring.Call is null) return false;
        _mustSignal = false;
        _ring.Call.Signal();
        return true;
    }

    /// <summary>Tells the driver that it need not kick while the queue is drained anyway. Optional.</summary>
    public void DisableNotifications()
    {
        // With event indices the driver stays silent by itself until avail_event moves on.
        if (_layout is RingLayout layout && !IsBroken && !_hasEventIndex) Volatile.Write(ref At(layout.Used, 0), (ushort)1);
    }

    /// <summary>Asks the driver to kick for the next request.</summary>
    /// <returns>True when the queue really is empty: wait for <see cref="Kick"/>. False when more arrived meanwhile: take it now.</returns>
    public bool EnableNotifications()
    {
        if (_layout is not RingLayout layout || IsBroken) return true;
        if (_hasEventIndex)
            Volatile.Write(ref At(layout.Used, layout.AvailableEventOffset), _ring.NextAvailable);
        else
            Volatile.Write(ref At(layout.Used, 0), (ushort)0);
        // Full barrier: the request to kick must be visible before the index is looked at once more.
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref At(layout.Available, 2)) == _ring.NextAvailable;
    }

    internal bool IsCurrent(DescriptorChain chain) => _layout is not null && !IsBroken && chain.Epoch == _epoch;

    internal void Start(RingLayout layout, bool hasIndirect, bool hasEventIndex)
    {
        _layout = layout;
        _hasIndirect = hasIndirect;
        _hasEventIndex = hasEventIndex;
        _epoch = unchecked(_epoch + 1);
        BrokenReason = null;
        OutstandingCount = 0;
        _usedIndex = Volatile.Read(ref At(layout.Used, 2));
        _signalledIndex = _usedIndex;
        _mustSignal = true;
    }

    /// <summary>Same ring, seen through a changed memory map.</summary>
    internal void Relocate(RingLayout layout) => _layout = layout;

    internal void Stop()
    {
        _layout = null;
        OutstandingCount = 0;
    }

    /// <summary>A completion may have gone to the call descriptor that was just replaced.</summary>
    internal void CallReplaced()
    {
        if (_layout is not null && !IsBroken) _ring.Call?.Signal();
    }

    internal PopResult Break(string reason)
    {
        BrokenReason = $"queue {Index}: {reason}";
        _ring.Error?.Signal();
        return PopResult.QueueBroken;
    }

    private static ref ushort At(Span<byte> ringPart, int offset) => ref MemoryMarshal.AsRef<ushort>(ringPart.Slice(offset, 2));

    /// <summary>Follows the descriptors from the head; false when the chain breaks a rule. Bounded by the limit on descriptors.</summary>
    private bool Walk(RingLayout layout, DescriptorChain chain)
    {
        ReadOnlySpan<byte> table = layout.Descriptors;
        int tableSize = layout.Size, index = chain.Head, total = 0;
        bool isIndirect = false;
        while (true)
        {
            // GUEST: one copy of the descriptor; only the copy is used.
            Descriptor descriptor = MemoryMarshal.Read<Descriptor>(table.Slice(index * Descriptor.SizeInBytes, Descriptor.SizeInBytes));
            if (descriptor.IsIndirect)
            {
                // SPEC: virtio 1.2, 2.7.5.3: only if negotiated, not nested, not chained on; WRITE is ignored here.
                if (!_hasIndirect || isIndirect || descriptor.HasNext || !TryGetTable(descriptor, out table)) return false;
                isIndirect = true;
                tableSize = table.Length / Descriptor.SizeInBytes;
                index = 0;
                continue;
            }

            // GUEST: ends loops too: every turn adds a descriptor, but for the one step into an indirect table.
            if (++total > DescriptorChain.MaximumDescriptors || descriptor.Length == 0) return false;
            if (!_memory.IsMapped(descriptor.Address, descriptor.Length)) return false;
            if (!chain.TryAdd(descriptor.Address, descriptor.Length, descriptor.IsWritable)) return false;
            if (!descriptor.HasNext) return true;
            index = descriptor.Next;
            if (index >= tableSize) return false;
        }
    }

    private bool TryGetTable(Descriptor descriptor, out ReadOnlySpan<byte> table)
    {
        table = default;
        uint length = descriptor.Length;
        if (length == 0 || length % Descriptor.SizeInBytes != 0 || length > DescriptorChain.MaximumDescriptors * Descriptor.SizeInBytes)
            return false;
        bool isContiguous = _memory.TryGetSpan(descriptor.Address, (int)length, out Span<byte> bytes);
        table = bytes;
        return isContiguous;
    }
}
