using System.Buffers.Binary;
using System.IO.Compression;

namespace VirglHost.Recording;

/// <summary>The bytes that a <see cref="BlockWriter"/> was given. Nothing in the file is believed: lengths are checked before memory is taken.</summary>
internal sealed class BlockReader : IDisposable
{
    private readonly Stream _file;
    private readonly byte[] _block = new byte[RecordingFormat.BlockSizeInBytes];
    private readonly byte[] _packed = new byte[RecordingFormat.BlockSizeInBytes];
    private int _begin;
    private int _end;

    /// <summary>Reads the header.</summary>
    /// <param name="file">Owned from here on.</param>
    /// <exception cref="RecordingException">It is no recording, or one of a newer form.</exception>
    public BlockReader(Stream file)
    {
        _file = file;
        Span<byte> header = stackalloc byte[RecordingFormat.HeaderSizeInBytes];
        int got = _file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got < header.Length || !header[..8].SequenceEqual(RecordingFormat.Magic))
            throw new RecordingException(RecordingFault.NoRecording, "it does not begin as a recording of virglhost does");
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (version > RecordingFormat.Version)
            throw new RecordingException(RecordingFault.NewerVersion, $"it has version {version}, this virglhost reads up to {RecordingFormat.Version}");
        if (version == 0)
            throw new RecordingException(RecordingFault.Damaged, "it has version 0, which never was");
    }

    /// <summary>Bytes of the file read so far.</summary>
    public long Position { get; private set; } = RecordingFormat.HeaderSizeInBytes;

    /// <summary>Fills <paramref name="bytes"/>.</summary>
    /// <returns>False where the file ends cleanly, between two blocks, before the first byte.</returns>
    /// <exception cref="RecordingException">Truncated or damaged.</exception>
    public bool TryRead(Span<byte> bytes)
    {
        bool isBegun = false;
        while (!bytes.IsEmpty)
        {
            if (_begin == _end && !TryUnpack())
                return isBegun ? throw Truncated() : false;
            int portion = Math.Min(bytes.Length, _end - _begin);
            _block.AsSpan(_begin, portion).CopyTo(bytes);
            _begin += portion;
            bytes = bytes[portion..];
            isBegun = true;
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private bool TryUnpack()
    {
        Span<byte> header = stackalloc byte[RecordingFormat.BlockHeaderSizeInBytes];
        int got = _file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got == 0)
            return false;
        if (got < header.Length)
            throw Truncated();
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(header);
        uint packedSize = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        if (size is 0 or > RecordingFormat.BlockSizeInBytes || packedSize == 0 || packedSize > size)
            throw Damaged($"a block claims {size} bytes, {packedSize} packed");
        Span<byte> packed = _packed.AsSpan(0, (int)packedSize);
        if (_file.ReadAtLeast(packed, packed.Length, throwOnEndOfStream: false) < packed.Length)
            throw Truncated();
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) != RecordingFormat.Checksum(header[..8], packed))
            throw Damaged("a block has another checksum than it says");
        if (packedSize == size)
            packed.CopyTo(_block);
        else
            Unpack((int)size, packed.Length);
        _begin = 0;
        _end = (int)size;
        Position += header.Length + packedSize;
        return true;
    }

    private void Unpack(int size, int packedSize)
    {
        try
        {
            using DeflateStream unpacker = new(new MemoryStream(_packed, 0, packedSize, writable: false), CompressionMode.Decompress);
            if (unpacker.ReadAtLeast(_block.AsSpan(0, size), size, throwOnEndOfStream: false) < size)
                throw Damaged($"a block is shorter than the {size} bytes it claims");
        }
        catch (InvalidDataException fault)
        {
            throw new RecordingException(RecordingFault.Damaged, $"the block at byte {Position} is damaged: {fault.Message}", fault);
        }
    }

    private RecordingException Truncated() => new(RecordingFault.Truncated, $"it ends in the middle, after byte {Position}");

    private RecordingException Damaged(string what) => new(RecordingFault.Damaged, $"{what} at byte {Position}");
}
