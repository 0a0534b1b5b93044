using System.Buffers.Binary;
using System.Numerics;

namespace VirglHost.Recording;

/// <summary>
/// The outer form of the file: magic, version, then blocks. A block is three little-endian words (bytes unpacked, bytes packed, CRC-32C of those two words
/// and of what follows) and that many bytes of deflate, or the bytes themselves where packing does not make
/// them fewer. The unpacked blocks, one behind the other, are the events; an event may cross from one block into the next.
/// </summary>
internal static class RecordingFormat
{
    /// <summary>The form that is written. Every lower one stays readable.</summary>
    public const uint Version = 1;

    /// <summary>Bytes in front of the first block: magic and version.</summary>
    public const int HeaderSizeInBytes = 12;

    /// <summary>Bytes of a block before packing; the last one may be shorter.</summary>
    public const int BlockSizeInBytes = 1 << 20;

    /// <summary>Most bytes of one event: a submit of 16 MiB and its header.</summary>
    public const int MaxEventSizeInBytes = (16 << 20) + 64;

    /// <summary>Bytes of guest memory that one event carries at most; more become several events.</summary>
    public const int MaxMemoryPieceInBytes = BlockSizeInBytes;

    /// <summary>Bytes in front of a block.</summary>
    public const int BlockHeaderSizeInBytes = 12;

    /// <summary>The first eight bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "VIRGLREC"u8;

    /// <summary>CRC-32C of a block: of the two lengths, then of the packed bytes.</summary>
    public static uint Checksum(ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> packed) => ~Update(Update(uint.MaxValue, lengths), packed);

    private static uint Update(uint checksum, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte last in bytes)
            checksum = BitOperations.Crc32C(checksum, last);
        return checksum;
    }
}
