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
    public void Numbered_frames_are_never_left_out_and_a_full_encoder_says_so()
    {
        bool wasFull = false;
        using (PngSink sink = Make(everyNth: 0, interval: 0, PngPolicy.Flush))
        {
            Show(sink, 1, new Rectangle(0, 0, 64, 64));
            for (int frame = 1; frame <= 200; frame++)
            {
                // As the device does: the next command is not taken before there is room.
                wasFull |= !sink.HasRoom;
                Assert.True(SpinWait.SpinUntil(() => sink.HasRoom, 10_000));
                Flush(sink, (byte)frame);
            }
        }

        Assert.True(wasFull);
        for (int frame = 1; frame <= 200; frame++)
            Assert.Equal((byte)(frame + 1), Read(Path.Combine(_directory, $"frame-{frame:d6}.png")).Data[0]);
    }

    [Fact]
    public void Policy_exit_writes_once_when_the_screen_goes_off()
    {
        using (PngSink sink = Make(everyNth: 0, interval: 0, PngPolicy.Exit))
        {
            Show(sink, 1, new Rectangle(0, 0, 16, 16));
            Flush(sink, generation: 4);
            Assert.Equal(-1, sink.Pump(5000));
            Assert.Equal(0, _pictures.ReadBacks);
            sink.Finish(_scanout);
        }

        Assert.Equal(5, Read(Path.Combine(_directory, "latest.png")).Data[0]);
        Assert.Equal(1, _pictures.ReadBacks);
    }

    [Fact]
    public void Policy_signal_writes_only_screenshots_stamped_with_time_and_frame()
    {
        DateTime before = DateTime.UtcNow;
        using (PngSink sink = Make(everyNth: 0, interval: 0, PngPolicy.Signal))
        {
            Show(sink, 1, new Rectangle(0, 0, 16, 16));
            Flush(sink, generation: 1);
            Flush(sink, generation: 2);
            sink.Pump(5000);
            sink.TakeScreenshots();
            Flush(sink, generation: 3);
            sink.Finish(_scanout);
        }

        string[] names = [.. Directory.GetFiles(_directory).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Assert.Equal(2, names.Length);
        Assert.Equal("latest.png", names[0]);
        Assert.Matches(@"^screenshot-\d{8}T\d{9}Z-frame-000002\.png$", names[1]);
        Assert.Equal(3, Read(Path.Combine(_directory, names[1])).Data[0]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(_directory, names[0])), File.ReadAllBytes(Path.Combine(_directory, names[1])));
        string text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_directory, names[1])));
        Assert.Contains("tEXtFrame\02", text, StringComparison.Ordinal);
        Assert.Contains("tEXtScanout\00", text, StringComparison.Ordinal);
        string time = text[(text.IndexOf("Creation Time", StringComparison.Ordinal) + 14)..][..24];
        DateTime taken = DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Assert.InRange(taken, before.AddMilliseconds(-1), DateTime.UtcNow);
        int at = text.IndexOf("tIME", StringComparison.Ordinal) + 4;
        Assert.Equal((taken.Year, taken.Month, taken.Day, taken.Hour), (text[at] << 8 | text[at + 1], text[at + 2], text[at + 3], text[at + 4]));
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

    private PngSink Make(int everyNth, int interval, PngPolicy policy = PngPolicy.Change) =>
        new(new PngSinkOptions(_directory, policy, everyNth, interval), _pictures, Logger.None);

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
