using VirglHost.Linux.Native;

namespace VirglHost.Linux;

/// <summary>An anonymous file in memory, to be shared by passing its descriptor. Its size is sealed: a peer cannot shrink it under a mapping.</summary>
public sealed class Memfd : IDisposable
{
    private readonly FileDescriptor _fd;

    /// <summary>Makes a zero-filled file.</summary>
    /// <param name="name">Shown in /proc only; at most 249 bytes.</param>
    /// <param name="sizeInBytes">Size, greater than 0. Pages are allocated when first touched.</param>
    /// <exception cref="LinuxException">No memory, or no descriptor left.</exception>
    public Memfd(string name, long sizeInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sizeInBytes);
        int fd = Libc.memfd_create(name, Libc.MFD_CLOEXEC | Libc.MFD_ALLOW_SEALING);
        _fd = fd >= 0 ? new FileDescriptor(fd) : throw LinuxException.ForLastCall("memfd_create", name);
        if (Libc.ftruncate(_fd, sizeInBytes) != 0)
            throw Abandon("ftruncate", $"{sizeInBytes} bytes");
        if (Libc.fcntl(_fd, Libc.F_ADD_SEALS, Libc.F_SEAL_SHRINK | Libc.F_SEAL_GROW | Libc.F_SEAL_SEAL) != 0)
            throw Abandon("fcntl", "F_ADD_SEALS");
        LengthInBytes = sizeInBytes;
    }

    /// <summary>The descriptor, for mapping or for sending to a peer.</summary>
    public int Fd => _fd.Number;

    /// <summary>Size of the file.</summary>
    public long LengthInBytes { get; }

    /// <summary>Closes the descriptor; mappings stay.</summary>
    public void Dispose() => _fd.Dispose();

    private LinuxException Abandon(string call, string detail)
    {
        LinuxException failure = LinuxException.ForLastCall(call, detail);
        _fd.Dispose();
        return failure;
    }
}
