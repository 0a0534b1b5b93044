using VirglHost.CommandStream;

namespace VirglHost.Rendering.Resources;

/// <summary>
/// Where the rows of a box lie in memory. Pure arithmetic on untrusted numbers: it answers true only when every byte lies inside the memory, and never
/// overflows. Rows are rows of blocks. SPEC: virgl-commands.md section 6.3.
/// </summary>
internal readonly record struct BoxLayout
{
    /// <summary>First byte of the first row.</summary>
    public long Offset { get; private init; }

    /// <summary>Bytes of one row of the box.</summary>
    public long RowSizeInBytes { get; private init; }

    /// <summary>Rows of one layer.</summary>
    public int RowCount { get; private init; }

    /// <summary>Layers.</summary>
    public int LayerCount { get; private init; }

    /// <summary>Bytes from row to row.</summary>
    public long Stride { get; private init; }

    /// <summary>Bytes from layer to layer.</summary>
    public long LayerStride { get; private init; }

    /// <summary>Bytes from the first byte of the first row to the last byte of the last one.</summary>
    public long SpanSizeInBytes { get; private init; }

    /// <summary>Bytes of all rows without gaps.</summary>
    public long TightSizeInBytes => RowSizeInBytes * RowCount * LayerCount;

    /// <summary>Whether rows and layers follow each other without gaps.</summary>
    public bool IsTight => SpanSizeInBytes == TightSizeInBytes;

    /// <summary>First byte of a row.</summary>
    /// <param name="layer">0 to <see cref="LayerCount"/> - 1.</param>
    /// <param name="row">0 to <see cref="RowCount"/> - 1.</param>
    public long RowOffset(int layer, int row) => Offset + layer * LayerStride + row * Stride;

    /// <summary>Whether a box is not empty, lies inside a level, and starts and ends on block borders or the level's edge.</summary>
    public static bool IsInside(in LevelShape level, in Box box) =>
        IsInside(box.X, box.Width, level.Width) && IsInside(box.Y, box.Height, level.Height) && IsInside(box.Z, box.Depth, level.Layers) &&
        IsAligned(box.X, box.Width, level.Width, level.BlockWidth) && IsAligned(box.Y, box.Height, level.Height, level.BlockHeight);

    /// <summary>Lays a box out.</summary>
    /// <param name="level">The level; every field at least 1.</param>
    /// <param name="box">The box, checked here to lie inside the level.</param>
    /// <param name="stride">Bytes between rows; 0 means the level's own row.</param>
    /// <param name="layerStride">Bytes between layers; 0 means the level's own rows at the stride.</param>
    /// <param name="offset">First byte of the box.</param>
    /// <param name="available">Bytes of the memory.</param>
    /// <param name="layout">The layout; meaningful only when the answer is true.</param>
    /// <returns>False when the box leaves the level, rows or layers overlap, or a byte lies outside the memory.</returns>
    public static bool TryCreate(in LevelShape level, in Box box, uint stride, uint layerStride, ulong offset, long available, out BoxLayout layout)
    {
        layout = default;
        if (!IsInside(level, box) || available < 0 || offset > (ulong)available)
            return false;
        long rowSize = (long)Blocks(box.Width, level.BlockWidth) * level.BlockSizeInBytes;
        int rows = Blocks(box.Height, level.BlockHeight);
        long rowStride = stride != 0 ? stride : (long)Blocks(level.Width, level.BlockWidth) * level.BlockSizeInBytes;
        if (rows > 1 && rowStride < rowSize)
            return false;
        var reach = (Int128)(rows - 1) * rowStride + rowSize;
        Int128 layerStep = layerStride != 0 ? layerStride : (Int128)Blocks(level.Height, level.BlockHeight) * rowStride;
        if (box.Depth > 1 && layerStep < reach)
            return false;
        Int128 total = (box.Depth - 1) * layerStep + reach;
        if (total > available - (long)offset)
            return false;
        layout = new BoxLayout
        {
            Offset = (long)offset,
            RowSizeInBytes = rowSize,
            RowCount = rows,
            LayerCount = box.Depth,
            // With a single row or layer the step is never taken; it may then be too large for 64 bits.
            Stride = rows > 1 ? rowStride : rowSize,
            LayerStride = box.Depth > 1 ? (long)layerStep : (long)reach,
            SpanSizeInBytes = (long)total,
        };
        return true;
    }

    /// <summary>Blocks that cover some texels.</summary>
    internal static int Blocks(int texels, int blockSize) => (int)(((long)texels + blockSize - 1) / blockSize);

    private static bool IsInside(int start, int size, int limit) => start >= 0 && size > 0 && (long)start + size <= limit;

    private static bool IsAligned(int start, int size, int limit, int block) =>
        block == 1 || (start % block == 0 && (size % block == 0 || start + size == limit));
}
