using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using VirglHost.Linux.Native;

namespace VirglHost.Linux;

/// <summary>Owns one kernel file descriptor and closes it exactly once.</summary>
public sealed class FileDescriptor : SafeHandleMinusOneIsInvalid
{
    /// <summary>Takes ownership of <paramref name="fd"/>.</summary>
    /// <param name="fd">An open descriptor, 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fd"/> is negative.</exception>
    public FileDescriptor(int fd) : base(ownsHandle: true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fd);
        SetHandle(fd);
    }

    /// <summary>The descriptor number; valid while this object is not disposed.</summary>
    /// <exception cref="ObjectDisposedException">The descriptor was closed.</exception>
    public int Number
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return (int)handle;
        }
    }

    /// <summary>Closes a descriptor that nobody owns yet, e.g. one that arrived with a message that must not carry any.</summary>
    /// <param name="fd">Descriptor number; a negative one is ignored.</param>
    public static void Close(int fd)
    {
        if (fd >= 0) _ = Libc.close(fd);
    }

    /// <summary>A second descriptor of the same open file, close-on-exec.</summary>
    /// <exception cref="LinuxException">The process has no descriptor left.</exception>
    public FileDescriptor Duplicate()
    {
        int copy = Libc.fcntl(this, Libc.F_DUPFD_CLOEXEC, 0);
        return copy >= 0 ? new FileDescriptor(copy) : throw LinuxException.ForLastCall("fcntl", "F_DUPFD_CLOEXEC");
    }

    /// <summary>Size, block size and identity of the file behind <paramref name="fd"/>.</summary>
    /// <param name="fd">Open descriptor.</param>
    /// <exception cref="LinuxException">The descriptor is not open.</exception>
    public static unsafe FileIdentity GetIdentity(int fd)
    {
        byte empty = 0;
        Libc.statx_t status;
        // SAFETY: both pointers are to locals that outlive the call; statx writes at most 256 bytes, the size of statx_t.
        if (Libc.statx(fd, &empty, Libc.AT_EMPTY_PATH, Libc.STATX_BASIC_STATS, &status) != 0) throw LinuxException.ForLastCall("statx");
        ulong device = ((ulong)status.stx_dev_major << 32) | status.stx_dev_minor;
        return new FileIdentity(device, status.stx_ino, (long)Math.Min(status.stx_size, long.MaxValue), (int)Math.Min(status.stx_blksize, 1u << 30));
    }

    internal void SetNonBlocking(bool isNonBlocking)
    {
        int flags = Libc.fcntl(this, Libc.F_GETFL, 0);
        if (flags < 0) throw LinuxException.ForLastCall("fcntl", "F_GETFL");
        int wanted = isNonBlocking ? flags | Libc.O_NONBLOCK : flags & ~Libc.O_NONBLOCK;
        if (wanted != flags && Libc.fcntl(this, Libc.F_SETFL, wanted) < 0) throw LinuxException.ForLastCall("fcntl", "F_SETFL");
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => Libc.close((int)handle) == 0 || Marshal.GetLastPInvokeError() == Libc.EINTR;
}
