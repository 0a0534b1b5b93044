using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// Encodes one picture as an 8 bit RGB PNG. Own code because it must not compete with the drawing for the processor: the platform's zlib at its
/// fastest level takes about 15 ms for 1280×800 where a managed encoder took 240 ms. One thread at a time; reuses its buffers.
/// </summary>
public sealed class PngWriter : IDisposable
{
    private const int ChunkOverhead = 12;
    private const byte UpFilter = 2;

    private static readonly uint[] CrcTable = BuildCrcTable();

    private readonly MemoryStream _file = new();
    private byte[] _row = [];
    private byte[] _previous = [];

    /// <summary>The encoded file; valid until the next call.</summary>
    /// <param name="picture">B, G, R, X bytes, first row on top, rows without padding.</param>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    /// <param name="stamp">Where the picture comes from; null: the file says nothing of it.</param>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<byte> picture, int width, int height, PngStamp? stamp = null)
    {
        _file.SetLength(0);
        _file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;      // bits per channel
        header[9] = 2;      // RGB
        WriteHeader(header);
        if (stamp is { } known) WriteStamp(known);
        WritePixels(picture, width, height);
        WriteEnd();
        return _file.GetBuffer().AsSpan(0, (int)_file.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void WriteHeader(ReadOnlySpan<byte> header)
    {
        long start = BeginChunk("IHDR"u8);
        _file.Write(header);
        EndChunk(start);
    }

    private void WriteStamp(in PngStamp stamp)
    {
        // SPEC: PNG 11.3.6.1 tIME: year, month, day, hour, minute, second in UTC. 11.3.4.3 tEXt: keyword, 0, Latin-1 text.
        Span<byte> time = stackalloc byte[7];
        BinaryPrimitives.WriteUInt16BigEndian(time, (ushort)stamp.TakenAt.Year);
        (time[2], time[3]) = ((byte)stamp.TakenAt.Month, (byte)stamp.TakenAt.Day);
        (time[4], time[5], time[6]) = ((byte)stamp.TakenAt.Hour, (byte)stamp.TakenAt.Minute, (byte)stamp.TakenAt.Second);
        long start = BeginChunk("tIME"u8);
        _file.Write(time);
        EndChunk(start);
        WriteText("Software", "virglhost");
        WriteText("Creation Time", stamp.TakenAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        WriteText("Scanout", stamp.Scanout.ToString(CultureInfo.InvariantCulture));
        WriteText("Frame", stamp.FrameNumber.ToString(CultureInfo.InvariantCulture));
    }

    private void WriteText(string keyword, string text)
    {
        long start = BeginChunk("tEXt"u8);
        _file.Write(Encoding.Latin1.GetBytes($"{keyword}\0{text}"));
        EndChunk(start);
    }

    private void WritePixels(ReadOnlySpan<byte> picture, int width, int height)
    {
        long start = BeginChunk("IDAT"u8);
        if (_row.Length != width * 3)
        {
            _row = new byte[width * 3];
            _previous = new byte[width * 3];
        }

        _previous.AsSpan().Clear();
        byte[] filtered = new byte[1 + width * 3];
        filtered[0] = UpFilter;
        using (var zlib = new ZLibStream(_file, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                ReadOnlySpan<byte> source = picture.Slice(y * width * 4, width * 4);
                for (int x = 0; x < width; x++)
                {
                    _row[x * 3] = source[x * 4 + 2];
                    _row[x * 3 + 1] = source[x * 4 + 1];
                    _row[x * 3 + 2] = source[x * 4];
                }

                for (int i = 0; i < _row.Length; i++) filtered[i + 1] = unchecked((byte)(_row[i] - _previous[i]));
                zlib.Write(filtered);
                (_row, _previous) = (_previous, _row);
            }
        }

        EndChunk(start);
    }

    private void WriteEnd() => EndChunk(BeginChunk("IEND"u8));

    private long BeginChunk(ReadOnlySpan<byte> name)
    {
        long start = _file.Length;
        _file.Write([0, 0, 0, 0]);
        _file.Write(name);
        return start;
    }

    private void EndChunk(long start)
    {
        int length = (int)(_file.Length - start) - ChunkOverhead + 4;
        Span<byte> chunk = _file.GetBuffer().AsSpan((int)start, length + 8);
        BinaryPrimitives.WriteInt32BigEndian(chunk, length);
        Span<byte> crc = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(chunk[4..]));
        _file.Write(crc);
    }

    // SPEC: PNG (ISO/IEC 15948) annex D, CRC-32 with polynomial edb88320 over chunk name and content.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes) crc = CrcTable[(crc ^ value) & 0xff] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] BuildCrcTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? 0xedb88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
