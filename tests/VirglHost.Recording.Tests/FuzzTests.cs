using System.Buffers.Binary;
using System.Globalization;
using Serilog;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;
using VirglHost.Rendering.Resources;

namespace VirglHost.Recording.Tests;

/// <summary>
/// Files that no virglhost wrote: random changes of a small recording, in its packed bytes and, under valid checksums, in its events. Whatever they say, a replay
/// ends, as played or with a <see cref="RecordingException"/>.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const int Cases = 150;

    private static readonly ILogger Log = new LoggerConfiguration().CreateLogger();

    private readonly EglDisplay _display = EglDisplay.OpenHeadless();

    public void Dispose() => _display.Dispose();

    [Fact]
    public void File_with_changed_bytes_is_named_damaged_or_played()
    {
        byte[] whole = FileTests.Record(Work);
        for (int seed = 0; seed < Cases; seed++)
        {
            Random random = new(seed);
            byte[] changed = [.. whole];
            for (int i = random.Next(1, 6); i > 0; i--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            int length = random.Next(4) == 0 ? random.Next(changed.Length) : changed.Length;
            Play(changed[..length], seed);
        }
    }

    [Fact]
    public void Events_with_changed_bytes_under_right_checksums_are_named_damaged_or_played()
    {
        byte[] events = Unpack(FileTests.Record(Work));
        for (int seed = 0; seed < Cases; seed++)
        {
            Random random = new(seed);
            byte[] changed = [.. events];
            for (int i = random.Next(1, 8); i > 0; i--)
                changed[random.Next(changed.Length)] = Wild(random);
            MemoryFile file = new();
            using (BlockWriter blocks = new(file))
                blocks.Write(changed);
            Play(file.Bytes, seed);
        }
    }

    /// <summary>Each event alone with fields of every size: no number is believed.</summary>
    [Fact]
    public void Events_of_random_fields_are_named_damaged_or_played()
    {
        byte[] head = Unpack(FileTests.Record(Work));
        for (int seed = 0; seed < Cases; seed++)
        {
            Random random = new(seed);
            MemoryFile file = new();
            using (BlockWriter blocks = new(file))
            {
                // Without its last event, so that what follows has contexts and resources to name.
                blocks.Write(head.AsSpan(0, head.Length - 4));
                for (int i = 0; i < 12; i++)
                    blocks.Write(RandomEvent(random));
            }

            Play(file.Bytes, seed);
        }
    }

    private void Play(byte[] file, int seed)
    {
        try
        {
            using Renderer renderer = Renderer.Create(_display, new RendererOptions { MemoryBudgetInBytes = 64 << 20, Refusals = RefusalPolicy.SkipCommand }, Log);
            Replay.Play(new MemoryStream(file), renderer, new Nobody(), out _);
        }
        catch (RecordingException)
        {
            // The one way in which a file may be refused.
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"), fault);
        }
    }

    /// <summary>A bit of everything that a recording can hold.</summary>
    private static void Work(Recorder recorder)
    {
        using EglDisplay display = EglDisplay.OpenHeadless();
        using Renderer renderer = Renderer.Create(display, new RendererOptions { Tap = recorder }, Log);
        renderer.CreateContext(1, "fuzz");
        renderer.CreateResource(2, new ResourceDescription(PipeTarget.Texture2D, CommandStream.VirglFormat.B8G8R8A8Unorm, (uint)(BindFlags.RenderTarget | BindFlags.DisplayTarget), 8, 8, 1, 1, 0, 0, 0));
        renderer.AttachResource(1, 2);
        renderer.AttachBacking(2, new PagedStore(256, new PageBudget(1 << 20)));
        TransferRequest all = new(0, 0, 0, new CommandStream.Box(0, 0, 0, 8, 8, 1), 0);
        renderer.TransferToHost(0, 2, all);
        CommandStream.StreamWriter stream = new();
        stream.Create(new CommandStream.Objects.SurfaceObject { Handle = 7, ResourceHandle = 2, Format = CommandStream.VirglFormat.B8G8R8A8Unorm });
        stream.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = [7] });
        stream.Write(new ClearCommand { Buffers = ClearBuffers.Color0 });
        renderer.Submit(1, stream.Words);
        renderer.TransferFromHost(1, 2, all);
        renderer.ReadPixels(2, new PixelRectangle(0, 0, 8, 8), new byte[256], 32);
        recorder.ShowScreen(0, new PixelRectangle(0, 0, 4, 4), new PixelRectangle(1, 1, 2, 2), new byte[64]);
        RenderFence fence = renderer.InsertFence(1);
        renderer.Wait(fence, TimeSpan.FromSeconds(10));
        renderer.CompleteFence(fence);
        renderer.CreateContext(3, "gone");
        renderer.DestroyContext(3);
    }

    private static byte[] RandomEvent(Random random)
    {
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        for (int i = random.Next(13); i > 0; i--)
            fields.Add(random.Next(4) switch { 0 => (ulong)random.NextInt64(), 1 => (ulong)random.Next(1 << 16), 2 => uint.MaxValue, _ => (ulong)random.Next(9) });
        EventBuilder header = new(stackalloc byte[EventBuilder.HeaderSizeInBytes]);
        header.Add((ulong)random.Next(1, 20));
        header.Add(random.Next(50) == 0 ? ulong.MaxValue : 1);
        header.Add((ulong)fields.Bytes.Length);
        return [.. header.Bytes, .. fields.Bytes];
    }

    private static byte Wild(Random random) => random.Next(4) switch { 0 => 0, 1 => 0xFF, 2 => 0x7F, _ => (byte)random.Next(256) };

    private static byte[] Unpack(byte[] file)
    {
        using BlockReader reader = new(new MemoryStream(file));
        List<byte> events = [];
        Span<byte> one = stackalloc byte[1];
        while (reader.TryRead(one))
            events.Add(one[0]);
        Assert.True(BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(8)) == RecordingFormat.Version);
        return [.. events];
    }

    private sealed class Nobody : IReplayObserver
    {
        public void Advanced(long positionInBytes, TimeSpan time)
        {
        }

        public void Shown(Renderer renderer, RenderResource resource)
        {
        }

        public void Shown(ScreenPicture picture)
        {
        }
    }
}
