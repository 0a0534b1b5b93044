using System.Globalization;
using System.Numerics;
using System.Text.Json;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.Rendering.Tests;

namespace VirglHost.Inspection.Tests;

/// <summary>
/// Recordings that no virglhost wrote. Whatever they say, there is a page that can be read, with a fault on it or without, or a
/// <see cref="RecordingException"/> where not even their beginning is one.
/// </summary>
public sealed class FuzzTests
{
    // VIRGLHOST_FUZZ_CASES=2000 for a long run.
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("VIRGLHOST_FUZZ_CASES") ?? "40", CultureInfo.InvariantCulture);

    private static readonly byte[] Whole = SampleRecording.Of(DrawMuch);

    [Fact]
    public void Recording_with_changed_bytes_gives_a_page_or_a_named_fault()
    {
        // Some blocks of the file, so that something comes before most damages.
        byte[] large = SampleRecording.Of(scene =>
        {
            byte[] noise = new byte[320_000];
            for (int i = 0; i < 14; i++)
            {
                DrawMuch(scene);
                scene.Renderer.DestroyResource(40);
                new Random(i).NextBytes(noise);
                scene.CreateBuffer<byte>(BindFlags.VertexBuffer, noise.AsSpan(0, 120_000));
                scene.Submit();
                scene.CreateBuffer<byte>(BindFlags.VertexBuffer, noise.AsSpan(200_000, 120_000));
                scene.Submit();
            }
        });
        ForEachSeed(random =>
        {
            byte[] changed = [.. large];
            for (int i = random.Next(1, 3); i > 0; i--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            return random.Next(3) == 0 ? changed[..random.Next(changed.Length)] : changed;
        });
    }

    [Fact]
    public void Events_with_changed_bytes_under_right_checksums_give_a_page_or_a_named_fault()
    {
        byte[] events = Unpack(Whole);
        ForEachSeed(random =>
        {
            byte[] changed = [.. events];
            for (int i = random.Next(1, 12); i > 0; i--)
                changed[random.Next(changed.Length)] = random.Next(4) switch { 0 => 0, 1 => 0xFF, 2 => 0x7F, _ => (byte)random.Next(256) };
            return Pack(changed);
        });
    }

    /// <summary>Streams whose words are wrong, in events that are right.</summary>
    [Fact]
    public void Commands_with_changed_words_give_a_page()
    {
        ForEachSeed(random => SampleRecording.Of(scene =>
        {
            uint[] words = Record(scene);
            for (int i = random.Next(1, 20); i > 0; i--)
                words[random.Next(words.Length)] = random.Next(5) switch { 0 => 0, 1 => uint.MaxValue, 2 => (uint)random.Next(32), 3 => (uint)random.Next(1 << 16), _ => (uint)random.NextInt64() };
            try
            {
                scene.Renderer.Submit(GuestScene.ContextId, words);
            }
            catch (Exception refused) when (refused is GuestFaultException or OpenGL.HostFaultException)
            {
                // The recording holds it all the same.
            }
        }, refusals: random.Next(2) == 0 ? default : RefusalPolicy.SkipCommand));
    }

    [Fact]
    public void Page_has_no_more_lines_than_it_may_and_says_so()
    {
        byte[] recording = SampleRecording.Of(scene =>
        {
            for (int i = 0; i < 500; i++)
                scene.Stream.Write(new SetSampleMaskCommand { Mask = (uint)i });
            scene.Submit();
            scene.Clear(Vector4.One);
            scene.Submit();
        });

        Page page = Inspection.Of(recording, out InspectionReport report, new InspectionOptions { MaxLines = 100 });
        Page all = Inspection.Of(recording);

        Assert.Equal((100, 100), (report.Rows, page.Index.GetProperty("limit").GetInt32()));
        Assert.Null(report.Fault);
        Assert.InRange(all.RowCount, 500, 600);
        Assert.Equal(0, all.Index.GetProperty("limit").GetInt32());
    }

    /// <summary>Makes a page of each case and reads all of it as its own program would.</summary>
    private static void ForEachSeed(Func<Random, byte[]> make)
    {
        int pages = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            try
            {
                Page page = Inspection.Of(make(new Random(seed)), out InspectionReport report, new InspectionOptions { PictureSize = 16 });
                Read(page, report);
                pages++;
            }
            catch (RecordingException)
            {
                // Damaged before it says who recorded it.
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"), fault);
            }
        }

        Assert.InRange(pages, Cases / 2, Cases);
    }

    private static void Read(Page page, InspectionReport report)
    {
        Assert.Equal(report.Rows, page.RowCount);
        Assert.Equal(report.Fault is not null, page.Index.TryGetProperty("fault", out _));
        for (int row = 0; row < page.RowCount; row++)
        {
            Assert.Equal(JsonValueKind.Array, page.FieldsOf(row).ValueKind);
            if (page.Number("picture", row) >= 0 && row % 8 == 0)
                page.PictureOf(row);
            if (page.Number("state", row) >= 0)
                page.StateOf(row, StateGroup.Framebuffer);
        }

        for (int thing = 0; thing < page.Index.GetProperty("things").GetProperty("kind").GetArrayLength(); thing++)
            page.ThingOf(thing);
        for (int text = 0; text < page.Index.GetProperty("texts").GetProperty("lines").GetArrayLength(); text++)
            page.TextOf(text);
    }

    private static void DrawMuch(GuestScene scene)
    {
        scene.Renderer.Submit(GuestScene.ContextId, Record(scene));
        scene.Pixels();
    }

    /// <summary>Words of many kinds of command.</summary>
    private static uint[] Record(GuestScene scene)
    {
        scene.Renderer.CreateResource(40, new ResourceDescription(PipeTarget.Texture2DArray, VirglFormat.R8G8B8A8Unorm, (uint)(BindFlags.RenderTarget | BindFlags.SamplerView), 8, 8, 1, 3, 1, 0, 0));
        scene.Renderer.AttachResource(GuestScene.ContextId, 40);
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(new Vector4(0, 1, 0, 1));
        scene.Clear(new Vector4(1, 0, 0, 1));
        scene.Draw(3);
        scene.Stream.Create(new SurfaceObject { Handle = 41, ResourceHandle = 40, Format = VirglFormat.R8G8B8A8Unorm, Level = 1, FirstLayer = 1, LastLayer = 2 });
        scene.Stream.Create(new SamplerViewObject { Handle = 42, ResourceHandle = 40, Format = VirglFormat.R8G8B8A8Unorm });
        scene.Stream.Create(new SamplerStateObject { Handle = 43, MipFilter = MipFilter.None });
        scene.Stream.Create(new BlendObject { Handle = 44, Targets = new BlendTarget[8] });
        scene.Stream.Create(new QueryObject { Handle = 45, QueryType = QueryType.OcclusionCounter, ResultHandle = 1 });
        scene.Stream.Bind(VirglObjectType.Blend, 44);
        scene.Stream.Write(new SetSamplerViewsCommand { Stage = ShaderStage.Fragment, StartSlot = 1, Handles = [42] });
        scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, StartSlot = 1, Handles = [43] });
        scene.Stream.Write(new SetConstantBufferCommand { Stage = ShaderStage.Vertex, Constants = [1, 2, 3, 4] });
        scene.Stream.Write(new SetScissorsCommand { Rectangles = [new ScissorRectangle(0, 0, 4, 4)] });
        scene.Stream.Write(new SendStringMarkerCommand { Text = "marker"u8 });
        scene.Stream.Write(new ClearTextureCommand { Handle = 40, Box = new Box(0, 0, 1, 4, 4, 1), Texel = new RawColor(1, 2, 3, 4) });
        scene.Stream.Write(new ResourceCopyRegionCommand { DestinationHandle = 40, SourceHandle = 40, SourceBox = new Box(0, 0, 1, 4, 4, 1) });
        scene.Stream.Write(new BeginQueryCommand { Handle = 45 });
        scene.Draw(3);
        scene.Stream.Write(new EndQueryCommand { Handle = 45 });
        scene.Stream.Destroy(VirglObjectType.SamplerState, 43);
        uint[] words = scene.Stream.Words.ToArray();
        scene.Stream.Clear();
        return words;
    }

    private static byte[] Unpack(byte[] file)
    {
        using BlockReader reader = new(new MemoryStream(file));
        List<byte> events = [];
        byte[] one = new byte[1];
        while (reader.TryRead(one))
            events.Add(one[0]);
        return [.. events];
    }

    private static byte[] Pack(byte[] events)
    {
        MemoryStream file = new();
        using (BlockWriter blocks = new(file))
            blocks.Write(events);
        return file.ToArray();
    }
}
