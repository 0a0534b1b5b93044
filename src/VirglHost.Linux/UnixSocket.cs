using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using VirglHost.Linux.Native;

namespace VirglHost.Linux;

/// <summary>
/// A Unix stream socket: listening, connected or one end of a pair; passes file descriptors. Close-on-exec, never raises SIGPIPE.
/// Blocking by default; the Try methods never block, whatever the mode. One thread at a time.
/// </summary>
public sealed partial class UnixSocket : IDisposable
{
    private const int PathOffset = 2;
    private const int MaximumPathBytes = 107;

    private readonly FileDescriptor _fd;
    private readonly string? _boundPath;

    private UnixSocket(int fd, string? boundPath = null)
    {
        _fd = new FileDescriptor(fd);
        _boundPath = boundPath;
    }

    /// <summary>The descriptor, for <see cref="Epoll"/> or for sending to a peer.</summary>
    public int Fd => _fd.Number;

    /// <summary>Binds and listens. A socket file that nobody listens on any more is replaced; Dispose removes the file.</summary>
    /// <param name="path">File system path, at most 107 bytes in UTF-8.</param>
    /// <exception cref="LinuxException">Somebody listens there (EADDRINUSE), the file is something else than a socket (ENOTSOCK), or the directory does not allow it.</exception>
    public static UnixSocket Listen(string path)
    {
        UnixSocket socket = Create(path);
        try
        {
            if (!socket.TryBind(path))
            {
                if (!IsSocketFile(path)) throw new LinuxException("bind", Libc.ENOTSOCK, $"{path} exists and is no socket");
                if (IsAlive(path)) throw new LinuxException("bind", Libc.EADDRINUSE, path);
                if (Libc.unlink(path) != 0) throw LinuxException.ForLastCall("unlink", path);
                if (!socket.TryBind(path)) throw new LinuxException("bind", Libc.EADDRINUSE, path);
            }

            if (Libc.listen(socket._fd, 16) != 0) throw LinuxException.ForLastCall("listen", path);
            return socket;
        }
        catch
        {
            socket._fd.Dispose();
            throw;
        }
    }

    /// <summary>Connects to a listening socket.</summary>
    /// <param name="path">File system path, at most 107 bytes in UTF-8.</param>
    /// <exception cref="LinuxException">No such file (ENOENT) or nobody listens (ECONNREFUSED).</exception>
    public static UnixSocket Connect(string path)
    {
        UnixSocket socket = Create(null);
        int error = socket.ConnectTo(path);
        if (error == 0) return socket;
        socket.Dispose();
        throw new LinuxException("connect", error, path);
    }

    /// <summary>Takes ownership of an inherited or received descriptor.</summary>
    /// <param name="fd">Open descriptor; closed if this throws.</param>
    /// <exception cref="LinuxException">Not a Unix stream socket.</exception>
    public static UnixSocket FromFd(int fd)
    {
        var socket = new UnixSocket(fd);
        try
        {
            if (socket.GetOption(Libc.SO_DOMAIN) != Libc.AF_UNIX || socket.GetOption(Libc.SO_TYPE) != Libc.SOCK_STREAM)
                throw new LinuxException("getsockopt", Libc.EINVAL, $"fd {fd} is not a Unix stream socket");
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Two connected ends.</summary>
    /// <exception cref="LinuxException">The process has no descriptor left.</exception>
    public static unsafe (UnixSocket First, UnixSocket Second) Pair()
    {
        int* ends = stackalloc int[2];
        // SAFETY: socketpair writes exactly two ints.
        if (Libc.socketpair(Libc.AF_UNIX, Libc.SOCK_STREAM | Libc.SOCK_CLOEXEC, 0, ends) != 0) throw LinuxException.ForLastCall("socketpair");
        return (new UnixSocket(ends[0]), new UnixSocket(ends[1]));
    }

    /// <summary>Waits for the next connection on a listening socket.</summary>
    /// <exception cref="LinuxException">Not listening, or no descriptor left.</exception>
    public unsafe UnixSocket Accept()
    {
        while (true)
        {
            // SAFETY: no address is asked for: both pointers are null.
            int fd = Libc.accept4(_fd, null, null, Libc.SOCK_CLOEXEC);
            if (fd >= 0) return new UnixSocket(fd);
            if (Marshal.GetLastPInvokeError() != Libc.EINTR) throw LinuxException.ForLastCall("accept4");
        }
    }

    /// <summary>Chooses whether the plain Send and Receive wait. The mode belongs to the open file, so a shared descriptor changes too.</summary>
    /// <param name="isNonBlocking">True: they throw EAGAIN instead of waiting.</param>
    /// <exception cref="LinuxException">The descriptor is closed.</exception>
    public void SetNonBlocking(bool isNonBlocking) => _fd.SetNonBlocking(isNonBlocking);

    /// <summary>Asks for larger kernel buffers in both directions (the kernel caps it silently).</summary>
    /// <param name="sizeInBytes">Wanted size.</param>
    /// <exception cref="LinuxException">Not a socket.</exception>
    public unsafe void SetBufferSize(int sizeInBytes)
    {
        // SAFETY: passes the address and size of a parameter.
        if (Libc.setsockopt(_fd, Libc.SOL_SOCKET, Libc.SO_SNDBUF, &sizeInBytes, sizeof(int)) != 0
            || Libc.setsockopt(_fd, Libc.SOL_SOCKET, Libc.SO_RCVBUF, &sizeInBytes, sizeof(int)) != 0)
            throw LinuxException.ForLastCall("setsockopt");
    }

    /// <summary>Ends both directions; the peer and any own waiter read end of stream. The descriptor stays open.</summary>
    public void Shutdown() => _ = Libc.shutdown(_fd, Libc.SHUT_RDWR);

    /// <summary>Closes the descriptor, and removes the file of a listening socket.</summary>
    public void Dispose()
    {
        if (_fd.IsClosed) return;
        _fd.Dispose();
        if (_boundPath is not null) _ = Libc.unlink(_boundPath);
    }

    private static UnixSocket Create(string? boundPath)
    {
        int fd = Libc.socket(Libc.AF_UNIX, Libc.SOCK_STREAM | Libc.SOCK_CLOEXEC, 0);
        return fd >= 0 ? new UnixSocket(fd, boundPath) : throw LinuxException.ForLastCall("socket");
    }

    /// <summary>Only a socket's file is ours to replace. A link is not followed: what it points to is not what bind found in the way.</summary>
    private static unsafe bool IsSocketFile(string path)
    {
        byte[] name = [.. Encoding.UTF8.GetBytes(path), 0];
        Libc.statx_t status;
        fixed (byte* pointer = name)
        {
            // SAFETY: `name` is pinned and ends with NUL; statx writes at most 256 bytes into a local of that size.
            if (Libc.statx(Libc.AT_FDCWD, pointer, Libc.AT_SYMLINK_NOFOLLOW, Libc.STATX_BASIC_STATS, &status) != 0) throw LinuxException.ForLastCall("statx", path);
        }

        return (status.stx_mode & Libc.S_IFMT) == Libc.S_IFSOCK;
    }

    private static bool IsAlive(string path)
    {
        UnixSocket probe = Create(null);
        int error = probe.ConnectTo(path);
        probe.Dispose();
        return error != Libc.ECONNREFUSED;
    }

    private static unsafe uint WriteAddress(string path, byte* address)
    {
        int length = Encoding.UTF8.GetByteCount(path);
        if (length is 0 or > MaximumPathBytes) throw new LinuxException("bind", Libc.ENAMETOOLONG, $"socket path of {length} bytes: {path}");
        Unsafe.WriteUnaligned(address, (ushort)Libc.AF_UNIX);
        // SAFETY: the caller's buffer holds 2 + 108 bytes; length ≤ 107 was checked, and the terminator takes one more.
        Encoding.UTF8.GetBytes(path, new Span<byte>(address + PathOffset, MaximumPathBytes));
        address[PathOffset + length] = 0;
        return (uint)(PathOffset + length + 1);
    }

    private unsafe bool TryBind(string path)
    {
        byte* address = stackalloc byte[PathOffset + MaximumPathBytes + 1];
        uint length = WriteAddress(path, address);
        // SAFETY: `length` bytes of `address` are initialised.
        if (Libc.bind(_fd, address, length) == 0) return true;
        return Marshal.GetLastPInvokeError() == Libc.EADDRINUSE ? false : throw LinuxException.ForLastCall("bind", path);
    }

    private unsafe int ConnectTo(string path)
    {
        byte* address = stackalloc byte[PathOffset + MaximumPathBytes + 1];
        uint length = WriteAddress(path, address);
        int result;
        // SAFETY: `length` bytes of `address` are initialised.
        do result = Libc.connect(_fd, address, length);
        while (result != 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        return result == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    private unsafe int GetOption(int option)
    {
        int value;
        uint length = sizeof(int);
        // SAFETY: the kernel writes at most `length` = 4 bytes into a local.
        return Libc.getsockopt(_fd, Libc.SOL_SOCKET, option, &value, &length) == 0 ? value : throw LinuxException.ForLastCall("getsockopt");
    }
}
