using VirglHost.VirtioGpu.Display;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Tests.Display;

public sealed class ScanoutTests
{
    [Fact]
    public void Damage_is_clipped_to_the_shown_part_and_moved_to_screen_coordinates()
    {
        var scanout = new Scanout(0);
        scanout.Show(5, new Rectangle(100, 50, 40, 30));
        scanout.MarkFresh();
        Assert.Equal(new Rectangle(0, 10, 20, 20), scanout.Damage(new Rectangle(80, 60, 40, 100)));
        Assert.Equal(new Rectangle(0, 10, 20, 20), scanout.Stale);
    }

    [Fact]
    public void Damage_beside_the_shown_part_is_nothing()
    {
        var scanout = new Scanout(0);
        scanout.Show(5, new Rectangle(100, 50, 40, 30));
        Assert.True(scanout.Damage(new Rectangle(0, 0, 100, 200)).IsEmpty);
        Assert.Equal(0, scanout.FrameNumber);
    }

    [Fact]
    public void Damages_merge_until_the_picture_is_fresh()
    {
        var scanout = new Scanout(0);
        scanout.Show(5, new Rectangle(0, 0, 40, 30));
        scanout.MarkFresh();
        scanout.Damage(new Rectangle(1, 2, 3, 4));
        scanout.Damage(new Rectangle(10, 20, 5, 5));
        Assert.Equal(new Rectangle(1, 2, 14, 23), scanout.Stale);
        Assert.Equal(2, scanout.FrameNumber);
    }

    [Fact]
    public void Showing_another_resource_makes_the_whole_picture_stale()
    {
        var scanout = new Scanout(0);
        Assert.True(scanout.Show(5, new Rectangle(0, 0, 40, 30)));
        scanout.MarkFresh();
        Assert.False(scanout.Show(6, new Rectangle(0, 0, 40, 30)));
        Assert.Equal(new Rectangle(0, 0, 40, 30), scanout.Stale);
        Assert.True(scanout.Show(6, new Rectangle(0, 0, 41, 30)));
    }

    [Theory]
    [InlineData(0u, 0u, 640u, 480u, true)]
    [InlineData(639u, 479u, 1u, 1u, true)]
    [InlineData(640u, 480u, 0u, 0u, true)]
    [InlineData(1u, 0u, 640u, 480u, false)]
    [InlineData(0u, 1u, 640u, 480u, false)]
    [InlineData(uint.MaxValue, 0u, 2u, 1u, false)]
    [InlineData(0u, uint.MaxValue, 1u, uint.MaxValue, false)]
    public void Rectangle_is_inside_only_without_wrapping(uint x, uint y, uint width, uint height, bool isInside)
    {
        var rect = new WireRect { X = x, Y = y, Width = width, Height = height };
        Assert.Equal(isInside, Rectangle.TryInside(rect, 640, 480, out _));
    }
}
