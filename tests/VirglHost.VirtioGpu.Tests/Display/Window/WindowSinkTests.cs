using VirglHost.VirtioGpu.Display;
using VirglHost.VirtioGpu.Display.Window;

namespace VirglHost.VirtioGpu.Tests.Display.Window;

/// <summary>The GPU thread's half of a window: the newest frame is there when the window looks, and nobody waits for it to look.</summary>
public sealed class WindowSinkTests : IDisposable
{
    private readonly WindowLink _link;
    private readonly FakePictures _pictures = new();
    private readonly WindowSink _sink;
    private readonly Scanout _scanout = new(0);
    private int _wakes;

    public WindowSinkTests()
    {
        _link = new WindowLink(() => _wakes++);
        _sink = new WindowSink(_link, _pictures, intervalInMilliseconds: 16);
        _scanout.Show(7, new Rectangle(0, 0, 32, 16));
        _sink.ScanoutChanged(_scanout);
        _sink.Damaged(_scanout, _scanout.Stale, isFlush: false);
    }

    public void Dispose()
    {
        _sink.Dispose();
        _link.Dispose();
    }

    [Fact]
    public void Frames_nobody_took_are_overwritten_by_newer_ones()
    {
        for (byte generation = 0; generation < 100; generation++) Flush(generation, now: 1000 + generation * 20);

        Assert.True(_link[0].TryTake());
        Assert.Equal((32, 16, (byte)(7 + 99)), (_link[0].Front.Width, _link[0].Front.Height, _link[0].Front.Pixels[2]));
        Assert.False(_link[0].TryTake());
        Assert.Equal(100, _wakes);
    }

    [Fact]
    public void Frame_being_shown_is_never_written_to()
    {
        Flush(1, now: 1000);
        Assert.True(_link[0].TryTake());
        WindowFrame shown = _link[0].Front;

        for (byte generation = 2; generation < 20; generation++) Flush(generation, now: 1000 + generation * 20);

        Assert.Same(shown, _link[0].Front);
        Assert.Equal(8, shown.Pixels[2]);
    }

    [Fact]
    public void Frames_within_the_interval_wait_and_are_one()
    {
        Flush(1, now: 1000);
        _pictures.Generation = 2;
        _sink.Damaged(_scanout, _scanout.Damage(_scanout.Source), isFlush: true);
        Assert.Equal(6, _sink.Pump(1010));
        Flush(3, now: 1016);

        Assert.Equal(2, _wakes);
        Assert.Equal(2, _pictures.ReadBacks);
    }

    [Fact]
    public void Screen_that_goes_off_leaves_an_empty_frame()
    {
        Flush(1, now: 1000);
        _scanout.TurnOff();
        _sink.ScanoutChanged(_scanout);

        Assert.True(_link[0].TryTake());
        Assert.Equal(0, _link[0].Front.Width);
    }

    [Fact]
    public void Wishes_arrive_in_order_and_wake_the_loop()
    {
        _link.Wish(new WindowWish(0, 100, 50));
        _link.Wish(new WindowWish(1, 200, 60));

        Assert.True(_link.Wished.TryConsume());
        Assert.True(_link.TryTakeWish(out WindowWish first) && _link.TryTakeWish(out WindowWish second) && first.Width == 100 && second.Scanout == 1);
        Assert.False(_link.TryTakeWish(out _));
    }

    private void Flush(byte generation, long now)
    {
        _pictures.Generation = generation;
        _sink.Damaged(_scanout, _scanout.Damage(_scanout.Source), isFlush: true);
        _sink.Pump(now);
    }
}
