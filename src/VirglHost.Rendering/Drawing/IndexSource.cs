using System.Buffers.Binary;

namespace VirglHost.Rendering.Drawing;

/// <summary>The vertices of a draw in order: a range of numbers, or indices read from bytes, with an optional index that starts anew.</summary>
internal readonly ref struct IndexSource
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _indexSize;
    private readonly uint _start;
    private readonly bool _restarts;
    private readonly uint _restartIndex;

    private IndexSource(ReadOnlySpan<byte> bytes, int indexSize, uint start, uint count, bool restarts, uint restartIndex)
    {
        _bytes = bytes;
        _indexSize = indexSize;
        _start = start;
        Count = count;
        _restarts = restarts;
        _restartIndex = restartIndex;
    }

    /// <summary>Vertices, restarts included.</summary>
    public uint Count { get; }

    /// <summary>Vertices <paramref name="start"/>, start + 1, …</summary>
    public static IndexSource FromRange(uint start, uint count) => new([], 0, start, count, false, 0);

    /// <summary>Indices of 1, 2 or 4 bytes, little endian; what is left of a broken last one is not counted.</summary>
    public static IndexSource FromIndices(ReadOnlySpan<byte> bytes, int indexSize, uint? restartIndex) =>
        new(bytes, indexSize, 0, (uint)(bytes.Length / indexSize), restartIndex is not null, restartIndex ?? 0);

    /// <summary>Reads the vertex at a position below <see cref="Count"/>; false where it is a restart.</summary>
    public bool TryGet(uint position, out uint vertex)
    {
        vertex = _indexSize switch
        {
            0 => unchecked(_start + position),
            1 => _bytes[(int)position],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[(int)(position * 2)..]),
            _ => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(int)(position * 4)..]),
        };
        return !_restarts || vertex != _restartIndex;
    }
}
