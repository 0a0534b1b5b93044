using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests.Resources;

public sealed class BoxLayoutTests
{
    [Fact]
    public void Layout_naturalStrides_followTheLevel()
    {
        var level = new LevelShape(10, 6, 3, 1, 1, 4);

        Assert.True(BoxLayout.TryCreate(level, new Box(2, 1, 1, 4, 3, 2), 0, 0, 8, 1000, out BoxLayout layout));
        Assert.Equal((16L, 3, 2), (layout.RowSizeInBytes, layout.RowCount, layout.LayerCount));
        Assert.Equal((40L, 240L), (layout.Stride, layout.LayerStride));
        Assert.Equal(8 + 240 + 2 * 40, layout.RowOffset(1, 2));
        Assert.Equal(240 + 2 * 40 + 16, layout.SpanSizeInBytes);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(99, false)]
    public void Layout_lastByte_mustLieInMemory(long available, bool legal) =>
        Assert.Equal(legal, BoxLayout.TryCreate(new LevelShape(5, 5, 1, 1, 1, 4), new Box(0, 0, 0, 5, 5, 1), 0, 0, 0, available, out _));

    [Theory]
    [InlineData(0, 0, 4, 4, true)]
    [InlineData(4, 4, 4, 4, true)]
    [InlineData(4, 4, 6, 6, true)]
    [InlineData(2, 0, 4, 4, false)]
    [InlineData(0, 0, 6, 4, false)]
    public void Layout_compressedBox_lieOnBlockBorders(int x, int y, int width, int height, bool legal) =>
        Assert.Equal(legal, BoxLayout.TryCreate(new LevelShape(10, 10, 1, 4, 4, 8), new Box(x, y, 0, width, height, 1), 0, 0, 0, 1000, out _));

    [Theory]
    [InlineData(-1, 0, 0, 1, 1, 1)]
    [InlineData(0, 0, 0, 0, 1, 1)]
    [InlineData(0, 0, 0, 11, 1, 1)]
    [InlineData(int.MaxValue, 0, 0, int.MaxValue, 1, 1)]
    [InlineData(0, 0, 2, 1, 1, 2)]
    [InlineData(0, int.MinValue, 0, 1, int.MinValue, 1)]
    public void Layout_boxOutsideTheLevel_isRefused(int x, int y, int z, int width, int height, int depth) =>
        Assert.False(BoxLayout.TryCreate(new LevelShape(10, 10, 3, 1, 1, 1), new Box(x, y, z, width, height, depth), 0, 0, 0, 1 << 20, out _));

    [Fact]
    public void Layout_strideShorterThanARow_isRefused()
    {
        var level = new LevelShape(10, 2, 2, 1, 1, 1);

        Assert.False(BoxLayout.TryCreate(level, new Box(0, 0, 0, 10, 2, 1), 9, 0, 0, 1000, out _));
        Assert.False(BoxLayout.TryCreate(level, new Box(0, 0, 0, 10, 2, 2), 10, 19, 0, 1000, out _));
        Assert.True(BoxLayout.TryCreate(level, new Box(0, 0, 0, 10, 2, 2), 10, 20, 0, 1000, out _));
    }

    [Fact]
    public void Layout_randomNumbers_agreesWithUnboundedArithmetic()
    {
        var random = new Random(11);
        int legal = 0;
        for (int round = 0; round < 200_000; round++)
        {
            int block = random.Next(3) == 0 ? 4 : 1;
            var level = new LevelShape(Size(random), Size(random), Size(random), block, block, 1 << random.Next(5));
            var box = new Box(Start(random), Start(random), Start(random), Size(random), Size(random), Size(random));
            uint stride = Stride(random);
            uint layerStride = Stride(random);
            ulong offset = random.Next(4) == 0 ? unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue)) : (ulong)random.Next(100);
            long available = random.Next(2) == 0 ? random.NextInt64() : random.Next(100_000);

            bool answer = BoxLayout.TryCreate(level, box, stride, layerStride, offset, available, out BoxLayout layout);

            Assert.Equal(Expect(level, box, stride, layerStride, offset, available, out BigInteger last), answer);
            if (!answer)
                continue;
            legal++;
            Assert.Equal(last, layout.RowOffset(layout.LayerCount - 1, layout.RowCount - 1) + layout.RowSizeInBytes);
            Assert.Equal(last, layout.Offset + layout.SpanSizeInBytes);
        }

        Assert.True(legal > 1000, $"only {legal} legal layouts");
    }

    private static bool Expect(in LevelShape level, in Box box, uint stride, uint layerStride, ulong offset, long available, out BigInteger last)
    {
        last = 0;
        if (box.X < 0 || box.Y < 0 || box.Z < 0 || box.Width < 1 || box.Height < 1 || box.Depth < 1)
            return false;
        if ((long)box.X + box.Width > level.Width || (long)box.Y + box.Height > level.Height || (long)box.Z + box.Depth > level.Layers)
            return false;
        int block = level.BlockWidth;
        bool aligned = box.X % block == 0 && box.Y % block == 0 && (box.Width % block == 0 || box.X + box.Width == level.Width) &&
            (box.Height % block == 0 || box.Y + box.Height == level.Height);
        if (!aligned)
            return false;
        BigInteger row = Blocks(box.Width, block) * level.BlockSizeInBytes;
        BigInteger rows = Blocks(box.Height, block);
        BigInteger step = stride != 0 ? stride : Blocks(level.Width, block) * level.BlockSizeInBytes;
        BigInteger layer = layerStride != 0 ? layerStride : Blocks(level.Height, block) * step;
        if (rows > 1 && step < row)
            return false;
        BigInteger reach = (rows - 1) * step + row;
        if (box.Depth > 1 && layer < reach)
            return false;
        last = offset + (box.Depth - 1) * layer + reach;
        return last <= available;
    }

    private static BigInteger Blocks(BigInteger texels, int block) => (texels + block - 1) / block;

    private static int Size(Random random) => random.Next(6) == 0 ? random.Next(1, int.MaxValue) : random.Next(1, 40);

    private static int Start(Random random) => random.Next(8) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(0, 3) * 4;

    private static uint Stride(Random random) => random.Next(3) switch
    {
        0 => 0,
        1 => (uint)random.Next(1, 4000),
        _ => unchecked((uint)random.NextInt64()),
    };
}
