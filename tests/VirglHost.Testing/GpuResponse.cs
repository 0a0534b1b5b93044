using System.Buffers.Binary;

namespace VirglHost.Testing;

/// <summary>The answer to a virtio-gpu command.</summary>
/// <param name="Bytes">As many bytes as the device said it wrote.</param>
public sealed record GpuResponse(byte[] Bytes)
{
    /// <summary>RESP_OK_NODATA.</summary>
    public const uint OkNoData = 0x1100;

    /// <summary>Response type; 0 when the device wrote less than a header.</summary>
    public uint Type => Bytes.Length >= 24 ? Word(0) : 0;

    /// <summary>The FENCE flag is set.</summary>
    public bool IsFenced => Bytes.Length >= 24 && (Word(4) & 1) != 0;

    /// <summary>Fence id.</summary>
    public ulong Fence => BinaryPrimitives.ReadUInt64LittleEndian(Bytes.AsSpan(8));

    /// <summary>Context id and ring of the timeline.</summary>
    public (uint Context, byte Ring) Timeline => (Word(16), Bytes[20]);

    /// <summary>RESP_OK_…: 0x11xx.</summary>
    public bool IsOk => Type >> 8 == 0x11;

    /// <summary>The 32-bit field at a byte offset.</summary>
    public uint Word(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(offset));

    /// <summary>Name of a response type for messages.</summary>
    public static string Describe(uint type) => type switch
    {
        0 => "nothing",
        0x1200 => "ERR_UNSPEC",
        0x1201 => "ERR_OUT_OF_MEMORY",
        0x1202 => "ERR_INVALID_SCANOUT_ID",
        0x1203 => "ERR_INVALID_RESOURCE_ID",
        0x1204 => "ERR_INVALID_CONTEXT_ID",
        0x1205 => "ERR_INVALID_PARAMETER",
        _ => $"0x{type:x}",
    };
}
