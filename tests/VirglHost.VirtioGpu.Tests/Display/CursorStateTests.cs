using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu.Tests.Display;

public sealed class CursorStateTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-3, -62)]
    [InlineData(78, 58)]
    [InlineData(int.MinValue, int.MinValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(-64, 0)]
    public void Opaque_pointer_covers_exactly_its_place(int x, int y)
    {
        var cursor = new CursorState { IsVisible = true, X = x, Y = y };
        cursor.Pixels.AsSpan().Fill(0xff);
        byte[] picture = new byte[80 * 60 * 4];
        cursor.DrawOver(picture, 80, 60);
        for (int row = 0; row < 60; row++)
        for (int column = 0; column < 80; column++)
        {
            bool isCovered = column >= x && column < (long)x + 64 && row >= y && row < (long)y + 64;
            Assert.Equal(isCovered ? 0xff : 0, picture[(row * 80 + column) * 4]);
        }
    }

    [Fact]
    public void Premultiplied_pixel_adds_to_what_shows_through()
    {
        var cursor = new CursorState { IsVisible = true };
        ((ReadOnlySpan<byte>)[0x40, 0x00, 0x80, 0x80]).CopyTo(cursor.Pixels);
        byte[] picture = [200, 100, 0, 9];
        cursor.DrawOver(picture, 1, 1);
        Assert.Equal([64 + 100, 50, 128, 9], picture);
    }

    [Fact]
    public void Hidden_pointer_draws_nothing()
    {
        var cursor = new CursorState { IsVisible = false };
        cursor.Pixels.AsSpan().Fill(0xff);
        byte[] picture = new byte[4];
        cursor.DrawOver(picture, 1, 1);
        Assert.Equal([0, 0, 0, 0], picture);
    }
}
