using VirglHost.Rendering;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>Pictures in plain memory are handed to the tap, flush by flush; the renderer's own are not.</summary>
public sealed class ScreenTapTests
{
    [Fact]
    public void Flushes_of_plain_pictures_are_tapped_with_the_part_that_changed()
    {
        Tap tap = new();
        byte[] expected;
        using (RunningDevice device = new(adjust: options => options with { ScreenTap = tap }, hasGl: false))
        {
            device.Ram.Write(device.CreateImage(5, 64, 48), Patterns.Gradient(64, 48, 7));
            device.Gpu.TransferToHost2D(5, 0, 0, 64, 48, 0);
            device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
            Assert.Empty(tap.Parts);
            device.Gpu.Flush(5, 0, 0, 64, 48);
            device.Gpu.Flush(5, 8, 4, 16, 2);
            device.Stop();
            expected = [.. tap.Last];
        }

        Assert.Equal([new PixelRectangle(0, 0, 64, 48), new PixelRectangle(8, 4, 16, 2)], tap.Parts);
        Assert.Equal(new PixelRectangle(0, 0, 64, 48), tap.Size);
        Assert.Equal(64 * 48 * 4, expected.Length);
        Assert.Contains(expected, value => value != 0);
    }

    [Fact]
    public void Pictures_of_the_renderer_are_not_tapped()
    {
        Tap tap = new();
        using RunningDevice device = new(adjust: options => options with { ScreenTap = tap });
        device.Gpu.CreateContext(1, "test"u8);
        device.Ram.Write(device.CreateImage(5, 64, 48), Patterns.Gradient(64, 48, 7));
        device.Gpu.AttachResource(1, 5);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 48);
        device.Gpu.Flush(5, 0, 0, 64, 48);
        device.Stop();

        Assert.Empty(tap.Parts);
    }

    /// <summary>Called on the device's thread, looked at when that has answered the flush.</summary>
    private sealed class Tap : IScreenTap
    {
        public List<PixelRectangle> Parts { get; } = [];

        public PixelRectangle Size { get; private set; }

        public byte[] Last { get; private set; } = [];

        public void Flushed(int screen, in PixelRectangle size, in PixelRectangle part, ReadOnlySpan<byte> picture)
        {
            Parts.Add(part);
            Size = size;
            Last = picture.ToArray();
        }
    }
}
