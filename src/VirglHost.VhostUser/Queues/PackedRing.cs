using System.Buffers.Binary;
using System.Runtime.InteropServices;
using VirglHost.VhostUser.Memory;

namespace VirglHost.VhostUser.Queues;

/// <summary>
/// A packed virtqueue (SPEC: virtio 1.2, 2.8): one ring of descriptors that driver and device both write, told apart by two flag bits that change
/// their meaning with every turn around the ring, and an event suppression structure for each side.
/// </summary>
internal sealed class PackedRing : Ring
{
    private const ushort AvailableFlag = 1 << 7, UsedFlag = 1 << 15, WriteFlag = 1 << 1;
    private const ushort EventsEnabled = 0, EventsDisabled = 1, EventAtDescriptor = 2;
    private const ushort WrapBit = 1 << 15;
    /// <summary>Base of a ring that was never used: descriptor 0, both wrap counters 1.</summary>
    internal const uint Beginning = 0x8000_8000;

    private const int FlagsOffset = 14, IdOffset = 12, LengthOffset = 8;

    private int _nextAvailable;
    private bool _availableWrap;
    private int _nextUsed;
    private bool _usedWrap;
    private int _unsignalledSlots;

    /// <summary>Goes on where the state says; positions inside the ring were checked by the caller.</summary>
    internal PackedRing(RingLayout layout, NegotiatedRing state, GuestMemory memory, RingFeatures features)
        : base(layout, state, memory, features)
    {
        (_nextAvailable, _availableWrap) = (PositionOf(state.NextAvailable), (state.NextAvailable & WrapBit) != 0);
        (_nextUsed, _usedWrap) = (PositionOf(state.NextUsed), (state.NextUsed & WrapBit) != 0);
    }

    internal override bool HasUnsignalled => _unsignalledSlots > 0;

    /// <summary>The descriptor of a base index; the highest bit is the wrap counter (SPEC: vhost-user, "Vring state").</summary>
    internal static int PositionOf(ushort baseIndex) => baseIndex & ~WrapBit;

    internal override PopResult TryTake(DescriptorChain chain, out string? reason)
    {
        reason = null;
        if (!HasAvailable()) return PopResult.Empty;
        chain.Clear();
        ReadOnlySpan<byte> ring = Layout.Descriptors;
        (int slot, bool wrap, int slots) = (_nextAvailable, _availableWrap, 0);
        bool isGood = true;
        PackedDescriptor descriptor;
        do
        {
            if (slots == Layout.Size)
            {
                reason = $"the chain at descriptor {_nextAvailable} goes all around the ring of {Layout.Size}";
                return PopResult.QueueBroken;
            }

            // GUEST: one copy of the descriptor; only the copy is used. A bad chain is followed to its end all the same: where the next one starts depends on it.
            descriptor = MemoryMarshal.Read<PackedDescriptor>(ring.Slice(slot * Descriptor.SizeInBytes, Descriptor.SizeInBytes));
            isGood = isGood && TryAddWhole(chain, descriptor);
            slots++;
            Advance(ref slot, ref wrap, 1);
        }
        while (descriptor.HasNext);

        // SPEC: virtio 1.2, 2.8.6: the buffer id is in the last descriptor of the chain.
        chain.Name(descriptor.Id, slots);
        (_nextAvailable, _availableWrap) = (slot, wrap);
        State.NextAvailable = Encode(slot, wrap);
        return isGood ? PopResult.Chain : PopResult.Malformed;
    }

    internal override void Return(ushort id, int slots, uint written)
    {
        Span<byte> entry = Layout.Descriptors.Slice(_nextUsed * Descriptor.SizeInBytes, Descriptor.SizeInBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[LengthOffset..], written);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[IdOffset..], id);
        int flags = (_usedWrap ? AvailableFlag | UsedFlag : 0) | (written > 0 ? WriteFlag : 0);
        // Release: whoever sees the flags sees the rest of the entry and the answer too.
        Volatile.Write(ref At(entry, FlagsOffset), (ushort)flags);
        Advance(ref _nextUsed, ref _usedWrap, slots);
        State.NextUsed = Encode(_nextUsed, _usedWrap);
        // One turn around the ring covers every place where the driver can wish to be woken.
        _unsignalledSlots = Math.Min(_unsignalledSlots + slots, Layout.Size);
    }

    internal override bool TakeInterruptWish()
    {
        int unsignalled = _unsignalledSlots;
        _unsignalledSlots = 0;
        ushort flags = Volatile.Read(ref At(Layout.DriverArea, 2));
        if (flags != EventAtDescriptor || !HasEventIndex) return flags != EventsDisabled;
        ushort wish = Volatile.Read(ref At(Layout.DriverArea, 0));
        // How many slots ago the wished one was used; one that belongs to the other turn lies a whole ring further back.
        int age = _nextUsed - PositionOf(wish) + ((wish & WrapBit) != 0 == _usedWrap ? 0 : Layout.Size);
        return age >= 1 && age <= unsignalled;
    }

    internal override void DisableNotifications() => Volatile.Write(ref At(Layout.DeviceArea, 2), EventsDisabled);

    internal override void EnableNotifications()
    {
        if (HasEventIndex) Volatile.Write(ref At(Layout.DeviceArea, 0), Encode(_nextAvailable, _availableWrap));
        Volatile.Write(ref At(Layout.DeviceArea, 2), HasEventIndex ? EventAtDescriptor : EventsEnabled);
    }

    internal override bool HasAvailable()
    {
        // Acquire: the rest of the chain is read after the flags that publish it.
        ushort flags = Volatile.Read(ref At(Layout.Descriptors, _nextAvailable * Descriptor.SizeInBytes + FlagsOffset));
        return (flags & AvailableFlag) != 0 == _availableWrap && (flags & UsedFlag) != 0 != _availableWrap;
    }

    private static ushort Encode(int slot, bool wrap) => (ushort)(slot | (wrap ? WrapBit : 0));

    private void Advance(ref int slot, ref bool wrap, int count)
    {
        slot += count;
        if (slot < Layout.Size) return;
        slot -= Layout.Size;
        wrap = !wrap;
    }

    /// <summary>One descriptor of the ring, or all those of the table it names; false when they break a rule.</summary>
    private bool TryAddWhole(DescriptorChain chain, in PackedDescriptor descriptor)
    {
        if (!descriptor.IsIndirect) return TryAdd(chain, descriptor.Address, descriptor.Length, descriptor.IsWritable);
        if (descriptor.HasNext || !TryGetTable(descriptor.Address, descriptor.Length, out ReadOnlySpan<byte> table)) return false;
        for (; !table.IsEmpty; table = table[Descriptor.SizeInBytes..])
        {
            // SPEC: virtio 1.2, 2.8.7: the table is one run of descriptors, of whose flags only WRITE and INDIRECT (a mistake) mean anything.
            PackedDescriptor inner = MemoryMarshal.Read<PackedDescriptor>(table);
            if (inner.IsIndirect || !TryAdd(chain, inner.Address, inner.Length, inner.IsWritable)) return false;
        }

        return true;
    }
}
