using VirglHost.Linux.Native;

namespace VirglHost.Linux;

/// <summary>
/// A shared, writable mapping of a part of a file. Other processes write the same bytes at any time: copy before interpreting.
/// The owner must not dispose it while a span of it is in use (device rooms: everything happens on one thread).
/// </summary>
public sealed class MemoryMapping : IDisposable
{
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

    /// <summary>The bytes [offset, offset + length). The span must not outlive this mapping.</summary>
    /// <param name="offset">First byte, 0 or greater.</param>
    /// <param name="length">Number of bytes, 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the mapping.</exception>
    /// <exception cref="ObjectDisposedException">The mapping is gone.</exception>
    public unsafe Span<byte> Slice(long offset, int length)
    {
        nint address = _address;
        ObjectDisposedException.ThrowIf(address == 0, this);
        if (offset < 0 || length < 0 || offset > Length - length)
            throw new ArgumentOutOfRangeException(nameof(offset), $"bytes {offset}..+{length} of a mapping of {Length}");
        // SAFETY: [offset, offset + length) lies inside [0, Length), which the file covered when it was mapped; the mapping lives until
        // Dispose, which its single owner calls only when no span is in use.
        return new Span<byte>((byte*)address + offset, length);
    }

    /// <summary>Unmaps; every later <see cref="Slice"/> throws.</summary>
    public void Dispose()
    {
        if (_address == 0) return;
        _address = 0;
        // SAFETY: address and length are those that mmap returned and was given, and this runs once.
        _ = Libc.munmap(_mappedAddress, _mappedLength);
    }
}
