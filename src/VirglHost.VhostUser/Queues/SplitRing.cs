using System.Buffers.Binary;
using System.Runtime.InteropServices;
using VirglHost.VhostUser.Memory;

namespace VirglHost.VhostUser.Queues;

/// <summary>A split virtqueue (SPEC: virtio 1.2, 2.7): descriptor table, available ring, used ring.</summary>
internal sealed class SplitRing : Ring
{
    private readonly int _mask;
    private ushort _usedIndex;
    private ushort _signalledIndex;

    internal SplitRing(RingLayout layout, NegotiatedRing state, GuestMemory memory, RingFeatures features)
        : base(layout, state, memory, features)
    {
        _mask = layout.Size - 1;
        _usedIndex = Volatile.Read(ref At(layout.DeviceArea, 2));
        _signalledIndex = _usedIndex;
    }

    internal override bool HasUnsignalled => _usedIndex != _signalledIndex;

    private int UsedEventOffset => 4 + 2 * Layout.Size;

    private int AvailableEventOffset => 4 + 8 * Layout.Size;

    internal override PopResult TryTake(DescriptorChain chain, out string? reason)
    {
        reason = null;
        // Acquire: the entry and its descriptors are read after the index that publishes them.
        ushort available = Volatile.Read(ref At(Layout.DriverArea, 2));
        ushort next = State.NextAvailable;
        ushort pending = unchecked((ushort)(available - next));
        if (pending == 0) return PopResult.Empty;
        if (pending > Layout.Size)
        {
            reason = $"the available index {available} is {pending} ahead of {next} in a ring of {Layout.Size}";
            return PopResult.QueueBroken;
        }

        ushort head = BinaryPrimitives.ReadUInt16LittleEndian(Layout.DriverArea[(4 + 2 * (next & _mask))..]);
        if (head >= Layout.Size)
        {
            reason = $"available entry {next} names descriptor {head} of {Layout.Size}";
            return PopResult.QueueBroken;
        }

        State.NextAvailable = unchecked((ushort)(next + 1));
        chain.Clear();
        chain.Name(head, slots: 1);
        return Walk(chain, head) ? PopResult.Chain : PopResult.Malformed;
    }

    internal override void Return(ushort id, int slots, uint written)
    {
        Span<byte> entry = Layout.DeviceArea.Slice(4 + 8 * (_usedIndex & _mask), 8);
        BinaryPrimitives.WriteUInt32LittleEndian(entry, id);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], written);
        _usedIndex = unchecked((ushort)(_usedIndex + 1));
        // Release: whoever sees the index sees the entry and the answer too.
        Volatile.Write(ref At(Layout.DeviceArea, 2), _usedIndex);
    }

    internal override bool TakeInterruptWish()
    {
        ushort signalled = _signalledIndex;
        _signalledIndex = _usedIndex;
        if (!HasEventIndex) return (Volatile.Read(ref At(Layout.DriverArea, 0)) & 1) == 0;
        ushort wish = Volatile.Read(ref At(Layout.DriverArea, UsedEventOffset));
        return unchecked((ushort)(_usedIndex - wish - 1) < (ushort)(_usedIndex - signalled));
    }

    internal override void DisableNotifications()
    {
        // With event indices the driver stays silent by itself until avail_event moves on.
        if (!HasEventIndex) Volatile.Write(ref At(Layout.DeviceArea, 0), (ushort)1);
    }

    internal override void EnableNotifications()
    {
        if (HasEventIndex)
            Volatile.Write(ref At(Layout.DeviceArea, AvailableEventOffset), State.NextAvailable);
        else
            Volatile.Write(ref At(Layout.DeviceArea, 0), (ushort)0);
    }

    internal override bool HasAvailable() => Volatile.Read(ref At(Layout.DriverArea, 2)) != State.NextAvailable;

    /// <summary>Follows the descriptors from the head; false when the chain breaks a rule. Bounded by the limit on descriptors.</summary>
    private bool Walk(DescriptorChain chain, int index)
    {
        ReadOnlySpan<byte> table = Layout.Descriptors;
        int tableSize = Layout.Size;
        bool isIndirect = false;
        while (true)
        {
            // GUEST: one copy of the descriptor; only the copy is used.
            Descriptor descriptor = MemoryMarshal.Read<Descriptor>(table.Slice(index * Descriptor.SizeInBytes, Descriptor.SizeInBytes));
            if (descriptor.IsIndirect)
            {
                // SPEC: virtio 1.2, 2.7.5.3: only if negotiated, not nested, not chained on; WRITE is ignored here.
                if (isIndirect || descriptor.HasNext || !TryGetTable(descriptor.Address, descriptor.Length, out table)) return false;
                isIndirect = true;
                tableSize = table.Length / Descriptor.SizeInBytes;
                index = 0;
                continue;
            }

            if (!TryAdd(chain, descriptor.Address, descriptor.Length, descriptor.IsWritable)) return false;
            if (!descriptor.HasNext) return true;
            index = descriptor.Next;
            if (index >= tableSize) return false;
        }
    }
}
