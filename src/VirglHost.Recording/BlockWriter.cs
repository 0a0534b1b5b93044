using System.Buffers.Binary;
using System.IO.Compression;

namespace VirglHost.Recording;

/// <summary>Cuts a stream of bytes into packed blocks. See <see cref="RecordingFormat"/>.</summary>
internal sealed class BlockWriter : IDisposable
{
    private readonly Stream _file;
    private readonly byte[] _block = new byte[RecordingFormat.BlockSizeInBytes];
    private readonly MemoryStream _packed = new(2 * RecordingFormat.BlockSizeInBytes);
    private int _filled;

    /// <summary>Writes the header.</summary>
    /// <param name="file">Owned from here on.</param>
    public BlockWriter(Stream file)
    {
        _file = file;
        Span<byte> header = stackalloc byte[RecordingFormat.HeaderSizeInBytes];
        RecordingFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], RecordingFormat.Version);
        _file.Write(header);
    }

    /// <summary>Appends bytes.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int portion = Math.Min(bytes.Length, _block.Length - _filled);
            bytes[..portion].CopyTo(_block.AsSpan(_filled));
            _filled += portion;
            bytes = bytes[portion..];
            if (_filled == _block.Length)
                Flush();
        }
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose()
    {
        try
        {
            Flush();
        }
        finally
        {
            _file.Dispose();
        }
    }

    private void Flush()
    {
        if (_filled == 0)
            return;
        _packed.SetLength(0);
        using (DeflateStream packer = new(_packed, CompressionLevel.Fastest, leaveOpen: true))
            packer.Write(_block, 0, _filled);
        ReadOnlySpan<byte> content = _packed.Length < _filled ? _packed.GetBuffer().AsSpan(0, (int)_packed.Length) : _block.AsSpan(0, _filled);
        Span<byte> header = stackalloc byte[RecordingFormat.BlockHeaderSizeInBytes];
        BinaryPrimitives.WriteInt32LittleEndian(header, _filled);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], RecordingFormat.Checksum(header[..8], content));
        _filled = 0;
        _file.Write(header);
        _file.Write(content);
    }
}
