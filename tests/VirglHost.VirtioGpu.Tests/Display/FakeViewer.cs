using System.Buffers.Binary;
using System.Runtime.InteropServices;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Tests.Display;

/// <summary>
/// Plays the front-end's side of the display socket as QEMU does: keeps a surface per screen, and treats an UPDATE without a live SCANOUT, which
/// crashes QEMU, as a failure.
/// </summary>
internal sealed class FakeViewer(UnixSocket socket) : IDisposable
{
    private readonly byte[] _bytes = new byte[64 << 20];
    private readonly int[] _fds = new int[2];
    private readonly Queue<FileDescriptor> _received = [];
    private int _length;

    /// <summary>The file that each screen looks at.</summary>
    public Dictionary<uint, FileIdentity> Memories { get; } = [];

    public List<(uint Request, byte[] Content)> Messages { get; } = [];

    public Dictionary<uint, (int Width, int Height, byte[] Pixels)> Surfaces { get; } = [];

    public int UpdateCount { get; private set; }

    /// <summary>Takes in what has arrived, at most <paramref name="limit"/> bytes.</summary>
    public int Receive(int limit = int.MaxValue)
    {
        int total = 0;
        while (total < limit && socket.TryReceive(_bytes.AsSpan(_length, Math.Min(limit - total, 65536)), _fds, out int received, out int fdCount) && received > 0)
        {
            for (int i = 0; i < fdCount; i++) _received.Enqueue(new FileDescriptor(_fds[i]));
            _length += received;
            total += received;
        }

        int start = 0;
        while (_length - start >= 12)
        {
            uint request = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(start));
            Assert.Equal(0u, BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(start + 4)));
            int size = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(start + 8));
            if (_length - start - 12 < size) break;
            Handle(request, _bytes.AsSpan(start + 12, size));
            start += 12 + size;
        }

        _bytes.AsSpan(start, _length - start).CopyTo(_bytes);
        _length -= start;
        return total;
    }

    public void Reply(uint request, ReadOnlySpan<byte> content)
    {
        byte[] message = new byte[12 + content.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(message, request);
        message[4] = 4;
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(8), content.Length);
        content.CopyTo(message.AsSpan(12));
        socket.SendAll(message);
    }

    public void Send(ReadOnlySpan<byte> bytes) => socket.SendAll(bytes);

    public uint[] Requests() => [.. Messages.Select(message => message.Request)];

    public void Dispose()
    {
        while (_received.TryDequeue(out FileDescriptor? unused)) unused.Dispose();
        socket.Dispose();
    }

    private void Handle(uint request, ReadOnlySpan<byte> content)
    {
        if (request == 8)
        {
            Update(content);
            return;
        }

        Messages.Add((request, content.ToArray()));
        if (request is 9 or 12) TakeMemory(content);
        if (request == 10) Assert.True(Memories.ContainsKey(MemoryMarshal.Cast<byte, uint>(content)[0]), "DMABUF_UPDATE of nothing");
        if (request != 7) return;
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(content);
        if (words[1] == 0) Surfaces.Remove(words[0]);
        else Surfaces[words[0]] = ((int)words[1], (int)words[2], new byte[words[1] * words[2] * 4]);
    }

    private void TakeMemory(ReadOnlySpan<byte> content)
    {
        uint screen = MemoryMarshal.Cast<byte, uint>(content)[0];
        Memories.Remove(screen);
        // A size says that memory comes along; without one the screen lets go of what it has.
        if (MemoryMarshal.Cast<byte, uint>(content)[3] == 0) return;
        using FileDescriptor memory = _received.Dequeue();
        Memories[screen] = FileDescriptor.GetIdentity(memory.Number);
    }

    private void Update(ReadOnlySpan<byte> content)
    {
        UpdateCount++;
        ReadOnlySpan<int> words = MemoryMarshal.Cast<byte, int>(content[..20]);
        Assert.True(Surfaces.TryGetValue((uint)words[0], out (int Width, int Height, byte[] Pixels) surface), "UPDATE without a live SCANOUT: QEMU dies of it");
        (int x, int y, int width, int height) = (words[1], words[2], words[3], words[4]);
        Assert.True(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= surface.Width && y + height <= surface.Height);
        Assert.Equal(20 + width * height * 4, content.Length);
        for (int row = 0; row < height; row++)
            content.Slice(20 + row * width * 4, width * 4).CopyTo(surface.Pixels.AsSpan(((y + row) * surface.Width + x) * 4));
    }
}
