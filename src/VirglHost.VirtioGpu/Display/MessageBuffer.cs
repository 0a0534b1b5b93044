using System.Buffers.Binary;
using System.Runtime.InteropServices;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Display;

/// <summary>Bytes on their way out of the display socket: whole messages go in, any part of them comes out when the socket has room.</summary>
internal sealed class MessageBuffer : IDisposable
{
    /// <summary>SPEC: vhost-user-gpu, header: u32 request, u32 flags, u32 size.</summary>
    public const int HeaderSize = 12;

    private byte[] _bytes = new byte[256 * 1024];
    private int _start;
    private int _end;
    private FileDescriptor? _descriptor;
    private int _descriptorAt;

    public bool IsEmpty => _start == _end;

    public void Clear()
    {
        _start = _end = 0;
        DropDescriptor();
    }

    /// <summary>Appends a message without content.</summary>
    public void Add(DisplayRequest request) => Reserve(request, 0);

    /// <summary>Appends a message of little words.</summary>
    public void Add(DisplayRequest request, ReadOnlySpan<uint> words) =>
        MemoryMarshal.AsBytes(words).CopyTo(Reserve(request, words.Length * sizeof(uint)));

    /// <summary>Appends a message that carries a descriptor. No other one may be waiting.</summary>
    /// <param name="request">The message.</param>
    /// <param name="words">Its content.</param>
    /// <param name="descriptor">Stays the caller's; it is doubled here, because it may be closed before the message leaves.</param>
    /// <exception cref="LinuxException">The process has no descriptor left.</exception>
    public void Add(DisplayRequest request, ReadOnlySpan<uint> words, FileDescriptor descriptor)
    {
        if (_descriptor is not null) throw new InvalidOperationException("one descriptor at a time");
        _descriptor = descriptor.Duplicate();
        if (IsEmpty) _start = _end = 0;
        _descriptorAt = _end;
        Add(request, words);
    }

    /// <summary>Appends a header and hands out the space of the content, which the caller fills at once.</summary>
    public Span<byte> Reserve(DisplayRequest request, int size)
    {
        if (IsEmpty) _start = _end = 0;
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
        while (!IsEmpty)
        {
            // A descriptor travels with the first byte of its own message: what is before that goes first, by itself.
            bool isDue = _descriptor is not null && _descriptorAt == _start;
            int end = _descriptor is null || isDue ? _end : _descriptorAt;
            ReadOnlySpan<int> descriptors = isDue ? [_descriptor!.Number] : [];
            if (!socket.TrySend(_bytes.AsSpan(_start, end - _start), descriptors, out int sent)) return;
            _start += sent;
            if (isDue && sent > 0) DropDescriptor();
        }
    }

    public void Dispose() => DropDescriptor();

    private void DropDescriptor()
    {
        _descriptor?.Dispose();
        _descriptor = null;
    }
}
