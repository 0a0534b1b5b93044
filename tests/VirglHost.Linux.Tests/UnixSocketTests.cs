using System.Net.Sockets;

namespace VirglHost.Linux.Tests;

public sealed class UnixSocketTests
{
    /// <summary>Descriptors of this process that lead to a file in memory of this name. What the runtime and other tests open and close meanwhile has other names.</summary>
    private static int CountFds(string memoryFile) =>
        Directory.GetFiles("/proc/self/fd").Count(path => new FileInfo(path).LinkTarget?.StartsWith($"/memfd:{memoryFile}", StringComparison.Ordinal) == true);

    [Fact]
    public void Pair_sends_bytes_and_descriptors_together()
    {
        (UnixSocket first, UnixSocket second) = UnixSocket.Pair();
        using var signal = new EventFd();
        using (first)
        using (second)
        {
            Assert.Equal(3, first.Send([1, 2, 3], [signal.Fd, signal.Fd]));
            Span<byte> buffer = stackalloc byte[8];
            Span<int> fds = stackalloc int[4];

            int received = second.Receive(buffer, fds, out int fdCount);

            Assert.Equal([1, 2, 3], buffer[..received].ToArray());
            Assert.Equal(2, fdCount);
            using EventFd a = EventFd.FromFd(fds[0]);
            using EventFd b = EventFd.FromFd(fds[1]);
            Assert.NotEqual(signal.Fd, a.Fd);
            a.Signal();
            Assert.True(signal.TryConsume());
        }
    }

    [Fact]
    public void Receive_with_more_descriptors_than_room_throws_and_closes_them()
    {
        (UnixSocket first, UnixSocket second) = UnixSocket.Pair();
        const string Name = "more-descriptors-than-room";
        using var file = new Memfd(Name, 1);
        using (first)
        using (second)
        {
            first.Send([1], [file.Fd, file.Fd, file.Fd]);
            Assert.Equal(1, CountFds(Name));
            var error = Assert.Throws<LinuxException>(() => second.Receive(new byte[8], new int[1], out _));
            Assert.Equal("EPROTO", error.ErrnoName);
            Assert.Equal(1, CountFds(Name));

            first.Send([1], [file.Fd]);
            Assert.Throws<LinuxException>(() => second.Receive(new byte[8], [], out _));
            Assert.Equal(1, CountFds(Name));

            first.Send([1], [file.Fd]);
            int[] received = new int[1];
            second.Receive(new byte[8], received, out _);
            Assert.Equal(2, CountFds(Name));
            FileDescriptor.Close(received[0]);
            Assert.Equal(1, CountFds(Name));
        }
    }

    [Fact]
    public void TryReceive_with_nothing_there_returns_false_and_after_close_returns_zero()
    {
        (UnixSocket first, UnixSocket second) = UnixSocket.Pair();
        using (second)
        {
            Assert.False(second.TryReceive(new byte[4], [], out _, out _));
            first.Dispose();
            Assert.True(second.TryReceive(new byte[4], [], out int received, out _));
            Assert.Equal(0, received);
        }
    }

    [Fact]
    public void Receive_after_peer_closed_with_unread_bytes_is_end_of_stream()
    {
        (UnixSocket first, UnixSocket second) = UnixSocket.Pair();
        using (second)
        {
            second.SendAll([1, 2, 3]);
            first.Dispose();
            Assert.Equal(0, second.Receive(new byte[4], [], out _));
        }
    }

    [Fact]
    public void Send_to_closed_peer_throws_peer_gone_and_no_signal()
    {
        (UnixSocket first, UnixSocket second) = UnixSocket.Pair();
        second.Dispose();
        using (first)
        {
            var error = Assert.Throws<LinuxException>(() => first.SendAll([1]));
            Assert.True(error.IsPeerGone, error.Message);
            Assert.Equal("EPIPE", error.ErrnoName);
        }
    }

    [Fact]
    public void TrySend_into_full_socket_sends_partially_then_returns_false()
    {
        (UnixSocket first, UnixSocket second) = UnixSocket.Pair();
        using (first)
        using (second)
        {
            byte[] big = new byte[8 << 20];
            Assert.True(first.TrySend(big, [], out int sent));
            Assert.InRange(sent, 1, big.Length - 1);
            Assert.False(first.TrySend(big, [], out int none));
            Assert.Equal(0, none);
            byte[] drain = new byte[sent];
            Assert.True(second.ReceiveExactly(drain));
            Assert.True(first.TrySend(big, [], out sent));
            Assert.True(sent > 0);
        }
    }

    [Fact]
    public void ReceiveExactly_when_peer_stops_halfway_throws_end_of_stream()
    {
        (UnixSocket first, UnixSocket second) = UnixSocket.Pair();
        using (second)
        {
            first.SendAll([1, 2]);
            first.Dispose();
            Assert.Throws<EndOfStreamException>(() => second.ReceiveExactly(new byte[3]));
            Assert.False(second.ReceiveExactly(new byte[3]));
        }
    }

    [Fact]
    public void Listen_on_stale_file_replaces_it_and_on_live_one_throws()
    {
        string path = Path.Combine(Path.GetTempPath(), $"vh-{Guid.NewGuid():N}.sock");
        using (Socket dead = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            // .NET takes the file away with the socket; moved aside and back it stays, as after a process that was killed.
            dead.Bind(new UnixDomainSocketEndPoint(path));
            File.Move(path, path + ".kept");
        }

        File.Move(path + ".kept", path);
        using (UnixSocket listener = UnixSocket.Listen(path))
        {
            var error = Assert.Throws<LinuxException>(() => UnixSocket.Listen(path));
            Assert.Equal("EADDRINUSE", error.ErrnoName);
            using UnixSocket probe = listener.Accept();    // the liveness probe of the refused Listen
            using UnixSocket client = UnixSocket.Connect(path);
            using UnixSocket server = listener.Accept();
            client.SendAll([7]);
            byte[] got = new byte[1];
            Assert.True(server.ReceiveExactly(got));
            Assert.Equal(7, got[0]);
        }

        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Listen_on_a_file_that_is_no_socket_keeps_it(bool isLink)
    {
        string path = Path.Combine(Path.GetTempPath(), $"vh-{Guid.NewGuid():N}.sock");
        string target = isLink ? path + ".target" : path;
        File.WriteAllText(target, "precious");
        if (isLink) File.CreateSymbolicLink(path, target);

        var error = Assert.Throws<LinuxException>(() => UnixSocket.Listen(path));

        Assert.Equal("ENOTSOCK", error.ErrnoName);
        Assert.Equal("precious", File.ReadAllText(path));
        File.Delete(path);
        File.Delete(target);
    }

    [Fact]
    public void Listen_with_path_of_108_bytes_is_refused()
    {
        var error = Assert.Throws<LinuxException>(() => UnixSocket.Listen("/tmp/" + new string('x', 103)));
        Assert.Equal("ENAMETOOLONG", error.ErrnoName);
    }

    [Fact]
    public void Connect_to_nobody_throws_with_the_reason()
    {
        var error = Assert.Throws<LinuxException>(() => UnixSocket.Connect("/tmp/virglhost-nobody-here.sock"));
        Assert.Equal("ENOENT", error.ErrnoName);
        Assert.Contains("/tmp/virglhost-nobody-here.sock", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromFd_of_something_else_throws_and_closes_it()
    {
        using var signal = new EventFd();
        using var original = new FileDescriptor(signal.Fd);
        FileDescriptor duplicate = original.Duplicate();
        int copy = duplicate.Number;
        original.SetHandleAsInvalid();
        duplicate.SetHandleAsInvalid();
        Assert.Throws<LinuxException>(() => UnixSocket.FromFd(copy));
        Assert.Throws<LinuxException>(() => FileDescriptor.GetIdentity(copy));
    }
}
