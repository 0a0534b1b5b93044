using System.Buffers.Binary;

namespace VirglHost.Testing;

/// <summary>The driver's side of a split virtqueue (virtio 1.2, 2.7).</summary>
public sealed class SplitGuestQueue : GuestQueue
{
    private readonly bool[] _isBusy;
    private readonly ushort[] _chainLength;
    private ushort _availableIndex;
    private ushort _lastKicked;
    private ushort _lastUsed;
    private int _freeCount;

    /// <summary>Allocates and clears the ring.</summary>
    /// <param name="ram">The guest's memory.</param>
    /// <param name="index">Number of the queue.</param>
    /// <param name="size">Entries, a power of two.</param>
    public SplitGuestQueue(GuestRam ram, int index, int size)
        : base(ram, index, size, (6 + 2 * size, 6 + 8 * size))
    {
        _isBusy = new bool[size];
        _chainLength = new ushort[size];
        Clear();
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        Array.Clear(_isBusy);
        (_availableIndex, _lastKicked, _lastUsed, Base, _freeCount) = (0, 0, 0, 0, Size);
    }

    /// <inheritdoc/>
    public override void Break() => Publish((ushort)Size);

    /// <summary>Puts a head into the available ring, whatever it names.</summary>
    public void Publish(ushort head)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(Ram.Slice(DriverArea)[(4 + 2 * (_availableIndex % Size))..], head);
        _availableIndex++;
        Volatile.Write(ref At(DriverArea, 2), _availableIndex);
    }

    /// <summary>Writes one descriptor into a table.</summary>
    public static void WriteDescriptor(Span<byte> table, int index, ulong address, uint length, ushort flags, ushort next)
        => Write(table, index, (address, length), flags, next);

    /// <inheritdoc/>
    public override bool TryTakeUsed(out ushort head, out uint written)
    {
        if (UseEventIndex) Volatile.Write(ref At(DriverArea, 4 + 2 * Size), _lastUsed);
        Interlocked.MemoryBarrier();
        (head, written) = (0, 0);
        if (Volatile.Read(ref At(DeviceArea, 2)) == _lastUsed) return false;
        Span<byte> entry = Ram.Slice(DeviceArea).Slice(4 + 8 * (_lastUsed % Size), 8);
        uint id = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        written = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]);
        _lastUsed++;
        if (id >= Size) throw new InvalidOperationException($"the device returned descriptor {id} of {Size}");
        head = (ushort)id;
        Release(head);
        if (UseEventIndex) Volatile.Write(ref At(DriverArea, 4 + 2 * Size), _lastUsed);
        return true;
    }

    /// <inheritdoc/>
    protected override bool TakeKickWish()
    {
        ushort kicked = _lastKicked;
        _lastKicked = _availableIndex;
        if (!UseEventIndex) return (Volatile.Read(ref At(DeviceArea, 0)) & 1) == 0;
        ushort wish = Volatile.Read(ref At(DeviceArea, 4 + 8 * Size));
        return (ushort)(_availableIndex - wish - 1) < (ushort)(_availableIndex - kicked);
    }

    /// <inheritdoc/>
    protected override ushort Add((ulong Address, uint Length, bool IsWritable)[] all)
    {
        ushort head = UseIndirect ? AddIndirect(all) : AddDirect(all);
        _chainLength[head] = UseIndirect ? (ushort)1 : (ushort)all.Length;
        Publish(head);
        return head;
    }

    private ushort AddIndirect((ulong Address, uint Length, bool IsWritable)[] all)
    {
        ushort head = TakeFree();
        GuestBuffer table = TableOf(head, all.Length);
        for (int i = 0; i < all.Length; i++) WriteDescriptor(Ram.Slice(table), i, all[i].Address, all[i].Length, Flags(all, i), (ushort)(i + 1));
        WriteDescriptor(Ram.Slice(DescriptorArea), head, table.Address, table.Length, 4, 0);
        return head;
    }

    private ushort AddDirect((ulong Address, uint Length, bool IsWritable)[] all)
    {
        if (all.Length > _freeCount) throw new InvalidOperationException($"queue {Index} is full");
        ushort[] slots = [.. all.Select(_ => TakeFree())];
        for (int i = 0; i < all.Length; i++)
        {
            ushort next = i + 1 < all.Length ? slots[i + 1] : (ushort)0;
            WriteDescriptor(Ram.Slice(DescriptorArea), slots[i], all[i].Address, all[i].Length, Flags(all, i), next);
        }

        return slots[0];
    }

    private static ushort Flags((ulong Address, uint Length, bool IsWritable)[] all, int i)
        => (ushort)((i + 1 < all.Length ? 1 : 0) | (all[i].IsWritable ? 2 : 0));

    private ushort TakeFree()
    {
        for (int i = 0; i < Size; i++)
        {
            if (_isBusy[i]) continue;
            _isBusy[i] = true;
            _freeCount--;
            return (ushort)i;
        }

        throw new InvalidOperationException($"queue {Index} is full");
    }

    private void Release(ushort head)
    {
        if (!_isBusy[head]) throw new InvalidOperationException($"the device returned descriptor {head}, which it does not have");
        int slot = head;
        for (int i = 0; i < _chainLength[head]; i++)
        {
            _isBusy[slot] = false;
            _freeCount++;
            slot = BinaryPrimitives.ReadUInt16LittleEndian(Ram.Slice(DescriptorArea).Slice(slot * 16 + 14, 2));
        }
    }
}
