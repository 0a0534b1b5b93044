using System.Buffers.Binary;
using System.Runtime.InteropServices;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Display;

/// <summary>Bytes on their way out of the display socket: whole messages go in, any part of them comes out when the socket has room.</summary>
internal sealed class MessageBuffer
{
    /// <summary>SPEC: vhost-user-gpu, header: u32 request, u32 flags, u32 size.</summary>
    public const int HeaderSize = 12;

    private byte[] _bytes = new byte[256 * 1024];
    private int _start;
    private int _end;

    public bool IsEmpty => _start == _end;

    public void Clear() => _start = _end = 0;

    /// <summary>Appends a message without content.</summary>
    public void Add(DisplayRequest request) => Reserve(request, 0);

    /// <summary>Appends a message of little words.</summary>
    public void Add(DisplayRequest request, ReadOnlySpan<uint> words) =>
        MemoryMarshal.AsBytes(words).CopyTo(Reserve(request, words.Length * sizeof(uint)));

    /// <summary>Appends a header and hands out the space of the content, which the caller fills at once.</summary>
    public Span<byte> Reserve(DisplayRequest request, int size)
    {
        if (IsEmpty) Clear();
        int needed = _end + HeaderSize + size;
        if (needed > _bytes.Length) Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        Span<byte> message = _bytes.AsSpan(_end, HeaderSize + size);
        BinaryPrimitives.WriteUInt32LittleEndian(message, (uint)request);
        BinaryPrimitives.WriteUInt32LittleEndian(message[4..], 0);
        BinaryPrimitives.WriteUInt32LittleEndian(message[8..], (uint)size);
        _end = needed;
        return message[HeaderSize..];
    }

    /// <summary>Sends what the socket takes.</summary>
    /// <exception cref="LinuxException">The peer is gone.</exception>
    public void Send(UnixSocket socket)
    {
        while (!IsEmpty && socket.TrySend(_bytes.AsSpan(_start, _end - _start), default, out int sent)) _start += sent;
    }
}
