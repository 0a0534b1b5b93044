using Serilog;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;
using VirglHost.Rendering.Resources;
using StreamWriter = VirglHost.CommandStream.StreamWriter;

namespace VirglHost.Recording.Tests;

/// <summary>A renderer's work, recorded and done again on another one.</summary>
public sealed class ReplayTests : IDisposable
{
    private const uint ContextId = 3;
    private const uint PictureId = 5;
    private const uint Shown = (uint)(BindFlags.RenderTarget | BindFlags.SamplerView | BindFlags.DisplayTarget);

    private static readonly ILogger Log = new LoggerConfiguration().CreateLogger();

    private readonly EglDisplay _display = EglDisplay.OpenHeadless();

    public void Dispose() => _display.Dispose();

    [Fact]
    public void Replay_shows_the_pictures_of_the_recording_bit_by_bit()
    {
        List<byte[]> recorded = [];
        byte[] file = FileTests.Record(recorder => DrawFrames(recorder, recorded));

        Watcher watcher = new();
        ReplayStatistics statistics = Play(file, watcher);

        Assert.Equal(2, recorded.Count);
        // Each is shown twice: the guest read it whole, and then it was read for a screen.
        Assert.Equal([recorded[0], recorded[0], recorded[1], recorded[1]], watcher.Pictures);
        Assert.NotEqual(recorded[0], recorded[1]);
        Assert.Equal(3, statistics.Submits);
        Assert.Equal(4, statistics.Pictures);
        Assert.Equal(0, statistics.Skipped);
        Assert.Equal("vtest", statistics.Origin.Door);
        Assert.Equal(file.Length, watcher.Position);
    }

    [Fact]
    public void Replay_of_refused_commands_counts_them_and_goes_on()
    {
        List<byte[]> recorded = [];
        byte[] file = FileTests.Record(recorder =>
        {
            using Renderer renderer = Create(recorder);
            renderer.CreateContext(1, "bad");
            Assert.Throws<GuestFaultException>(() => renderer.Submit(1, [0xFFFF_FFFF]));
            renderer.CreateContext(2, "good");
        });

        ReplayStatistics statistics = Play(file, new Watcher());

        Assert.Equal(1, statistics.Refusals);
        Assert.Equal(5, statistics.Events);
    }

    [Fact]
    public void Replay_of_a_recording_cut_short_plays_what_is_there()
    {
        byte[] memory = new byte[2 * RecordingFormat.BlockSizeInBytes];
        new Random(3).NextBytes(memory);
        byte[] file = FileTests.Record(recorder =>
        {
            using Renderer renderer = Create(recorder);
            renderer.CreateContext(1, "first");
            renderer.CreateResource(1, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.VertexBuffer, (uint)memory.Length, 1, 1, 1, 0, 0, 0));
            PagedStore store = new(memory.Length, new PageBudget(1 << 22));
            store.Write(0, memory);
            renderer.AttachBacking(1, store);
            renderer.TransferToHost(0, 1, new TransferRequest(0, 0, 0, new Box(0, 0, 0, memory.Length, 1, 1), 0));
        });
        using Renderer again = Create(null);

        RecordingException fault = Assert.Throws<RecordingException>(() => Replay.Play(new MemoryStream(file[..^10]), again, new Watcher(), out _));

        Assert.Equal(RecordingFault.Truncated, fault.Fault);
        Assert.True(again.TryGetResource(1, out _));
    }

    [Fact]
    public void Replay_skips_kinds_that_it_does_not_know()
    {
        MemoryFile file = new();
        using (BlockWriter blocks = new(file))
            blocks.Write([200, 0, 3, 1, 2, 3, (byte)EventKind.End, 0, 1, 1]);

        ReplayStatistics statistics = Play(file.Bytes, new Watcher());

        Assert.Equal(1, statistics.Skipped);
    }

    [Theory]
    [InlineData(new byte[] { (byte)EventKind.Memory, 0, 3, 1, 0, 9 })]
    [InlineData(new byte[] { (byte)EventKind.Submit, 0, 4, 1, 9, 9, 9 })]
    [InlineData(new byte[] { (byte)EventKind.ReadPixels, 0, 5, 1, 0, 0, 8, 8 })]
    [InlineData(new byte[] { (byte)EventKind.CreateResource, 0, 2, 1, 2 })]
    [InlineData(new byte[] { (byte)EventKind.Screen, 0, 12, 16, 1, 1, 0, 0, 1, 1, 1, 9, 9, 9, 9 })]
    [InlineData(new byte[] { (byte)EventKind.Screen, 0, 12, 0, 2, 2, 1, 0, 2, 1, 1, 9, 9, 9, 9 })]
    [InlineData(new byte[] { (byte)EventKind.Screen, 0, 11, 0, 1, 1, 0, 0, 1, 1, 1, 9, 9, 9 })]
    [InlineData(new byte[] { (byte)EventKind.Screen, 0, 13, 0, 0xFF, 0xFF, 3, 1, 0, 0, 1, 1, 1, 9, 9, 9 })]
    [InlineData(new byte[] { (byte)EventKind.End, 0, 1, 5 })]
    public void Event_that_cannot_be_is_damage(byte[] bytes)
    {
        MemoryFile file = new();
        using (BlockWriter blocks = new(file))
            blocks.Write(bytes);
        using Renderer renderer = Create(null);

        Assert.Equal(RecordingFault.Damaged, Assert.Throws<RecordingException>(() => Replay.Play(new MemoryStream(file.Bytes), renderer, new Watcher(), out _)).Fault);
    }

    [Fact]
    public void Screens_that_no_renderer_holds_are_shown_again_bit_by_bit()
    {
        byte[] picture = new byte[700 * 600 * 4];
        new Random(5).NextBytes(picture);
        byte[] changed = [.. picture];
        for (int row = 10; row < 13; row++)
            changed.AsSpan((row * 700 + 20) * 4, 5 * 4).Fill(0x77);
        byte[] file = FileTests.Record(recorder =>
        {
            PixelRectangle size = new(0, 0, 700, 600);
            recorder.ShowScreen(2, size, size, picture);
            recorder.ShowScreen(2, size, new PixelRectangle(20, 10, 5, 3), changed);
            recorder.ShowScreen(0, new PixelRectangle(0, 0, 2, 1), new PixelRectangle(0, 0, 2, 1), [1, 2, 3, 4, 5, 6, 7, 8]);
        });

        Watcher watcher = new();
        ReplayStatistics statistics = Play(file, watcher);

        Assert.Equal(3, statistics.Pictures);
        Assert.Equal([picture, changed, [1, 2, 3, 4, 5, 6, 7, 8]], watcher.Pictures);
        // Random bytes cannot be packed; the second picture cost only what changed.
        Assert.InRange(file.Length, picture.Length, picture.Length + 2000);
    }

    /// <summary>Texels from guest memory by a transfer and by a command, then a clear of another colour; read back whole after each.</summary>
    private void DrawFrames(Recorder recorder, List<byte[]> pictures)
    {
        using Renderer renderer = Create(recorder);
        renderer.CreateContext(ContextId, "frames");
        renderer.CreateResource(PictureId, new ResourceDescription(PipeTarget.Texture2D, VirglFormat.B8G8R8A8Unorm, Shown, 16, 16, 1, 1, 0, 0, 0));
        renderer.AttachResource(ContextId, PictureId);
        PagedStore store = new(16 * 16 * 4, new PageBudget(1 << 20));
        byte[] texels = new byte[16 * 16 * 4];
        new Random(4).NextBytes(texels);
        store.Write(0, texels);
        renderer.AttachBacking(PictureId, store);
        TransferRequest whole = new(0, 0, 0, new Box(0, 0, 0, 16, 16, 1), 0);
        renderer.TransferToHost(ContextId, PictureId, whole);

        StreamWriter stream = new();
        stream.Write(new CreateSubContextCommand { Id = 1 });
        stream.Write(new SetSubContextCommand { Id = 1 });
        renderer.Submit(ContextId, stream.Words);
        store.Write(0, [9, 9, 9, 9, 8, 8, 8, 8]);
        stream.Clear();
        stream.Write(new Transfer3DCommand { Handle = PictureId, Box = new Box(0, 0, 0, 2, 1, 1), Direction = TransferDirection.ToHost });
        renderer.Submit(ContextId, stream.Words);
        renderer.TransferFromHost(ContextId, PictureId, whole);
        pictures.Add(Read(renderer));

        stream.Clear();
        stream.Create(new SurfaceObject { Handle = 7, ResourceHandle = PictureId, Format = VirglFormat.B8G8R8A8Unorm });
        stream.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = [7] });
        stream.Write(new ClearCommand { Buffers = ClearBuffers.Color0, Color = new(0x3e80_0000, 0x3f00_0000, 0x3f40_0000, 0x3f80_0000) });
        renderer.Submit(ContextId, stream.Words);
        RenderFence fence = renderer.InsertFence(ContextId);
        Assert.True(renderer.Wait(fence, TimeSpan.FromSeconds(10)));
        renderer.CompleteFence(fence);
        renderer.TransferFromHost(ContextId, PictureId, whole);
        pictures.Add(Read(renderer));
    }

    private static byte[] Read(Renderer renderer)
    {
        byte[] pixels = new byte[16 * 16 * 4];
        renderer.ReadPixels(PictureId, new PixelRectangle(0, 0, 16, 16), pixels, 64);
        return pixels;
    }

    private Renderer Create(Recorder? recorder) => Renderer.Create(_display, new RendererOptions { Tap = recorder }, Log);

    private ReplayStatistics Play(byte[] file, Watcher watcher)
    {
        using Renderer renderer = Create(null);
        Replay.Play(new MemoryStream(file), renderer, watcher, out ReplayStatistics statistics);
        return statistics;
    }

    private sealed class Watcher : IReplayObserver
    {
        private TimeSpan _time;

        public List<byte[]> Pictures { get; } = [];

        public long Position { get; private set; }

        public void Advanced(long positionInBytes, TimeSpan time)
        {
            Assert.True(positionInBytes >= Position && time >= _time);
            Position = positionInBytes;
            _time = time;
        }

        public void Shown(Renderer renderer, RenderResource resource)
        {
            Assert.Equal(PictureId, resource.Id);
            Pictures.Add(Read(renderer));
        }

        public void Shown(ScreenPicture picture) => Pictures.Add([.. picture.Pixels]);
    }
}
