using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.Tests.Formats;

public sealed class FormatTableTests
{
    private static readonly FormatTable _table = FormatTable.Assumed();

    [Fact]
    public void Row_blockSize_isWhatItsPixelTransferMoves()
    {
        IEnumerable<string> wrong = _table.Rows
            .Where(row => !row.IsCompressed && !row.IsStencilOnlyView && row.PixelFormat != GLEnum.DepthStencil)
            .Where(row => GlPixelSize.InBytes(row.PixelFormat, row.PixelType) != row.BlockSizeInBytes)
            .Select(row => $"{row.Format}: {row.BlockSizeInBytes}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Row_formats_areUnique()
    {
        FormatRow[] rows = FormatRowTable.Create();

        Assert.Equal(rows.Length, rows.Select(row => row.Format).Distinct().Count());
    }

    [Fact]
    public void Row_viewClass_hasTheSizeOfItsTexels()
    {
        var sizes = new Dictionary<GLEnum, int>
        {
            [GLEnum.ViewClass128Bits] = 16, [GLEnum.ViewClass96Bits] = 12, [GLEnum.ViewClass64Bits] = 8, [GLEnum.ViewClass32Bits] = 4,
            [GLEnum.ViewClass16Bits] = 2, [GLEnum.ViewClass8Bits] = 1,
        };

        Assert.Empty(_table.Rows.Where(row => sizes.TryGetValue(row.ViewClass, out int size) && size != row.BlockSizeInBytes).Select(row => row.Format));
    }

    [Fact]
    public void Row_nameWithX_readsAlphaAsOne()
    {
        IEnumerable<VirglFormat> wrong = _table.Rows
            .Where(row => row.IsColor && row.Format.ToString().Any(c => c == 'X'))
            .Where(row => row.HasAlpha || row.Swizzle.A != Swizzle.One)
            .Select(row => row.Format);

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(VirglFormat.B8G8R8A8Unorm, true, false, false, false)]
    [InlineData(VirglFormat.B8G8R8X8Srgb, false, true, false, false)]
    [InlineData(VirglFormat.A8Unorm, true, false, false, false)]
    [InlineData(VirglFormat.R11G11B10Float, false, false, false, false)]
    [InlineData(VirglFormat.S8UintZ24Unorm, false, false, true, true)]
    [InlineData(VirglFormat.Z16Unorm, false, false, true, false)]
    [InlineData(VirglFormat.S8Uint, false, false, false, true)]
    [InlineData(VirglFormat.Etc2Rgb8, false, false, false, false)]
    [InlineData(VirglFormat.Etc2Srgb8A1, true, true, false, false)]
    [InlineData(VirglFormat.Astc12x12, true, false, false, false)]
    [InlineData(VirglFormat.Astc12x12Srgb, true, true, false, false)]
    public void Row_predicates_followFromTheStorage(VirglFormat format, bool alpha, bool srgb, bool depth, bool stencil)
    {
        Assert.True(_table.TryGet(format, out FormatRow? row));

        Assert.Equal((alpha, srgb, depth, stencil), (row.HasAlpha, row.IsSrgb, row.HasDepth, row.HasStencil));
    }

    [Theory]
    [InlineData(VirglFormat.R8G8B8A8Unorm, VirglFormat.R8G8B8A8Srgb, true)]
    [InlineData(VirglFormat.R8G8B8A8Unorm, VirglFormat.R32Float, true)]
    [InlineData(VirglFormat.R32G32B32A32Uint, VirglFormat.R32G32B32A32Float, true)]
    [InlineData(VirglFormat.R32G32B32A32Uint, VirglFormat.R32Uint, false)]
    [InlineData(VirglFormat.S8UintZ24Unorm, VirglFormat.X24S8Uint, true)]
    [InlineData(VirglFormat.S8UintZ24Unorm, VirglFormat.Z16Unorm, false)]
    [InlineData(VirglFormat.B5G6R5Unorm, VirglFormat.R16Uint, false)]
    public void Table_views_followGlsClasses(VirglFormat storage, VirglFormat view, bool legal)
    {
        Assert.True(_table.TryGet(storage, out FormatRow? first) & _table.TryGet(view, out FormatRow? second));

        Assert.Equal(legal, _table.CanView(first!, second!));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(24u)]
    [InlineData(226u)]
    [InlineData(481u)]
    [InlineData(uint.MaxValue)]
    public void Table_formatWithoutStorage_isNotFound(uint format) => Assert.False(_table.TryGet((VirglFormat)format, out _));

    [Fact]
    public void Vertex_formats_matchTheirChannels()
    {
        Assert.True(FormatTable.TryGetVertex(VirglFormat.R32G32B32Float, out VertexFormat position));
        Assert.Equal(new VertexFormat(3, GLEnum.Float, false, false, false, false, false, 12), position);
        Assert.True(FormatTable.TryGetVertex(VirglFormat.B8G8R8A8Unorm, out VertexFormat color));
        Assert.Equal(new VertexFormat(4, GLEnum.UnsignedByte, true, true, false, false, false, 4), color);
        Assert.True(FormatTable.TryGetVertex(VirglFormat.R16G16Sint, out VertexFormat pair));
        Assert.Equal(new VertexFormat(2, GLEnum.Short, false, false, true, true, false, 4), pair);
        Assert.True(FormatTable.TryGetVertex(VirglFormat.R64G64Float, out VertexFormat wide));
        Assert.Equal(new VertexFormat(2, GLEnum.Double, false, false, false, false, true, 16), wide);
        Assert.False(FormatTable.TryGetVertex(VirglFormat.R32Fixed, out _));
        Assert.False(FormatTable.TryGetVertex((VirglFormat)9999, out _));
    }

    [Fact]
    public void Swizzle_then_composesFromTheOutside() =>
        Assert.Equal(
            new FormatSwizzle(Swizzle.X, Swizzle.Zero, Swizzle.One, Swizzle.Zero),
            FormatSwizzle.AlphaInRed.Then(new FormatSwizzle(Swizzle.W, Swizzle.X, Swizzle.One, Swizzle.Zero)));
}
