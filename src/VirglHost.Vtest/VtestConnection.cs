using System.Buffers.Binary;
using System.Runtime.InteropServices;
using VirglHost.Linux;

namespace VirglHost.Vtest;

/// <summary>
/// The byte side of one client: reads whole words however they arrive, sends replies and descriptors. Used by the client's thread; the
/// server's thread made it, ends every wait with <see cref="Stop"/> and disposes it when the client's thread has ended. Reads and writes block in the kernel: one system call where a poll would make three of it.
/// </summary>
internal sealed class VtestConnection : IDisposable
{
    /// <summary>Bytes a client may promise in one go; more is asked for only once that many have arrived.</summary>
    private const int FirstChunk = 64 * 1024;

    private readonly UnixSocket _socket;
    private readonly byte[] _buffer = new byte[FirstChunk];
    private int _begin;
    private int _end;
    private volatile bool _isStopping;

    /// <param name="socket">Connected client; owned from here on.</param>
    public VtestConnection(UnixSocket socket) => _socket = socket;

    /// <summary>Whether bytes have arrived that nobody has read yet, as far as is known without asking the system.</summary>
    public bool HasMore => _begin != _end;

    /// <summary>Whether the server ends this conversation.</summary>
    public bool IsStopping => _isStopping;

    /// <summary>Reads a command header: payload length, command number.</summary>
    /// <returns>False when the client has left between two commands.</returns>
    public bool TryReadHeader(out uint length, out uint command)
    {
        Span<byte> bytes = stackalloc byte[8];
        int got = ReadSome(bytes);
        length = 0;
        command = 0;
        if (got == 0)
            return false;
        ReadExactly(bytes[got..]);
        length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        command = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        return true;
    }

    /// <summary>Fills <paramref name="words"/> with a payload of fixed size.</summary>
    public void ReadWords(Span<uint> words)
    {
        ReadExactly(MemoryMarshal.AsBytes(words));
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(words, words);
    }

    /// <summary>Fills <paramref name="destination"/>.</summary>
    /// <exception cref="VtestProtocolException">The client left in the middle.</exception>
    public void ReadExactly(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            int got = ReadSome(destination);
            if (got == 0)
                throw new VtestProtocolException("the client hung up in the middle of a command");
            destination = destination[got..];
        }
    }

    /// <summary>
    /// Reads <paramref name="count"/> elements into <paramref name="storage"/>, growing it only as the bytes arrive: a client that promises gigabytes and
    /// sends none costs nothing.
    /// </summary>
    /// <returns>The part of <paramref name="storage"/> that holds them.</returns>
    public Span<T> ReadGrowing<T>(ref T[] storage, int count)
        where T : unmanaged
    {
        int filled = 0;
        while (filled < count)
        {
            if (filled == storage.Length)
                Array.Resize(ref storage, Math.Min(count, Math.Max(FirstChunk, (int)Math.Min(Array.MaxLength, 2L * storage.Length))));
            int portion = Math.Min(count, storage.Length) - filled;
            ReadExactly(MemoryMarshal.AsBytes(storage.AsSpan(filled, portion)));
            filled += portion;
        }
        return storage.AsSpan(0, count);
    }

    /// <summary>Reads and forgets.</summary>
    public void Skip(uint count)
    {
        Span<byte> waste = stackalloc byte[256];
        for (long left = count; left > 0;)
        {
            int portion = (int)Math.Min(left, waste.Length);
            ReadExactly(waste[..portion]);
            left -= portion;
        }
    }

    /// <summary>Sends a reply: the header words and the payload words together.</summary>
    public void SendWords(params ReadOnlySpan<uint> words)
    {
        Span<byte> bytes = stackalloc byte[words.Length * sizeof(uint)];
        for (int i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * sizeof(uint))..], words[i]);
        SendBytes(bytes);
    }

    /// <summary>Sends raw bytes.</summary>
    public void SendBytes(ReadOnlySpan<byte> bytes) => Send(bytes, default);

    /// <summary>Sends a descriptor with the one dummy byte the protocol gives it.</summary>
    public void SendDescriptor(int fd) => Send([0], [fd]);

    /// <summary>Ends a long piece of work early when the server stops.</summary>
    /// <exception cref="OperationCanceledException">The server stops.</exception>
    public void ThrowIfStopping()
    {
        if (_isStopping)
            throw new OperationCanceledException();
    }

    /// <summary>Makes the client's thread give up, wherever it waits. Called by the thread that disposes, before it does.</summary>
    public void Stop()
    {
        _isStopping = true;
        _socket.Shutdown();
    }

    /// <summary>Tells the client that this was all; the descriptor stays until <see cref="Dispose"/>.</summary>
    public void HangUp() => _socket.Shutdown();

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private void Send(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> fds)
    {
        try
        {
            _socket.SendAll(bytes, fds);
        }
        catch (LinuxException fault) when (fault.IsPeerGone)
        {
            ThrowIfStopping();
            throw;
        }
    }

    /// <summary>At least one byte, or 0 when the client has left.</summary>
    private int ReadSome(Span<byte> destination)
    {
        if (_begin == _end)
        {
            // Long payloads go straight to where they are wanted; short ones come several to a system call.
            if (destination.Length >= _buffer.Length)
                return Receive(destination);
            _begin = 0;
            _end = Receive(_buffer);
        }
        int portion = Math.Min(destination.Length, _end - _begin);
        _buffer.AsSpan(_begin, portion).CopyTo(destination);
        _begin += portion;
        return portion;
    }

    private int Receive(Span<byte> destination)
    {
        // GUEST: versions 0 to 3 pass no descriptor this way, so one that comes along is a protocol error and the socket closes it.
        int received = _socket.Receive(destination, default, out _);
        if (received == 0)
            ThrowIfStopping();
        return received;
    }
}
