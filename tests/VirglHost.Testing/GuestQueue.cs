using System.Buffers.Binary;
using System.Runtime.InteropServices;
using VirglHost.Linux;

namespace VirglHost.Testing;

/// <summary>The driver's side of one virtqueue, written from the virtio specification, independent of the device's side.</summary>
public abstract class GuestQueue : IDisposable
{
    private readonly GuestBuffer[] _tables;

    /// <summary>Allocates the ring; <see cref="Clear"/> makes it ready.</summary>
    protected GuestQueue(GuestRam ram, int index, int size, (int Driver, int Device) areaSizes)
    {
        Ram = ram;
        Index = index;
        Size = size;
        DescriptorArea = ram.Allocate(16 * size);
        DriverArea = ram.Allocate(areaSizes.Driver);
        DeviceArea = ram.Allocate(areaSizes.Device);
        _tables = new GuestBuffer[size];
    }

    /// <summary>Number of the queue.</summary>
    public int Index { get; }

    /// <summary>Entries.</summary>
    public int Size { get; }

    /// <summary>Guest memory of the descriptor table, or of the packed ring.</summary>
    public GuestBuffer DescriptorArea { get; }

    /// <summary>Guest memory of the available ring, or of the driver's event structure.</summary>
    public GuestBuffer DriverArea { get; }

    /// <summary>Guest memory of the used ring, or of the device's event structure.</summary>
    public GuestBuffer DeviceArea { get; }

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

    /// <summary>Where the device goes on, as SET_VRING_BASE says it and GET_VRING_BASE returns it.</summary>
    public uint Base { get; set; }

    /// <summary>Kicks really sent.</summary>
    public int KickCount { get; private set; }

    /// <summary>The guest's memory.</summary>
    protected GuestRam Ram { get; }

    /// <summary>Makes a queue of a format.</summary>
    public static GuestQueue Create(GuestRam ram, int index, int size, RingFormat format)
        => format == RingFormat.Packed ? new PackedGuestQueue(ram, index, size) : new SplitGuestQueue(ram, index, size);

    /// <summary>Back to an empty ring, as after a reset.</summary>
    public virtual void Clear()
    {
        Ram.Slice(DescriptorArea).Clear();
        Ram.Slice(DriverArea).Clear();
        Ram.Slice(DeviceArea).Clear();
    }

    /// <summary>Makes a request available, without kicking.</summary>
    /// <returns>What the device will call it.</returns>
    public ushort Add(IReadOnlyList<GuestBuffer> readable, IReadOnlyList<GuestBuffer> writable)
        => Add([.. readable.Select(b => (b.Address, b.Length, false)), .. writable.Select(b => (b.Address, b.Length, true))]);

    /// <summary>Makes nonsense of the ring: the device must give the queue up.</summary>
    public abstract void Break();

    /// <summary>Takes the next answered request and asks for an interrupt for the one after.</summary>
    public abstract bool TryTakeUsed(out ushort head, out uint written);

    /// <summary>Kicks when the device wants to hear about what was added since the last kick.</summary>
    /// <returns>True when it was kicked.</returns>
    public bool KickIfNeeded()
    {
        Interlocked.MemoryBarrier();
        if (!TakeKickWish()) return false;
        KickCount++;
        Kick.Signal();
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
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes a request available.</summary>
    protected abstract ushort Add((ulong Address, uint Length, bool IsWritable)[] all);

    /// <summary>Whether the device wants to hear about what was added since the last question.</summary>
    protected abstract bool TakeKickWish();

    /// <summary>16 bits of an area.</summary>
    protected ref ushort At(GuestBuffer area, int offset) => ref MemoryMarshal.AsRef<ushort>(Ram.Slice(area.Address + (ulong)offset, 2));

    /// <summary>Room for an indirect table that belongs to a request's number.</summary>
    protected GuestBuffer TableOf(ushort head, int count)
    {
        int bytes = count * 16;
        if (_tables[head].Length < bytes) _tables[head] = Ram.Allocate((bytes + 1023) / 1024 * 1024);
        return _tables[head] with { Length = (uint)bytes };
    }

    /// <summary>Writes address and length of a descriptor, and the two 16-bit fields behind them.</summary>
    protected static void Write(Span<byte> table, int index, (ulong Address, uint Length) where, ushort third, ushort fourth)
    {
        Span<byte> entry = table.Slice(index * 16, 16);
        BinaryPrimitives.WriteUInt64LittleEndian(entry, where.Address);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], where.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[12..], third);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[14..], fourth);
    }
}
