using VirglHost.CommandStream.Gallium;
using VirglHost.Rendering.Drawing;

namespace VirglHost.Rendering.Tests.Drawing;

public sealed class IndexRewriterTests
{
    [Theory]
    [InlineData(PipePrimitive.Quads, false, 8u, new uint[] { 10, 11, 13, 11, 12, 13, 14, 15, 17, 15, 16, 17 })]
    [InlineData(PipePrimitive.Quads, true, 4u, new uint[] { 10, 11, 12, 10, 12, 13 })]
    [InlineData(PipePrimitive.Quads, false, 7u, new uint[] { 10, 11, 13, 11, 12, 13 })]
    [InlineData(PipePrimitive.Quads, false, 3u, new uint[0])]
    [InlineData(PipePrimitive.QuadStrip, false, 6u, new uint[] { 12, 10, 13, 10, 11, 13, 14, 12, 15, 12, 13, 15 })]
    [InlineData(PipePrimitive.QuadStrip, true, 4u, new uint[] { 10, 11, 13, 10, 13, 12 })]
    [InlineData(PipePrimitive.QuadStrip, false, 5u, new uint[] { 12, 10, 13, 10, 11, 13 })]
    [InlineData(PipePrimitive.Polygon, true, 5u, new uint[] { 10, 11, 12, 10, 12, 13, 10, 13, 14 })]
    [InlineData(PipePrimitive.Polygon, false, 4u, new uint[] { 11, 12, 10, 12, 13, 10 })]
    [InlineData(PipePrimitive.Polygon, false, 2u, new uint[0])]
    public void Range_becomes_triangles(PipePrimitive primitive, bool provokesFirst, uint count, uint[] expected) =>
        Assert.Equal(expected, Rewrite(primitive, provokesFirst, IndexSource.FromRange(10, count)));

    [Theory]
    [InlineData(PipePrimitive.Quads)]
    [InlineData(PipePrimitive.QuadStrip)]
    public void Triangles_wind_as_their_quad_does(PipePrimitive primitive)
    {
        // Corners of squares in the order of the primitive, all counter-clockwise.
        (int X, int Y)[] quads = [(0, 0), (1, 0), (1, 1), (0, 1), (2, 0), (3, 0), (3, 1), (2, 1)];
        (int X, int Y)[] strip = [(0, 1), (0, 0), (1, 1), (1, 0), (2, 1), (2, 0)];
        (int X, int Y)[] at = primitive == PipePrimitive.Quads ? quads : strip;

        foreach (bool provokesFirst in (bool[])[false, true])
        {
            uint[] triangles = Rewrite(primitive, provokesFirst, IndexSource.FromRange(0, (uint)at.Length));
            Assert.Equal(12, triangles.Length);
            foreach (uint[] t in triangles.Chunk(3))
            {
                ((int X, int Y) a, (int X, int Y) b, (int X, int Y) c) = (at[t[0]], at[t[1]], at[t[2]]);
                Assert.Equal(1, (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X));
            }
        }
    }

    [Theory]
    [InlineData(1, new byte[] { 5, 6, 7, 8 })]
    [InlineData(2, new byte[] { 5, 0, 6, 0, 7, 0, 8, 0 })]
    [InlineData(4, new byte[] { 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 9 })]
    public void Indices_of_every_size_are_read(int size, byte[] bytes) =>
        Assert.Equal([5u, 6u, 8u, 6u, 7u, 8u], Rewrite(PipePrimitive.Quads, false, IndexSource.FromIndices(bytes, size, null)));

    [Fact]
    public void RestartIndex_drops_the_unfinished_primitive() => Assert.Equal(
        [3u, 4u, 6u, 4u, 5u, 6u],
        Rewrite(PipePrimitive.Quads, false, IndexSource.FromIndices([1, 2, 255, 3, 4, 5, 6, 255, 7], 1, 255)));

    [Fact]
    public void RestartIndex_that_is_off_is_a_vertex() => Assert.Equal(
        [1u, 2u, 3u, 2u, 255u, 3u],
        Rewrite(PipePrimitive.Quads, false, IndexSource.FromIndices([1, 2, 255, 3], 1, null)));

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(13)]
    public void Filling_in_small_pieces_gives_the_same_triangles(int length)
    {
        foreach (PipePrimitive primitive in (PipePrimitive[])[PipePrimitive.Quads, PipePrimitive.QuadStrip, PipePrimitive.Polygon])
        {
            uint[] whole = Rewrite(primitive, false, IndexSource.FromRange(0, 20));
            Assert.Equal(whole, Rewrite(primitive, false, IndexSource.FromRange(0, 20), length));
        }
    }

    [Fact]
    public void Count_of_the_largest_draw_is_walked_without_memory_for_it()
    {
        IndexRewriter rewriter = new(PipePrimitive.Quads, false, IndexSource.FromRange(0, uint.MaxValue));
        uint[] triangles = new uint[600];

        Assert.Equal(600, rewriter.Fill(triangles));
        Assert.Equal(600, rewriter.Fill(triangles));
        Assert.Equal(799u, triangles[^1]);
    }

    private static uint[] Rewrite(PipePrimitive primitive, bool provokesFirst, IndexSource source, int pieceLength = 256)
    {
        IndexRewriter rewriter = new(primitive, provokesFirst, source);
        List<uint> all = [];
        uint[] piece = new uint[pieceLength];
        for (int count = rewriter.Fill(piece); count > 0; count = rewriter.Fill(piece)) all.AddRange(piece.AsSpan(0, count));
        return [.. all];
    }
}
