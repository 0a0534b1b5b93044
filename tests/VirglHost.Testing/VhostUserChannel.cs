using System.Buffers.Binary;
using VirglHost.Linux;

namespace VirglHost.Testing;

/// <summary>
/// The message level of a vhost-user front-end: sends requests, waits for replies, keeps other parties of the same test running meanwhile.
/// </summary>
public sealed class VhostUserChannel : IDisposable
{
    /// <summary>Header flag: an acknowledgement is wanted.</summary>
    public const uint NeedReply = 8;

    private readonly Epoll _epoll = new();
    private readonly EpollEvent[] _events = new EpollEvent[8];

    /// <summary>Takes a connected socket.</summary>
    public VhostUserChannel(UnixSocket socket)
    {
        Socket = socket;
        Watch(socket.Fd);
    }

    /// <summary>The connection; for tests that send rubbish.</summary>
    public UnixSocket Socket { get; }

    /// <summary>Called whenever this side waits: a test drives its in-process back-end here. Null for a back-end in another thread or process.</summary>
    public Action? Pump { get; set; }

    /// <summary>Called whenever this side waits, after <see cref="Pump"/>: answers the display socket.</summary>
    internal Action? DisplayStep { get; set; }

    /// <summary>Every message sent, as "number flags payload-size descriptors".</summary>
    public List<string> Sent { get; } = [];

    /// <summary>How long any single wait may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Sends a message as it is.</summary>
    public void Send(uint request, uint flags, ReadOnlySpan<byte> payload, params ReadOnlySpan<int> fds)
    {
        byte[] bytes = new byte[12 + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, request);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), flags | 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)payload.Length);
        payload.CopyTo(bytes.AsSpan(12));
        Sent.Add($"{request} 0x{flags | 1:x} {payload.Length} {fds.Length}");
        try
        {
            Socket.SendAll(bytes, fds);
        }
        catch (LinuxException gone) when (gone.IsPeerGone)
        {
            throw new FrontendException($"the back-end closed the connection before request {request}", gone);
        }
    }

    /// <summary>Waits for the reply to a request and checks its header the way QEMU does.</summary>
    public byte[] Receive(uint request)
    {
        byte[] header = ReceiveBytes(12, $"the reply to request {request}");
        uint code = BinaryPrimitives.ReadUInt32LittleEndian(header), flags = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(8));
        if (code != request || flags != 5 || size > 4096)
            throw new FrontendException($"the reply to request {request} has header ({code}, {flags:x}, {size}), expected ({request}, 5, …)");
        return ReceiveBytes((int)size, $"the reply to request {request}");
    }

    /// <summary>Runs everything until a condition holds.</summary>
    /// <exception cref="TimeoutException">It did not in <see cref="Timeout"/>.</exception>
    public void WaitUntil(Func<bool> isDone, string what)
    {
        long deadline = Environment.TickCount64 + (long)Timeout.TotalMilliseconds;
        while (true)
        {
            Pump?.Invoke();
            DisplayStep?.Invoke();
            if (isDone()) return;
            long left = deadline - Environment.TickCount64;
            if (left <= 0) throw new TimeoutException($"{what} did not come within {Timeout.TotalSeconds} s");
            _epoll.Wait(_events, (int)Math.Min(left, Pump is null ? 100 : 1));
        }
    }

    /// <summary>Wakes a wait when this descriptor is readable.</summary>
    public void Watch(int fd) => _epoll.Add(fd, EpollInterest.Read, (ulong)fd);

    /// <summary>Ends <see cref="Watch"/>; before the descriptor is closed.</summary>
    public void Unwatch(int fd) => _epoll.Remove(fd);

    /// <inheritdoc/>
    public void Dispose()
    {
        _epoll.Dispose();
        Socket.Dispose();
    }

    private byte[] ReceiveBytes(int count, string what)
    {
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count)
        {
            int received = 0;
            WaitUntil(() => Socket.TryReceive(bytes.AsSpan(done), default, out received, out _), what);
            if (received == 0) throw new FrontendException($"the back-end closed the connection instead of sending {what}");
            done += received;
        }

        return bytes;
    }
}
