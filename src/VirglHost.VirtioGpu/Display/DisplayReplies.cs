using System.Buffers.Binary;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Display;

/// <summary>Puts the replies of the display socket together from whatever pieces arrive.</summary>
internal sealed class DisplayReplies
{
    private const int MaximumSize = 4096;
    private const uint ReplyFlag = 4;

    private readonly byte[] _bytes = new byte[MessageBuffer.HeaderSize + MaximumSize];
    private int _length;

    public DisplayRequest Request { get; private set; }

    /// <summary>Content of the last complete reply.</summary>
    public ReadOnlySpan<byte> Content => _bytes.AsSpan(MessageBuffer.HeaderSize, Size);

    private int Size => (int)BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(8));

    public void Clear() => _length = 0;

    /// <summary>Reads on.</summary>
    /// <returns>True with a complete reply in <see cref="Request"/> and <see cref="Content"/>; false when more must arrive first.</returns>
    /// <exception cref="IOException">The socket was closed, or what came is no reply.</exception>
    public bool TryRead(UnixSocket socket)
    {
        if (IsComplete) _length = 0;
        while (!IsComplete)
        {
            int wanted = _length < MessageBuffer.HeaderSize ? MessageBuffer.HeaderSize : MessageBuffer.HeaderSize + Size;
            if (!socket.TryReceive(_bytes.AsSpan(_length, wanted - _length), default, out int received, out _)) return false;
            if (received == 0) throw new EndOfStreamException("closed by the front-end");
            _length += received;
            if (_length == MessageBuffer.HeaderSize) CheckHeader();
        }

        Request = (DisplayRequest)BinaryPrimitives.ReadUInt32LittleEndian(_bytes);
        return true;
    }

    private bool IsComplete => _length >= MessageBuffer.HeaderSize && _length == MessageBuffer.HeaderSize + Size;

    private void CheckHeader()
    {
        uint flags = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(4));
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(8));
        if ((flags & ReplyFlag) == 0 || size > MaximumSize) throw new IOException($"not a reply (flags {flags:x}, {size} bytes)");
    }
}
