using System.Buffers.Binary;
using VirglHost.Linux;

namespace VirglHost.Testing;

/// <summary>
/// QEMU's end of the display socket: answers the back-end's questions and keeps what would be on screen. Whatever would hurt the real
/// QEMU (UPDATE without SCANOUT crashes it) is written down in <see cref="Violations"/>. Never waits.
/// </summary>
/// <param name="socket">Connected socket, owned.</param>
/// <param name="width">Width of scanout 0.</param>
/// <param name="height">Height of scanout 0.</param>
public sealed class DisplayPeer(UnixSocket socket, int width, int height) : IDisposable
{
    private const int MaximumPayload = 256 << 20;

    private readonly byte[] _header = new byte[12];
    private readonly Dictionary<uint, DisplaySurface> _surfaces = [];
    private readonly Dictionary<uint, DisplayMemory> _memories = [];
    private readonly int[] _fds = new int[4];
    private FileDescriptor? _received;
    private int _heldFrames;
    private byte[] _payload = [];
    private int _filled;

    /// <summary>Descriptor to watch.</summary>
    public int Fd => socket.Fd;

    /// <summary>What GET_PROTOCOL_FEATURES answers; QEMU 10 says 3 (EDID, DMABUF2).</summary>
    public ulong OfferedFeatures { get; init; } = 3;

    /// <summary>This viewer is busy with other things: it reads and answers nothing.</summary>
    public bool IsPaused { get; set; }

    /// <summary>The back-end closed the socket.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Requests seen, by number, in order.</summary>
    public List<uint> Requests { get; } = [];

    /// <summary>Readable descriptions of what the back-end did wrong.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Heads that show something.</summary>
    public IReadOnlyDictionary<uint, DisplaySurface> Surfaces => _surfaces;

    /// <summary>Heads that look at a dma-buf.</summary>
    public IReadOnlyDictionary<uint, DisplayMemory> Memories => _memories;

    /// <summary>Do not finish with a frame of a dma-buf before <see cref="FinishFrames"/>, as a window that is not drawn.</summary>
    public bool HoldsFrames { get; set; }

    /// <summary>The pointer.</summary>
    public DisplayCursor Cursor { get; private set; } = new(0, 0, 0, 0, 0, false, []);

    /// <summary>Handles everything that has arrived.</summary>
    public void ProcessInput()
    {
        while (!IsClosed && !IsPaused)
        {
            int size = _filled < 12 ? 0 : checked((int)Math.Min(Word(_header, 8), MaximumPayload));
            Span<byte> room = _filled < 12 ? _header.AsSpan(_filled) : _payload.AsSpan(_filled - 12, size - (_filled - 12));
            if (!socket.TryReceive(room, _fds, out int received, out int fdCount)) return;
            for (int i = 0; i < fdCount; i++) TakeDescriptor(_fds[i]);
            if (received == 0)
            {
                if (_filled > 0) Violations.Add($"the back-end closed the display socket after {_filled} bytes of a message");
                IsClosed = true;
                return;
            }

            _filled += received;
            if (_filled < 12) continue;
            size = (int)Math.Min(Word(_header, 8), MaximumPayload);
            if (_filled == 12 && _payload.Length < size) _payload = new byte[size];
            if (_filled < 12 + size) continue;
            Handle(Word(_header, 0), _payload.AsSpan(0, size));
            _filled = 0;
        }
    }

    /// <summary>The window was drawn: every frame that is held is answered.</summary>
    public void FinishFrames()
    {
        for (; _heldFrames > 0; _heldFrames--) Reply(10, []);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        TakeDescriptor(-1);
        foreach (DisplayMemory memory in _memories.Values) memory.Dispose();
        socket.Dispose();
    }

    private void TakeDescriptor(int fd)
    {
        if (fd >= 0 && _received is not null) Violations.Add("two descriptors for one message");
        _received?.Dispose();
        _received = fd < 0 ? null : new FileDescriptor(fd);
    }

    private void SetMemory(ReadOnlySpan<byte> payload, ulong? modifier)
    {
        uint scanout = Word(payload, 0);
        if (_memories.Remove(scanout, out DisplayMemory? before)) before.Dispose();
        FileDescriptor? memory = _received;
        _received = null;
        if (modifier is not null && (OfferedFeatures & 2) == 0) Violations.Add("DMABUF_SCANOUT2 without its feature");
        if (memory is null)
        {
            if (Word(payload, 12) != 0 || Word(payload, 16) != 0) Violations.Add("DMABUF_SCANOUT of a size and without a descriptor");
            return;
        }

        _memories[scanout] = new DisplayMemory(memory)
        {
            Width = (int)Word(payload, 12), Height = (int)Word(payload, 16), Stride = (int)Word(payload, 28), IsBottomUp = Word(payload, 32) == 1,
            Fourcc = Word(payload, 36), Modifier = modifier,
        };
    }

    private void LookAtMemory(ReadOnlySpan<byte> payload)
    {
        if (!_memories.TryGetValue(Word(payload, 0), out DisplayMemory? memory)) Violations.Add($"DMABUF_UPDATE of scanout {Word(payload, 0)} without DMABUF_SCANOUT");
        else memory.UpdateCount++;
        if (_heldFrames > 0) Violations.Add("DMABUF_UPDATE while a frame is under way: QEMU has one flag for all");
        if (HoldsFrames) _heldFrames++;
        else Reply(10, []);
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);

    private void Handle(uint request, ReadOnlySpan<byte> payload)
    {
        Requests.Add(request);
        if (Word(_header, 4) != 0) Violations.Add($"request {request} has flags {Word(_header, 4):x}");
        switch (request)
        {
            case 1: Reply(request, BitConverter.GetBytes(OfferedFeatures)); break;
            case 2: Expect(request, payload, 8); break;
            case 3: Reply(request, DisplayInfo()); break;
            case 4 or 5: if (Expect(request, payload, 12)) MoveCursor(payload, request == 4); break;
            case 6: if (Expect(request, payload, 12 + 8 + 64 * 64 * 4)) UpdateCursor(payload); break;
            case 7: if (Expect(request, payload, 12)) SetScanout(payload); break;
            case 8: Update(payload); break;
            case 9: if (Expect(request, payload, 40)) SetMemory(payload, null); break;
            case 10: if (Expect(request, payload, 20)) LookAtMemory(payload); break;
            case 11: if (Expect(request, payload, 4)) ReplyEdid(Word(payload, 0)); break;
            case 12: if (Expect(request, payload, 48)) SetMemory(payload, BinaryPrimitives.ReadUInt64LittleEndian(payload[40..])); break;
            default: Violations.Add($"request {request} does not exist"); break;
        }

        if (_received is null) return;
        Violations.Add($"request {request} carries a descriptor that it has no use for");
        TakeDescriptor(-1);
    }

    private bool Expect(uint request, ReadOnlySpan<byte> payload, int size)
    {
        if (payload.Length == size) return true;
        Violations.Add($"request {request} has {payload.Length} bytes, expected {size}");
        return false;
    }

    private void Reply(uint request, ReadOnlySpan<byte> payload)
    {
        byte[] bytes = new byte[12 + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, request);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), 4);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)payload.Length);
        payload.CopyTo(bytes.AsSpan(12));
        socket.SendAll(bytes);
    }

    private byte[] DisplayInfo()
    {
        byte[] answer = new byte[24 + 16 * 24];
        BinaryPrimitives.WriteUInt32LittleEndian(answer, 0x1101);
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(24 + 8), (uint)width);
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(24 + 12), (uint)height);
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(24 + 16), 1);
        return answer;
    }

    private void ReplyEdid(uint scanout)
    {
        if (scanout >= 16)
        {
            Violations.Add($"GET_EDID of scanout {scanout}: QEMU never answers that");
            return;
        }

        byte[] answer = new byte[1056];
        BinaryPrimitives.WriteUInt32LittleEndian(answer, 0x1104);
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(24), 1024);
        Span<byte> block = answer.AsSpan(32, 128);
        block[..8].Fill(0xff);
        (block[0], block[7], block[18], block[19]) = (0, 0, 1, 4);
        "DISPLAYPEER"u8.CopyTo(block[90..]);
        int sum = 0;
        foreach (byte value in block) sum += value;
        block[127] = (byte)-sum;
        Reply(11, answer);
    }

    private void MoveCursor(ReadOnlySpan<byte> payload, bool isVisible)
        => Cursor = Cursor with
        {
            Scanout = Word(payload, 0), X = (int)Word(payload, 4), Y = (int)Word(payload, 8), IsVisible = isVisible,
        };

    private void UpdateCursor(ReadOnlySpan<byte> payload)
        => Cursor = new DisplayCursor(
            Word(payload, 0), (int)Word(payload, 4), (int)Word(payload, 8), Word(payload, 12), Word(payload, 16), true, payload[20..].ToArray());

    private void SetScanout(ReadOnlySpan<byte> payload)
    {
        uint scanout = Word(payload, 0), w = Word(payload, 4), h = Word(payload, 8);
        if (w == 0 || h == 0)
            _surfaces.Remove(scanout);
        else if (w > 16384 || h > 16384)
            Violations.Add($"SCANOUT {scanout} of {w}x{h}");
        else
            _surfaces[scanout] = new DisplaySurface((int)w, (int)h);
    }

    private void Update(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 20)
        {
            Violations.Add($"UPDATE has {payload.Length} bytes");
            return;
        }

        uint scanout = Word(payload, 0);
        ulong x = Word(payload, 4), y = Word(payload, 8), w = Word(payload, 12), h = Word(payload, 16);
        if (!_surfaces.TryGetValue(scanout, out DisplaySurface? surface))
            Violations.Add($"UPDATE of scanout {scanout} without SCANOUT: QEMU would crash");
        else if (x + w > (ulong)surface.Width || y + h > (ulong)surface.Height)
            Violations.Add($"UPDATE {x},{y} {w}x{h} is outside the {surface.Width}x{surface.Height} of scanout {scanout}");
        else if ((ulong)payload.Length != 20 + w * h * 4)
            Violations.Add($"UPDATE of {w}x{h} has {payload.Length - 20} bytes of pixels");
        else
            Blit(surface, (int)x, (int)y, (int)w, payload[20..]);
    }

    private static void Blit(DisplaySurface surface, int x, int y, int w, ReadOnlySpan<byte> pixels)
    {
        surface.UpdateCount++;
        for (int row = y; !pixels.IsEmpty; row++)
        {
            pixels[..(w * 4)].CopyTo(surface.Pixels.AsSpan((row * surface.Width + x) * 4));
            pixels = pixels[(w * 4)..];
        }
    }
}
