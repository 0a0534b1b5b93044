using VirglHost.Linux.Native;

namespace VirglHost.Linux;

/// <summary>
/// Memory mapped for reading and writing: a part of a file, shared (other processes write the same bytes at any time: copy before interpreting), or memory of
/// this process alone.
/// The owner must not dispose it while a span of it is in use (device rooms: everything happens on one thread).
/// </summary>
public sealed class MemoryMapping : IDisposable
{
    private const long HugePage = 2 << 20;

    private readonly nuint _mappedLength;
    private readonly nint _mappedAddress;
    private nint _address;

    private MemoryMapping(nint mappedAddress, nuint mappedLength, nint address, long length)
    {
        _mappedAddress = mappedAddress;
        _mappedLength = mappedLength;
        _address = address;
        Length = length;
    }

    /// <summary>Mapped bytes, as asked for in <see cref="Map"/>.</summary>
    public long Length { get; }

    /// <summary>
    /// The first byte, for those who hand it on to a driver, which must be done with it before <see cref="Dispose"/>; 0 afterwards. The bytes behind
    /// <see cref="Length"/> are mapped to the end of the last page.
    /// </summary>
    public nint Address => _address;

    /// <summary>True after <see cref="Dispose"/>.</summary>
    public bool IsDisposed => _address == 0;

    /// <summary>Maps bytes of a file, shared, for reading and writing. The descriptor may be closed afterwards.</summary>
    /// <param name="fd">Open descriptor of a regular file, memfd or huge-page file.</param>
    /// <param name="offset">First byte, any alignment.</param>
    /// <param name="length">Number of bytes, greater than 0.</param>
    /// <exception cref="LinuxException">
    /// The file is shorter than offset + length (touching the rest would kill the process), or the kernel refuses the mapping.
    /// </exception>
    public static MemoryMapping Map(int fd, long offset, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        FileIdentity file = FileDescriptor.GetIdentity(fd);
        if (offset > file.LengthInBytes || length > file.LengthInBytes - offset)
            throw new LinuxException("mmap", Libc.EINVAL, $"file has {file.LengthInBytes} bytes, {length} at offset {offset} asked");

        // Huge-page files take only multiples of their page size, also in munmap.
        long granule = Math.Max(Environment.SystemPageSize, file.BlockSizeInBytes);
        long start = offset - offset % granule;
        long lead = offset - start;
        if (length > long.MaxValue - lead - granule) throw new LinuxException("mmap", Libc.EOVERFLOW, $"{length} bytes");
        long mapped = (lead + length + granule - 1) / granule * granule;
        nint address = Libc.mmap(0, (nuint)mapped, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_SHARED | Libc.MAP_NORESERVE, fd, start);
        if (address == -1) throw LinuxException.ForLastCall("mmap", $"{mapped} bytes at offset {start}");
        return new MemoryMapping(address, (nuint)mapped, address + (nint)lead, length);
    }

    /// <summary>
    /// Memory of this process alone, all zero, outside the runtime's heap: given back to the system by <see cref="Dispose"/>. In huge pages where the system has
    /// them: a walk down the rows of a picture then stays within what the processor's table of pages holds.
    /// </summary>
    /// <param name="length">Number of bytes, greater than 0. Pages are allocated when first touched.</param>
    /// <exception cref="LinuxException">The system has no address space or no memory for it.</exception>
    public static MemoryMapping Allocate(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        if (length > long.MaxValue - HugePage) throw new LinuxException("mmap", Libc.EOVERFLOW, $"{length} bytes");
        // Huge pages begin at multiples of their size; the room before and behind is never touched and costs nothing.
        bool isLarge = length >= HugePage;
        nuint mapped = (nuint)(isLarge ? length + HugePage : length);
        nint address = Libc.mmap(0, mapped, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_PRIVATE | Libc.MAP_ANONYMOUS | Libc.MAP_NORESERVE, -1, 0);
        if (address == -1) throw LinuxException.ForLastCall("mmap", $"{length} bytes");
        nint aligned = isLarge ? (address + (nint)HugePage - 1) & ~((nint)HugePage - 1) : address;
        // Only a wish: a kernel without huge pages refuses, and the memory works all the same.
        if (isLarge) _ = Libc.madvise(aligned, (nuint)length, Libc.MADV_HUGEPAGE);
        return new MemoryMapping(address, mapped, aligned, length);
    }

    /// <summary>The bytes [offset, offset + length). The span must not outlive this mapping.</summary>
    /// <param name="offset">First byte, 0 or greater.</param>
    /// <param name="length">Number of bytes, 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the mapping.</exception>
    /// <exception cref="ObjectDisposedException">The mapping is gone.</exception>
    public unsafe Span<byte> Slice(long offset, int length)
    {
        nint address = _address;
        if (address == 0 || offset < 0 || length < 0 || offset > Length - length) throw Refusal(offset, length);
        // SAFETY: [offset, offset + length) lies inside [0, Length), which the file covered when it was mapped, or no file is behind it; the mapping lives until
        // Dispose, which its single owner calls only when no span is in use.
        return new Span<byte>((byte*)address + offset, length);
    }

    private Exception Refusal(long offset, int length) => IsDisposed
        ? new ObjectDisposedException(nameof(MemoryMapping))
        : new ArgumentOutOfRangeException(nameof(offset), $"bytes {offset}..+{length} of a mapping of {Length}");

    /// <summary>Unmaps; every later <see cref="Slice"/> throws.</summary>
    public void Dispose()
    {
        if (_address == 0) return;
        _address = 0;
        // SAFETY: address and length are those that mmap returned and was given, and this runs once.
        _ = Libc.munmap(_mappedAddress, _mappedLength);
    }
}
