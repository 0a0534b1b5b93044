using VirglHost.Linux;

namespace VirglHost.Testing;

/// <summary>
/// A guest's memory: a memfd with holes, shared in several regions over the same file, the way QEMU lays out a small machine. Also the
/// guest's page allocator. Not thread-safe.
/// </summary>
public sealed class GuestRam : IDisposable
{
    /// <summary>Bytes of a page.</summary>
    public const int PageSize = 4096;

    /// <summary>Where the front-end pretends to have mapped file offset 0; ring addresses are given relative to this.</summary>
    public const ulong FrontEndBase = 0x7f55_0000_0000;

    private readonly Memfd _file;
    private readonly MemoryMapping _mapping;
    private readonly Dictionary<uint, Stack<ulong>> _free = [];
    private readonly ulong _end;
    private ulong _next;

    /// <summary>QEMU's layout for a small q35 machine: below the VGA hole, the BIOS copy, and everything from 1 MiB on.</summary>
    /// <param name="sizeInBytes">End of memory, a multiple of a page, more than 2 MiB.</param>
    public GuestRam(ulong sizeInBytes = 64 << 20)
        : this([new(0, 0xC0000), new(0xE0000, 0x10000), new(0x100000, checked((uint)(sizeInBytes - 0x100000)))])
    {
    }

    /// <summary>Any layout; file offset = guest address. Pages are handed out from the last region.</summary>
    /// <param name="regions">Regions by ascending address.</param>
    public GuestRam(IReadOnlyList<GuestBuffer> regions)
    {
        Regions = regions;
        GuestBuffer last = regions[^1];
        _end = last.Address + last.Length;
        _next = last.Address;
        _file = new Memfd("guest-ram", (long)_end);
        _mapping = MemoryMapping.Map(_file.Fd, 0, (long)_end);
    }

    /// <summary>The regions that a front-end announces.</summary>
    public IReadOnlyList<GuestBuffer> Regions { get; }

    /// <summary>Descriptor of the file behind all regions.</summary>
    public int Fd => _file.Fd;

    /// <summary>End of memory.</summary>
    public long LengthInBytes => _mapping.Length;

    /// <summary>The guest's view of its memory.</summary>
    public Span<byte> Slice(ulong address, int length) => _mapping.Slice((long)address, length);

    /// <summary>The guest's view of a buffer.</summary>
    public Span<byte> Slice(GuestBuffer buffer) => Slice(buffer.Address, (int)buffer.Length);

    /// <summary>Contiguous memory, page-aligned, contents unspecified.</summary>
    public GuestBuffer Allocate(int length)
    {
        uint pages = (uint)(Math.Max(length, 1) + PageSize - 1) / PageSize;
        if (_free.TryGetValue(pages, out Stack<ulong>? free) && free.Count > 0) return new GuestBuffer(free.Pop(), (uint)length);
        ulong address = _next;
        _next += (ulong)pages * PageSize;
        if (_next > _end) throw new InvalidOperationException($"guest memory is full: {pages} pages wanted");
        return new GuestBuffer(address, (uint)length);
    }

    /// <summary>Gives memory from <see cref="Allocate"/> back.</summary>
    public void Free(GuestBuffer buffer)
    {
        uint pages = (Math.Max(buffer.Length, 1) + PageSize - 1) / PageSize;
        if (!_free.TryGetValue(pages, out Stack<ulong>? free)) _free[pages] = free = [];
        free.Push(buffer.Address);
    }

    /// <summary>Memory as a guest without contiguous pages has it: one entry per page, no two neighbours adjacent, in mixed order.</summary>
    /// <param name="length">Bytes in all; the last entry is cut to fit.</param>
    /// <param name="seed">Chooses the order.</param>
    public IReadOnlyList<GuestBuffer> AllocateScattered(int length, int seed = 1)
    {
        int count = (length + PageSize - 1) / PageSize;
        ulong start = Allocate(count * 2 * PageSize).Address;
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(seed).Shuffle(order);
        return [.. order.Select((slot, i) => new GuestBuffer(
            start + (ulong)slot * 2 * PageSize,
            (uint)Math.Min(PageSize, length - i * PageSize)))];
    }

    /// <summary>Writes bytes over a list of buffers, in order.</summary>
    public void Write(IReadOnlyList<GuestBuffer> buffers, ReadOnlySpan<byte> bytes)
    {
        foreach (GuestBuffer buffer in buffers)
        {
            int run = Math.Min((int)buffer.Length, bytes.Length);
            bytes[..run].CopyTo(Slice(buffer));
            bytes = bytes[run..];
        }
    }

    /// <summary>Reads a list of buffers, in order.</summary>
    public byte[] Read(IReadOnlyList<GuestBuffer> buffers)
    {
        using var all = new MemoryStream();
        foreach (GuestBuffer buffer in buffers) all.Write(Slice(buffer));
        return all.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mapping.Dispose();
        _file.Dispose();
    }
}
