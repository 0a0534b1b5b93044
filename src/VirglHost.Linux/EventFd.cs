using System.Runtime.InteropServices;
using VirglHost.Linux.Native;

namespace VirglHost.Linux;

/// <summary>An event counter shared with another thread or process; never blocks. Signal and TryConsume may be called from different threads.</summary>
public sealed class EventFd : IDisposable
{
    private readonly FileDescriptor _fd;

    /// <summary>Makes a new counter with value 0.</summary>
    /// <exception cref="LinuxException">The process has no descriptor left.</exception>
    public EventFd()
    {
        int fd = Libc.eventfd(0, Libc.EFD_CLOEXEC | Libc.EFD_NONBLOCK);
        _fd = fd >= 0 ? new FileDescriptor(fd) : throw LinuxException.ForLastCall("eventfd");
    }

    private EventFd(FileDescriptor fd) => _fd = fd;

    /// <summary>The descriptor, for <see cref="Epoll"/> or for sending to a peer.</summary>
    public int Fd => _fd.Number;

    /// <summary>Takes ownership of a descriptor that a peer sent. Its open file is made non-blocking.</summary>
    /// <param name="fd">Open descriptor; closed if this throws.</param>
    /// <exception cref="LinuxException">The descriptor is not open.</exception>
    public static EventFd FromFd(int fd)
    {
        var owned = new FileDescriptor(fd);
        try
        {
            owned.SetNonBlocking(true);
            return new EventFd(owned);
        }
        catch
        {
            owned.Dispose();
            throw;
        }
    }

    /// <summary>Adds one. A counter that is already at its maximum stays there: the reader will wake anyway.</summary>
    /// <exception cref="LinuxException">The descriptor does not take writes.</exception>
    public unsafe void Signal()
    {
        ulong one = 1;
        nint written;
        // SAFETY: writes exactly the 8 bytes of a local.
        do written = Libc.write(_fd, &one, sizeof(ulong));
        while (written < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        if (written < 0 && Marshal.GetLastPInvokeError() != Libc.EAGAIN) throw LinuxException.ForLastCall("write", "eventfd");
    }

    /// <summary>Sets the counter back to 0.</summary>
    /// <returns>True when it had been signalled since the last call.</returns>
    /// <exception cref="LinuxException">The descriptor cannot be read.</exception>
    public unsafe bool TryConsume()
    {
        ulong count;
        nint got;
        // SAFETY: reads at most the 8 bytes of a local.
        do got = Libc.read(_fd, &count, sizeof(ulong));
        while (got < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        if (got > 0) return true;
        if (got < 0 && Marshal.GetLastPInvokeError() != Libc.EAGAIN) throw LinuxException.ForLastCall("read", "eventfd");
        return false;
    }

    /// <summary>Closes the descriptor.</summary>
    public void Dispose() => _fd.Dispose();
}
