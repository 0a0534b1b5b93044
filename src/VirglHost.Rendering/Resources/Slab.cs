using VirglHost.CommandStream;

namespace VirglHost.Rendering.Resources;

/// <summary>A piece of a box that passes through memory at once: some rows of one layer, or some whole layers.</summary>
/// <param name="Layout">Layout of the whole box.</param>
/// <param name="FirstLayer">First layer of the piece.</param>
/// <param name="LayerCount">Layers of the piece; more than 1 only with all rows.</param>
/// <param name="FirstRow">First row of the piece, in rows of blocks, in GL's order.</param>
/// <param name="RowsPerLayer">Rows of the piece in each layer.</param>
/// <param name="IsYInverted">Whether GL's first row is the guest's last.</param>
internal readonly record struct Slab(BoxLayout Layout, int FirstLayer, int LayerCount, int FirstRow, int RowsPerLayer, bool IsYInverted)
{
    /// <summary>Rows of the piece in all its layers.</summary>
    public int RowCount => RowsPerLayer * LayerCount;

    /// <summary>Bytes of the piece without gaps.</summary>
    public long SizeInBytes => Layout.RowSizeInBytes * RowCount;

    /// <summary>Where a row of the piece lies in the guest's memory.</summary>
    /// <param name="index">0 to <see cref="RowCount"/> - 1, in GL's order.</param>
    public long RowOffset(int index)
    {
        int row = FirstRow + index % RowsPerLayer;
        return Layout.RowOffset(FirstLayer + index / RowsPerLayer, IsYInverted ? Layout.RowCount - 1 - row : row);
    }

    /// <summary>The piece of a box.</summary>
    /// <param name="box">The whole box in GL's rows.</param>
    /// <param name="blockHeight">Texels of a row of blocks.</param>
    public Box Of(in Box box, int blockHeight) => box with
    {
        Y = box.Y + FirstRow * blockHeight,
        Height = Math.Min(RowsPerLayer * blockHeight, box.Height - FirstRow * blockHeight),
        Z = box.Z + FirstLayer,
        Depth = LayerCount,
    };
}
