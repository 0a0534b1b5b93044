using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VirglHost.Linux.Native;

namespace VirglHost.Linux;

/// <summary>A set of watched descriptors. One thread owns it; descriptors must be removed before they are closed.</summary>
public sealed class Epoll : IDisposable
{
    private const int MaximumEvents = 64;

    // SPEC: sys/epoll.h - struct epoll_event is packed on x86-64 only.
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = DataOffset + 8;

    private readonly FileDescriptor _fd;

    /// <summary>Makes an empty set.</summary>
    /// <exception cref="LinuxException">The process has no descriptor left.</exception>
    public Epoll()
    {
        int fd = Libc.epoll_create1(Libc.EPOLL_CLOEXEC);
        _fd = fd >= 0 ? new FileDescriptor(fd) : throw LinuxException.ForLastCall("epoll_create1");
    }

    /// <summary>Starts watching a descriptor.</summary>
    /// <param name="fd">Open descriptor, not yet in the set.</param>
    /// <param name="interest">What to wait for.</param>
    /// <param name="token">Returned in <see cref="EpollEvent.Token"/>.</param>
    /// <exception cref="LinuxException">Already watched (EEXIST) or not watchable (EPERM).</exception>
    public void Add(int fd, EpollInterest interest, ulong token) => Control(Libc.EPOLL_CTL_ADD, fd, interest, token);

    /// <summary>Changes what a watched descriptor is waited for.</summary>
    /// <param name="fd">A descriptor in the set.</param>
    /// <param name="interest">The new interest.</param>
    /// <param name="token">The new token.</param>
    /// <exception cref="LinuxException">Not in the set (ENOENT).</exception>
    public void Modify(int fd, EpollInterest interest, ulong token) => Control(Libc.EPOLL_CTL_MOD, fd, interest, token);

    /// <summary>Stops watching a descriptor.</summary>
    /// <param name="fd">A descriptor in the set.</param>
    /// <exception cref="LinuxException">Not in the set (ENOENT).</exception>
    public void Remove(int fd) => Control(Libc.EPOLL_CTL_DEL, fd, EpollInterest.None, 0);

    /// <summary>Waits until something happens. Allocates nothing.</summary>
    /// <param name="events">Receives what happened; at most 64 are filled per call.</param>
    /// <param name="timeoutInMilliseconds">−1 waits for ever, 0 only looks.</param>
    /// <returns>Number of events filled; 0 after the timeout, or early when a signal arrived.</returns>
    /// <exception cref="LinuxException">The set was closed.</exception>
    [SkipLocalsInit]
    public unsafe int Wait(Span<EpollEvent> events, int timeoutInMilliseconds)
    {
        int capacity = Math.Min(events.Length, MaximumEvents);
        byte* raw = stackalloc byte[MaximumEvents * 16];
        // SAFETY: the buffer holds 64 events of at most 16 bytes, the kernel writes at most `capacity` ≤ 64 of them.
        int count = Libc.epoll_wait(_fd, raw, capacity, timeoutInMilliseconds);
        if (count < 0)
            return Marshal.GetLastPInvokeError() == Libc.EINTR ? 0 : throw LinuxException.ForLastCall("epoll_wait");
        for (int i = 0; i < count; i++)
        {
            byte* item = raw + i * EventSize;
            events[i] = new EpollEvent(Unsafe.ReadUnaligned<EpollInterest>(item), Unsafe.ReadUnaligned<ulong>(item + DataOffset));
        }

        return count;
    }

    /// <summary>Closes the set; the watched descriptors stay open.</summary>
    public void Dispose() => _fd.Dispose();

    private unsafe void Control(int operation, int fd, EpollInterest interest, ulong token)
    {
        byte* raw = stackalloc byte[16];
        Unsafe.WriteUnaligned(raw, (uint)interest);
        Unsafe.WriteUnaligned(raw + DataOffset, token);
        // SAFETY: the kernel reads one event of at most 16 bytes from a local buffer of 16.
        if (Libc.epoll_ctl(_fd, operation, fd, raw) != 0) throw LinuxException.ForLastCall("epoll_ctl", $"fd {fd}");
    }
}
