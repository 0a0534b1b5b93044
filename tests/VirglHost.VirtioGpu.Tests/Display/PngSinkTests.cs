using Serilog.Core;
using StbImageSharp;
using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu.Tests.Display;

public sealed class PngSinkTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("virglhost-png-").FullName;
    private readonly FakePictures _pictures = new();
    private readonly Scanout _scanout = new(0);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Latest_picture_has_exactly_the_pixels_of_the_screen()
    {
        using (PngSink sink = Make(everyNth: 0, interval: 0))
        {
            Show(sink, 7, new Rectangle(3, 5, 37, 21));
            sink.Pump(0);
        }

        ImageResult image = Read(Path.Combine(_directory, "latest.png"));
        Assert.Equal((37, 21), (image.Width, image.Height));
        for (int y = 0; y < 21; y++)
        for (int x = 0; x < 37; x++)
            Assert.Equal([7, (byte)(y + 5), (byte)(x + 3)], image.Data.AsSpan((y * 37 + x) * 3, 3).ToArray());
    }

    [Fact]
    public void Second_screen_has_a_folder_of_its_own()
    {
        var second = new Scanout(1);
        using (PngSink sink = Make(everyNth: 0, interval: 0))
        {
            second.Show(9, new Rectangle(0, 0, 16, 16));
            sink.ScanoutChanged(second);
            sink.Damaged(second, second.Stale, isFlush: true);
            sink.Pump(0);
        }

        Assert.Equal(9, Read(Path.Combine(_directory, "scanout-1", "latest.png")).Data[0]);
        Assert.False(File.Exists(Path.Combine(_directory, "latest.png")));
    }

    [Fact]
    public void Pictures_within_the_interval_wait_and_the_newest_is_written()
    {
        using (PngSink sink = Make(everyNth: 0, interval: 1000))
        {
            Show(sink, 1, new Rectangle(0, 0, 16, 16));
            Assert.Equal(-1, sink.Pump(5000));
            WaitForEncoder(sink);
            Flush(sink, generation: 1);
            Assert.Equal(900, sink.Pump(5100));
            Flush(sink, generation: 2);
            Assert.Equal(1, _pictures.ReadBacks);
            Assert.Equal(-1, sink.Pump(6000));
        }

        Assert.Equal(3, Read(Path.Combine(_directory, "latest.png")).Data[0]);
        Assert.Equal(2, _pictures.ReadBacks);
    }

    [Fact]
    public void Last_picture_is_written_when_the_screen_goes_off()
    {
        using (PngSink sink = Make(everyNth: 0, interval: 100_000))
        {
            Show(sink, 1, new Rectangle(0, 0, 16, 16));
            sink.Pump(5000);
            Flush(sink, generation: 4);
            sink.Pump(5001);
            sink.Finish(_scanout);
        }

        Assert.Equal(5, Read(Path.Combine(_directory, "latest.png")).Data[0]);
    }

    [Fact]
    public void Every_second_frame_gets_a_numbered_file()
    {
        using (PngSink sink = Make(everyNth: 2, interval: 0))
        {
            Show(sink, 1, new Rectangle(0, 0, 16, 16));
            for (byte generation = 1; generation <= 4; generation++)
            {
                Flush(sink, generation);
                if (generation % 2 == 0) WaitForEncoder(sink);
            }
        }

        Assert.Equal(
            ["frame-000002.png", "frame-000004.png", "latest.png"], Directory.GetFiles(_directory).Select(Path.GetFileName).Order());
        Assert.Equal(3, Read(Path.Combine(_directory, "frame-000002.png")).Data[0]);
        Assert.Equal(5, Read(Path.Combine(_directory, "frame-000004.png")).Data[0]);
    }

    [Fact]
    public void Pointer_is_drawn_in_and_not_into_the_screens_own_picture()
    {
        var cursor = new CursorState { IsVisible = true, X = 10, Y = -60 };
        cursor.Pixels.AsSpan().Fill(0xff);
        using (PngSink sink = Make(everyNth: 0, interval: 0))
        {
            Show(sink, 1, new Rectangle(0, 0, 16, 16));
            sink.CursorChanged(0, cursor, isNewShape: true);
            sink.Pump(0);
        }

        ImageResult image = Read(Path.Combine(_directory, "latest.png"));
        Assert.Equal([255, 255, 255], image.Data.AsSpan((3 * 16 + 10) * 3, 3).ToArray());
        Assert.Equal([1, 3, 9], image.Data.AsSpan((3 * 16 + 9) * 3, 3).ToArray());
        Assert.Equal([1, 4, 10], image.Data.AsSpan((4 * 16 + 10) * 3, 3).ToArray());
        Assert.Equal(10, _scanout.Pixels[(3 * 16 + 10) * 4]);
    }

    [Fact]
    public void No_half_written_file_stays_behind()
    {
        using (PngSink sink = Make(everyNth: 1, interval: 0))
        {
            Show(sink, 1, new Rectangle(0, 0, 16, 16));
            Flush(sink, 1);
        }

        Assert.DoesNotContain(Directory.GetFiles(_directory), path => path.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void Folder_that_cannot_be_made_is_refused()
    {
        string file = Path.Combine(_directory, "file");
        File.WriteAllText(file, "x");
        var error = Assert.Throws<GpuServerException>(() => PngSink.PrepareDirectory(Path.Combine(file, "png")));
        Assert.Equal(GpuServerFault.PngDirectoryUnusable, error.Fault);
    }

    private static ImageResult Read(string path) => ImageResult.FromMemory(File.ReadAllBytes(path), ColorComponents.RedGreenBlue);

    private static void WaitForEncoder(PngSink sink) =>
        Assert.True(SpinWait.SpinUntil(sink.Encoder.Written.TryConsume, 10_000));

    private PngSink Make(int everyNth, int interval) => new(new PngSinkOptions(_directory, everyNth, interval), _pictures, Logger.None);

    private void Show(PngSink sink, uint resource, Rectangle source)
    {
        _scanout.Show(resource, source);
        sink.ScanoutChanged(_scanout);
        sink.Damaged(_scanout, _scanout.Stale, isFlush: false);
    }

    private void Flush(PngSink sink, byte generation)
    {
        _pictures.Generation = generation;
        sink.Damaged(_scanout, _scanout.Damage(_scanout.Source), isFlush: true);
    }
}
