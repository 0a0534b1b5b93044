using System.Buffers.Binary;

namespace VirglHost.Testing;

/// <summary>Builds the bytes of one virtio-gpu command: the 24-byte header, then fields in order.</summary>
public sealed class GpuCommand
{
    private readonly byte[] _bytes = new byte[128];

    /// <summary>Starts a command.</summary>
    /// <param name="type">Command type, e.g. 0x101.</param>
    /// <param name="context">Context id for 3D commands.</param>
    public GpuCommand(uint type, uint context = 0)
    {
        Type = type;
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes, type);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(16), context);
        Length = 24;
    }

    /// <summary>Command type.</summary>
    public uint Type { get; }

    /// <summary>Bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Data that goes into further descriptors: entries, command words.</summary>
    public byte[] Tail { get; private set; } = [];

    /// <summary>Bytes of room for the answer; 0 = no answer wanted (cursor).</summary>
    public int ResponseSize { get; private set; } = 24;

    /// <summary>Appends 32-bit fields.</summary>
    public GpuCommand Words(params ReadOnlySpan<uint> values)
    {
        foreach (uint value in values)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(Length), value);
            Length += 4;
        }

        return this;
    }

    /// <summary>Appends a 64-bit field.</summary>
    public GpuCommand Quad(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(Length), value);
        Length += 8;
        return this;
    }

    /// <summary>Appends bytes, zero-filled to <paramref name="size"/>.</summary>
    public GpuCommand Text(ReadOnlySpan<byte> value, int size)
    {
        value[..Math.Min(value.Length, size)].CopyTo(_bytes.AsSpan(Length));
        Length += size;
        return this;
    }

    /// <summary>Sets the flags word and the fence id: an answer only when everything before it is done.</summary>
    public GpuCommand Fence(ulong fence)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(4), 1);
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(8), fence);
        return this;
    }

    /// <summary>Puts the fence on a ring of the context (INFO_RING_IDX); after <see cref="Fence"/>.</summary>
    public GpuCommand OnRing(byte ring)
    {
        _bytes[4] |= 2;
        _bytes[20] = ring;
        return this;
    }

    /// <summary>Data in further descriptors.</summary>
    public GpuCommand With(ReadOnlySpan<byte> tail)
    {
        Tail = tail.ToArray();
        return this;
    }

    /// <summary>Room for the answer.</summary>
    public GpuCommand Expecting(int responseSize)
    {
        ResponseSize = responseSize;
        return this;
    }
}
