using System.Buffers.Binary;

namespace VirglHost.Testing;

/// <summary>The driver's side of a packed virtqueue (virtio 1.2, 2.8).</summary>
public sealed class PackedGuestQueue : GuestQueue
{
    private const ushort NextFlag = 1, WriteFlag = 2, IndirectFlag = 4, AvailableFlag = 1 << 7, UsedFlag = 1 << 15;
    private const int DisableEvents = 1, EventAtDescriptor = 2;

    private readonly ushort[] _slotsOf;
    private readonly Stack<ushort> _freeIds = [];
    private int _next;
    private bool _availableWrap;
    private int _nextUsed;
    private bool _usedWrap;
    private int _addedSinceKick;
    private int _freeSlots;

    /// <summary>Allocates and clears the ring.</summary>
    /// <param name="ram">The guest's memory.</param>
    /// <param name="index">Number of the queue.</param>
    /// <param name="size">Entries, 1 to 32768.</param>
    public PackedGuestQueue(GuestRam ram, int index, int size)
        : base(ram, index, size, (4, 4))
    {
        _slotsOf = new ushort[size];
        Clear();
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        Array.Clear(_slotsOf);
        _freeIds.Clear();
        // Handed out from the highest down: a device that mistakes ids for slots must not get away with it.
        for (int id = 0; id < Size; id++) _freeIds.Push((ushort)id);
        (_next, _nextUsed, _availableWrap, _usedWrap, _addedSinceKick, _freeSlots, Base) = (0, 0, true, true, 0, Size, 0x8000_8000);
    }

    /// <inheritdoc/>
    public override void Break()
    {
        // A chain that never ends.
        for (int i = 0; i < Size; i++) Describe((i + _next) % Size, (0x100000, 16), 0, NextFlag, _availableWrap != (i + _next >= Size));
    }

    /// <summary>Makes descriptors available as they stand, the first one last.</summary>
    /// <param name="descriptors">With flags NEXT, WRITE, INDIRECT; the turn's flags are added here.</param>
    public void Publish(ReadOnlySpan<(ulong Address, uint Length, ushort Id, ushort Flags)> descriptors)
    {
        (int first, bool wrap) = (_next, _availableWrap);
        for (int i = 0; i < descriptors.Length; i++)
        {
            (ulong address, uint length, ushort id, ushort flags) = descriptors[i];
            if (i > 0) Describe(_next, (address, length), id, flags, _availableWrap);
            if (++_next < Size) continue;
            (_next, _availableWrap) = (0, !_availableWrap);
        }

        Describe(first, (descriptors[0].Address, descriptors[0].Length), descriptors[0].Id, descriptors[0].Flags, wrap);
        _addedSinceKick += descriptors.Length;
    }

    /// <inheritdoc/>
    public override bool TryTakeUsed(out ushort head, out uint written)
    {
        (head, written) = (0, 0);
        WishForInterrupt();
        Interlocked.MemoryBarrier();
        ushort flags = Volatile.Read(ref At(DescriptorArea, _nextUsed * 16 + 14));
        if ((flags & AvailableFlag) != 0 != _usedWrap || (flags & UsedFlag) != 0 != _usedWrap) return false;
        Span<byte> entry = Ram.Slice(DescriptorArea).Slice(_nextUsed * 16, 16);
        written = BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]);
        head = BinaryPrimitives.ReadUInt16LittleEndian(entry[12..]);
        if (head >= Size || _slotsOf[head] == 0) throw new InvalidOperationException($"the device returned buffer {head}, which it does not have");
        if ((flags & WriteFlag) != 0 != written > 0) throw new InvalidOperationException($"{written} bytes written do not go with flags {flags:x}");
        _freeSlots += _slotsOf[head];
        _nextUsed += _slotsOf[head];
        _slotsOf[head] = 0;
        _freeIds.Push(head);
        if (_nextUsed >= Size) (_nextUsed, _usedWrap) = (_nextUsed - Size, !_usedWrap);
        WishForInterrupt();
        return true;
    }

    /// <inheritdoc/>
    protected override bool TakeKickWish()
    {
        int added = _addedSinceKick;
        _addedSinceKick = 0;
        int flags = Volatile.Read(ref At(DeviceArea, 2));
        if (flags != EventAtDescriptor) return flags != DisableEvents;
        int wish = Volatile.Read(ref At(DeviceArea, 0));
        int position = (wish & 0x7fff) - ((wish & 0x8000) != 0 == _availableWrap ? 0 : Size);
        return (ushort)(_next - position - 1) < (ushort)added;
    }

    /// <inheritdoc/>
    protected override ushort Add((ulong Address, uint Length, bool IsWritable)[] all)
    {
        int slots = UseIndirect ? 1 : all.Length;
        if (slots > _freeSlots) throw new InvalidOperationException($"queue {Index} is full");
        ushort id = _freeIds.Pop();
        _freeSlots -= slots;
        _slotsOf[id] = (ushort)slots;
        if (!UseIndirect)
        {
            // The id counts in the last descriptor only; the others carry rubbish.
            Publish([.. all.Select((d, i) => i + 1 < all.Length
                ? (d.Address, d.Length, (ushort)0xDEAD, (ushort)(Flags(d.IsWritable) | NextFlag))
                : (d.Address, d.Length, id, Flags(d.IsWritable)))]);
            return id;
        }

        GuestBuffer table = TableOf(id, all.Length);
        for (int i = 0; i < all.Length; i++) Write(Ram.Slice(table), i, (all[i].Address, all[i].Length), 0xDEAD, Flags(all[i].IsWritable));
        Publish([(table.Address, table.Length, id, IndirectFlag)]);
        return id;
    }

    private static ushort Flags(bool isWritable) => isWritable ? WriteFlag : (ushort)0;

    private void WishForInterrupt()
    {
        if (UseEventIndex) Volatile.Write(ref At(DriverArea, 0), (ushort)(_nextUsed | (_usedWrap ? 0x8000 : 0)));
        if (UseEventIndex) Volatile.Write(ref At(DriverArea, 2), (ushort)EventAtDescriptor);
    }

    private void Describe(int slot, (ulong Address, uint Length) where, ushort id, ushort flags, bool wrap)
    {
        Span<byte> entry = Ram.Slice(DescriptorArea).Slice(slot * 16, 16);
        BinaryPrimitives.WriteUInt64LittleEndian(entry, where.Address);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], where.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[12..], id);
        Volatile.Write(ref At(DescriptorArea, slot * 16 + 14), (ushort)(flags | (wrap ? AvailableFlag : UsedFlag)));
    }
}
