using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VirglHost.Linux.Native;

namespace VirglHost.Linux;

public sealed partial class UnixSocket
{
    /// <summary>Most descriptors one message can carry (SCM_MAX_FD of the kernel).</summary>
    public const int MaximumFds = 253;

    private const int ControlHeader = 16;

    /// <summary>Reads what has arrived, waiting for at least one byte (in non-blocking mode it throws EAGAIN instead).</summary>
    /// <param name="buffer">Receives bytes; must not be empty.</param>
    /// <param name="fds">Receives descriptors, which the caller then owns (close-on-exec).</param>
    /// <param name="fdCount">Number of descriptors received.</param>
    /// <returns>Number of bytes; 0 = the peer closed.</returns>
    /// <exception cref="LinuxException">
    /// The call failed, or more descriptors arrived than <paramref name="fds"/> holds (EPROTO; all of them are closed).
    /// </exception>
    public int Receive(Span<byte> buffer, Span<int> fds, out int fdCount)
    {
        int received = ReceiveOnce(buffer, fds, 0, out fdCount);
        return received >= 0 ? received : throw new LinuxException("recvmsg", -received);
    }

    /// <summary>Like <see cref="Receive"/> but never waits.</summary>
    /// <param name="buffer">Receives bytes; must not be empty.</param>
    /// <param name="fds">Receives descriptors, which the caller then owns.</param>
    /// <param name="received">Number of bytes; 0 = the peer closed. 0 also when this returns false.</param>
    /// <param name="fdCount">Number of descriptors received.</param>
    /// <returns>False when nothing has arrived.</returns>
    /// <exception cref="LinuxException">As for <see cref="Receive"/>.</exception>
    public bool TryReceive(Span<byte> buffer, Span<int> fds, out int received, out int fdCount)
    {
        received = ReceiveOnce(buffer, fds, Libc.MSG_DONTWAIT, out fdCount);
        if (received >= 0) return true;
        int errno = -received;
        received = 0;
        return errno == Libc.EAGAIN ? false : throw new LinuxException("recvmsg", errno);
    }

    /// <summary>Waits until the whole buffer is filled; no descriptor may come along.</summary>
    /// <param name="buffer">Receives exactly its length.</param>
    /// <returns>False when the peer closed before the first byte.</returns>
    /// <exception cref="EndOfStreamException">The peer closed after the first byte.</exception>
    /// <exception cref="LinuxException">As for <see cref="Receive"/>.</exception>
    public bool ReceiveExactly(Span<byte> buffer)
    {
        int done = 0;
        while (done < buffer.Length)
        {
            int received = Receive(buffer[done..], default, out _);
            if (received == 0)
                return done == 0 ? false : throw new EndOfStreamException($"the peer closed after {done} of {buffer.Length} bytes");
            done += received;
        }

        return true;
    }

    /// <summary>Sends as much as fits (in blocking mode: everything up to a signal), descriptors with the first byte.</summary>
    /// <param name="bytes">At least one byte when there are descriptors.</param>
    /// <param name="fds">Descriptors to pass, at most <see cref="MaximumFds"/>; they stay open here.</param>
    /// <returns>Number of bytes sent.</returns>
    /// <exception cref="LinuxException">The call failed; see <see cref="LinuxException.IsPeerGone"/>.</exception>
    public int Send(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> fds)
    {
        int sent = SendOnce(bytes, fds, 0);
        return sent >= 0 ? sent : throw new LinuxException("sendmsg", -sent);
    }

    /// <summary>Sends everything, waiting as long as it takes; descriptors ride with the first byte.</summary>
    /// <param name="bytes">At least one byte when there are descriptors.</param>
    /// <param name="fds">Descriptors to pass; they stay open here.</param>
    /// <exception cref="LinuxException">The call failed; see <see cref="LinuxException.IsPeerGone"/>.</exception>
    public void SendAll(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> fds = default)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[Send(bytes, fds)..];
            fds = default;
        }
    }

    /// <summary>Like <see cref="Send"/> but never waits.</summary>
    /// <param name="bytes">At least one byte when there are descriptors.</param>
    /// <param name="fds">Descriptors to pass; they went along if <paramref name="sent"/> is greater than 0.</param>
    /// <param name="sent">Number of bytes sent.</param>
    /// <returns>False when the socket has no room.</returns>
    /// <exception cref="LinuxException">The call failed; see <see cref="LinuxException.IsPeerGone"/>.</exception>
    public bool TrySend(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> fds, out int sent)
    {
        sent = SendOnce(bytes, fds, Libc.MSG_DONTWAIT);
        if (sent >= 0) return true;
        int errno = -sent;
        sent = 0;
        return errno == Libc.EAGAIN ? false : throw new LinuxException("sendmsg", errno);
    }

    /// <summary>One recvmsg; returns bytes, or the negated error number.</summary>
    [SkipLocalsInit]
    private unsafe int ReceiveOnce(Span<byte> buffer, Span<int> fds, int flags, out int fdCount)
    {
        ArgumentOutOfRangeException.ThrowIfZero(buffer.Length);
        fdCount = 0;
        int capacity = Math.Min(fds.Length, MaximumFds);
        byte* control = stackalloc byte[ControlHeader + MaximumFds * sizeof(int) + 12];
        fixed (byte* data = buffer)
        {
            var piece = new Libc.iovec { iov_base = data, iov_len = (nuint)buffer.Length };
            // Exactly CMSG_LEN: rounding up would let one descriptor more than `fds` holds slip in.
            var message = new Libc.msghdr
            {
                msg_iov = &piece,
                msg_iovlen = 1,
                msg_control = capacity == 0 ? null : control,
                msg_controllen = capacity == 0 ? 0 : (nuint)(ControlHeader + capacity * sizeof(int)),
            };
            nint received;
            // SAFETY: the buffer is pinned, control holds msg_controllen bytes, and the kernel honours both lengths.
            do received = Libc.recvmsg(_fd, &message, flags | Libc.MSG_CMSG_CLOEXEC);
            while (received < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
            if (received < 0)
            {
                int errno = Marshal.GetLastPInvokeError();
                return errno == Libc.ECONNRESET ? 0 : -errno;
            }

            fdCount = TakeFds(control, (long)message.msg_controllen, fds);
            if ((message.msg_flags & Libc.MSG_CTRUNC) == 0) return (int)received;
            foreach (int fd in fds[..fdCount]) FileDescriptor.Close(fd);
            fdCount = 0;
            throw new LinuxException("recvmsg", Libc.EPROTO, $"more than {capacity} descriptors in one message");
        }
    }

    private static unsafe int TakeFds(byte* control, long length, Span<int> fds)
    {
        if (length < ControlHeader) return 0;
        // SAFETY: the kernel filled `length` ≥ 16 bytes: one header and its payload. Only one SCM_RIGHTS header can come (no credentials
        // were asked for), and cmsg_len never exceeds the length it was given.
        var header = (Libc.cmsghdr*)control;
        if (header->cmsg_level != Libc.SOL_SOCKET || header->cmsg_type != Libc.SCM_RIGHTS) return 0;
        int count = (int)((Math.Min((long)header->cmsg_len, length) - ControlHeader) / sizeof(int));
        new ReadOnlySpan<int>(control + ControlHeader, count).CopyTo(fds);
        return count;
    }

    /// <summary>One sendmsg; returns bytes, or the negated error number.</summary>
    [SkipLocalsInit]
    private unsafe int SendOnce(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> fds, int flags)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bytes.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fds.Length, MaximumFds);
        byte* control = stackalloc byte[ControlHeader + MaximumFds * sizeof(int) + 12];
        fixed (byte* data = bytes)
        {
            var piece = new Libc.iovec { iov_base = data, iov_len = (nuint)bytes.Length };
            var message = new Libc.msghdr { msg_iov = &piece, msg_iovlen = 1 };
            if (fds.Length > 0)
            {
                var header = (Libc.cmsghdr*)control;
                header->cmsg_len = (nuint)(ControlHeader + fds.Length * sizeof(int));
                header->cmsg_level = Libc.SOL_SOCKET;
                header->cmsg_type = Libc.SCM_RIGHTS;
                fds.CopyTo(new Span<int>(control + ControlHeader, fds.Length));
                message.msg_control = control;
                message.msg_controllen = (header->cmsg_len + 7) & ~(nuint)7;
            }

            nint sent;
            // SAFETY: the bytes are pinned; control holds 16 + 4 × fds bytes rounded up to 8, inside its 1040.
            do sent = Libc.sendmsg(_fd, &message, flags | Libc.MSG_NOSIGNAL);
            while (sent < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
            return sent >= 0 ? (int)sent : -Marshal.GetLastPInvokeError();
        }
    }
}
