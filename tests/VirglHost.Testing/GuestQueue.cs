using System.Buffers.Binary;
using System.Runtime.InteropServices;
using VirglHost.Linux;

namespace VirglHost.Testing;

/// <summary>The driver's side of one split virtqueue, written from the virtio specification, independent of the device's side.</summary>
public sealed class GuestQueue : IDisposable
{
    private readonly GuestRam _ram;
    private readonly bool[] _isBusy;
    private readonly ushort[] _chainLength;
    private readonly GuestBuffer[] _tables;
    private ushort _availableIndex;
    private ushort _lastKicked;
    private ushort _lastUsed;
    private int _freeCount;

    /// <summary>Allocates and clears the ring.</summary>
    /// <param name="ram">The guest's memory.</param>
    /// <param name="index">Number of the queue.</param>
    /// <param name="size">Entries, a power of two.</param>
    public GuestQueue(GuestRam ram, int index, int size)
    {
        _ram = ram;
        Index = index;
        Size = size;
        DescriptorTable = ram.Allocate(16 * size);
        AvailableRing = ram.Allocate(6 + 2 * size);
        UsedRing = ram.Allocate(6 + 8 * size);
        _isBusy = new bool[size];
        _chainLength = new ushort[size];
        _tables = new GuestBuffer[size];
        Clear();
    }

    /// <summary>Number of the queue.</summary>
    public int Index { get; }

    /// <summary>Entries.</summary>
    public int Size { get; }

    /// <summary>Guest memory of the descriptor table.</summary>
    public GuestBuffer DescriptorTable { get; }

    /// <summary>Guest memory of the available ring.</summary>
    public GuestBuffer AvailableRing { get; }

    /// <summary>Guest memory of the used ring.</summary>
    public GuestBuffer UsedRing { get; }

    /// <summary>Put each request into an indirect table (RING_INDIRECT_DESC was negotiated).</summary>
    public bool UseIndirect { get; set; } = true;

    /// <summary>Use event indices (RING_EVENT_IDX was negotiated).</summary>
    public bool UseEventIndex { get; set; } = true;

    /// <summary>The driver's kick; its descriptor goes to the device.</summary>
    public EventFd Kick { get; } = new();

    /// <summary>The device's interrupt.</summary>
    public EventFd Call { get; private set; } = new();

    /// <summary>The device's complaint about a broken ring.</summary>
    public EventFd Error { get; } = new();

    /// <summary>Where the device says it will go on (from GET_VRING_BASE).</summary>
    public ushort Base { get; set; }

    /// <summary>Kicks really sent.</summary>
    public int KickCount { get; private set; }

    /// <summary>The index published to the device.</summary>
    public ushort AvailableIndex => _availableIndex;

    /// <summary>Back to an empty ring, as after a reset.</summary>
    public void Clear()
    {
        _ram.Slice(DescriptorTable).Clear();
        _ram.Slice(AvailableRing).Clear();
        _ram.Slice(UsedRing).Clear();
        Array.Clear(_isBusy);
        (_availableIndex, _lastKicked, _lastUsed, Base, _freeCount) = (0, 0, 0, 0, Size);
    }

    /// <summary>Makes a request available, without kicking.</summary>
    /// <returns>Its head descriptor.</returns>
    public ushort Add(IReadOnlyList<GuestBuffer> readable, IReadOnlyList<GuestBuffer> writable)
    {
        int count = readable.Count + writable.Count;
        (ulong Address, uint Length, bool IsWritable)[] all =
            [.. readable.Select(b => (b.Address, b.Length, false)), .. writable.Select(b => (b.Address, b.Length, true))];
        ushort head = UseIndirect ? AddIndirect(all) : AddDirect(all);
        _chainLength[head] = UseIndirect ? (ushort)1 : (ushort)count;
        Publish(head);
        return head;
    }

    /// <summary>Puts a head into the available ring, whatever it names.</summary>
    public void Publish(ushort head)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_ram.Slice(AvailableRing)[(4 + 2 * (_availableIndex % Size))..], head);
        _availableIndex++;
        Volatile.Write(ref At(AvailableRing, 2), _availableIndex);
    }

    /// <summary>Writes a descriptor of the ring's own table as it stands.</summary>
    public void WriteDescriptor(int index, ulong address, uint length, ushort flags, ushort next)
        => WriteDescriptor(_ram.Slice(DescriptorTable), index, address, length, flags, next);

    /// <summary>Writes one descriptor into a table.</summary>
    public static void WriteDescriptor(Span<byte> table, int index, ulong address, uint length, ushort flags, ushort next)
    {
        Span<byte> entry = table.Slice(index * 16, 16);
        BinaryPrimitives.WriteUInt64LittleEndian(entry, address);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], length);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[12..], flags);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[14..], next);
    }

    /// <summary>Kicks when the device wants to hear about what was added since the last kick.</summary>
    /// <returns>True when it was kicked.</returns>
    public bool KickIfNeeded()
    {
        Interlocked.MemoryBarrier();
        bool isWanted;
        if (UseEventIndex)
        {
            ushort wish = Volatile.Read(ref At(UsedRing, 4 + 8 * Size));
            isWanted = (ushort)(_availableIndex - wish - 1) < (ushort)(_availableIndex - _lastKicked);
        }
        else
        {
            isWanted = (Volatile.Read(ref At(UsedRing, 0)) & 1) == 0;
        }

        _lastKicked = _availableIndex;
        if (!isWanted) return false;
        KickCount++;
        Kick.Signal();
        return true;
    }

    /// <summary>Takes the next answered request and asks for an interrupt for the one after.</summary>
    public bool TryTakeUsed(out ushort head, out uint written)
    {
        if (UseEventIndex) Volatile.Write(ref At(AvailableRing, 4 + 2 * Size), _lastUsed);
        Interlocked.MemoryBarrier();
        (head, written) = (0, 0);
        if (Volatile.Read(ref At(UsedRing, 2)) == _lastUsed) return false;
        Span<byte> entry = _ram.Slice(UsedRing).Slice(4 + 8 * (_lastUsed % Size), 8);
        uint id = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        written = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]);
        _lastUsed++;
        if (id >= Size) throw new InvalidOperationException($"the device returned descriptor {id} of {Size}");
        head = (ushort)id;
        Release(head);
        if (UseEventIndex) Volatile.Write(ref At(AvailableRing, 4 + 2 * Size), _lastUsed);
        return true;
    }

    /// <summary>Gives the device another interrupt descriptor (as QEMU does when a vector is masked).</summary>
    public void ReplaceCall()
    {
        Call.Dispose();
        Call = new EventFd();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kick.Dispose();
        Call.Dispose();
        Error.Dispose();
    }

    private ref ushort At(GuestBuffer part, int offset) => ref MemoryMarshal.AsRef<ushort>(_ram.Slice(part.Address + (ulong)offset, 2));

    private ushort AddIndirect((ulong Address, uint Length, bool IsWritable)[] all)
    {
        ushort head = TakeFree();
        int bytes = all.Length * 16;
        if (_tables[head].Length < bytes) _tables[head] = _ram.Allocate((bytes + 1023) / 1024 * 1024);
        Span<byte> table = _ram.Slice(_tables[head].Address, bytes);
        for (int i = 0; i < all.Length; i++) WriteDescriptor(table, i, all[i].Address, all[i].Length, Flags(all, i), (ushort)(i + 1));
        WriteDescriptor(head, _tables[head].Address, (uint)bytes, 4, 0);
        return head;
    }

    private ushort AddDirect((ulong Address, uint Length, bool IsWritable)[] all)
    {
        if (all.Length > _freeCount) throw new InvalidOperationException($"queue {Index} is full");
        ushort[] slots = [.. all.Select(_ => TakeFree())];
        for (int i = 0; i < all.Length; i++)
            WriteDescriptor(slots[i], all[i].Address, all[i].Length, Flags(all, i), i + 1 < all.Length ? slots[i + 1] : (ushort)0);
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
            slot = BinaryPrimitives.ReadUInt16LittleEndian(_ram.Slice(DescriptorTable).Slice(slot * 16 + 14, 2));
        }
    }
}
