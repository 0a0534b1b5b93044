using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu.Tests.Display;

public sealed class DamageRegionTests
{
    [Fact]
    public void Changes_far_apart_stay_apart_and_neighbours_are_joined()
    {
        var region = new DamageRegion();
        region.Add(new Rectangle(0, 0, 10, 10));
        region.Add(new Rectangle(1000, 1000, 10, 10));
        region.Add(default);
        Assert.Equal(2, region.Count);
        region.Add(new Rectangle(10, 0, 10, 10));
        region.Add(new Rectangle(1002, 1002, 4, 4));
        Assert.Equal(2, region.Count);
        Assert.Equal(new Rectangle(0, 0, 1010, 1010), region.Bounds);
        Assert.Contains(new Rectangle(0, 0, 20, 10), Taken(region));
        Assert.True(region.IsEmpty);
    }

    [Fact]
    public void Rectangle_around_everything_swallows_everything()
    {
        var region = new DamageRegion();
        for (int i = 0; i < 10; i++) region.Add(new Rectangle(i * 50, i * 30, 10, 10));
        region.Add(new Rectangle(0, 0, 640, 480));
        Assert.Equal([new Rectangle(0, 0, 640, 480)], Taken(region));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_pixel_added_is_covered_and_there_are_never_too_many_parts(int seed)
    {
        var random = new Random(seed);
        var region = new DamageRegion();
        bool[,] changed = new bool[200, 200];
        for (int i = 0; i < 300; i++)
        {
            var part = new Rectangle(random.Next(180), random.Next(180), random.Next(20), random.Next(20));
            region.Add(part);
            for (int y = part.Y; y < part.Bottom; y++)
            for (int x = part.X; x < part.Right; x++)
                changed[x, y] = true;
            Assert.InRange(region.Count, 0, DamageRegion.MaximumParts);
            if (i % 30 != 29) continue;
            foreach (Rectangle taken in Taken(region))
            {
                for (int y = taken.Y; y < taken.Bottom; y++)
                for (int x = taken.X; x < taken.Right; x++)
                    changed[x, y] = false;
            }

            foreach (bool isLeft in changed) Assert.False(isLeft);
        }
    }

    [Fact]
    public void Long_trail_of_small_changes_does_not_end_in_one_large_part()
    {
        var region = new DamageRegion();
        for (int i = 0; i < 50; i++) region.Add(new Rectangle(i * 61, i * 37, 64, 64));
        Assert.All(Taken(region), part => Assert.InRange(part.Width * part.Height, 1, 500 * 400));
    }

    [Theory]
    [InlineData(100, 1.25)]
    [InlineData(1000, 4.0)]
    public void Parts_of_a_trail_hold_few_pixels_that_did_not_change(int changes, double mostPixelsToEach)
    {
        var region = new DamageRegion();
        for (int i = 0; i < changes; i++) region.Add(new Rectangle(i * 70 % 16000, i * 70 / 16000 * 100, 64, 64));
        double pixels = Taken(region).Sum(part => (double)part.Width * part.Height);
        Assert.InRange(pixels, 64 * 64 * changes, 64 * 64 * changes * mostPixelsToEach);
    }

    private static List<Rectangle> Taken(DamageRegion region)
    {
        var parts = new List<Rectangle>();
        while (region.TryTake(out Rectangle part)) parts.Add(part);
        return parts;
    }
}
