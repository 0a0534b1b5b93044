using System.Buffers.Binary;
using VirglHost.Linux;

namespace VirglHost.VhostUser.Messages;

/// <summary>
/// Collects one message at a time from the socket, however it is cut into pieces, together with its descriptors, which it owns until taken.
/// Never reads past the message, so descriptors cannot slip to a neighbour.
/// </summary>
internal sealed class MessageAssembler(UnixSocket socket) : IDisposable
{
    internal const int HeaderSize = 12;
    internal const int MaximumPayload = 4096;

    private const int MaximumFds = 8;
    private const uint VersionMask = 0x3, Version = 0x1, ReplyFlag = 0x4, NeedReplyFlag = 0x8;

    private readonly byte[] _buffer = new byte[HeaderSize + MaximumPayload];
    private readonly int[] _fds = new int[MaximumFds];
    private int _filled;

    /// <summary>What <see cref="Advance"/> came to.</summary>
    internal enum Outcome
    {
        /// <summary>Nothing more has arrived.</summary>
        Waiting,

        /// <summary>A whole message is there.</summary>
        Complete,

        /// <summary>The peer closed between two messages.</summary>
        Closed,
    }

    internal RequestCode Code => (RequestCode)Word(0);

    internal bool NeedsReply => (Word(4) & NeedReplyFlag) != 0;

    internal int FdCount { get; private set; }

    internal ReadOnlySpan<byte> Payload => _buffer.AsSpan(HeaderSize, _filled - HeaderSize);

    public void Dispose() => Discard();

    /// <summary>Drops the message and closes the descriptors nobody took; the next Advance starts a new one.</summary>
    internal void Discard()
    {
        for (int i = 0; i < FdCount; i++) FileDescriptor.Close(_fds[i]);
        FdCount = 0;
        _filled = 0;
    }

    /// <summary>Hands over descriptor <paramref name="index"/>; the caller owns it.</summary>
    internal int TakeFd(int index)
    {
        int fd = _fds[index];
        _fds[index] = -1;
        return fd;
    }

    internal Outcome Advance()
    {
        while (true)
        {
            int wanted = _filled < HeaderSize ? HeaderSize : HeaderSize + (int)CheckedPayloadSize();
            if (_filled == wanted) return Outcome.Complete;
            bool hasInput;
            int received, fdCount;
            try
            {
                hasInput = socket.TryReceive(_buffer.AsSpan(_filled, wanted - _filled), _fds.AsSpan(FdCount), out received, out fdCount);
            }
            catch (LinuxException tooMany) when (tooMany.ErrnoName == "EPROTO")
            {
                throw new VhostProtocolException($"more than {MaximumFds} descriptors came with one message", tooMany);
            }

            if (!hasInput) return Outcome.Waiting;
            FdCount += fdCount;
            if (received == 0)
            {
                return _filled == 0
                    ? Outcome.Closed
                    : throw new VhostProtocolException($"the peer closed in the middle of a message, after {_filled} bytes");
            }

            _filled += received;
        }
    }

    private uint CheckedPayloadSize()
    {
        uint flags = Word(4), size = Word(8);
        if ((flags & VersionMask) != Version)
            throw new VhostProtocolException($"request {Word(0)} has protocol version {flags & VersionMask}, expected 1");
        if ((flags & ReplyFlag) != 0) throw new VhostProtocolException($"a reply to {Code} arrived, but nothing was asked");
        if (size > MaximumPayload) throw new VhostProtocolException($"{Code} announces {size} bytes, more than any request has");
        return size;
    }

    private uint Word(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(offset));
}
