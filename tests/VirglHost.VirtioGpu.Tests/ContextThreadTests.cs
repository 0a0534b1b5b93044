using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.Testing;
using StreamWriter = VirglHost.CommandStream.StreamWriter;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>Contexts on threads of their own: side by side where they share nothing, in the guest's order where they do.</summary>
public sealed class ContextThreadTests : IDisposable
{
    private const uint Size = 96, Texture2D = 2, Bgra = 1, RenderTargetAndSampler = 2 | 8;
    private const uint Ok = 0x1100, Unspecified = 0x1200;

    private readonly RunningDevice _device = new(adjust: options => options with { ContextThreads = 2 });
    private readonly StreamWriter _stream = new();
    private readonly List<PendingCommand> _posted = [];

    public ContextThreadTests()
    {
        for (uint context = 1; context <= 4; context++) _device.Gpu.CreateContext(context, "threads"u8);
    }

    public void Dispose() => _device.Dispose();

    [Fact]
    public void Contexts_that_share_nothing_draw_what_each_was_told()
    {
        IReadOnlyList<GuestBuffer>[] backings = [.. Enumerable.Range(1, 4).Select(id => CreateTexture((uint)id, (uint)id))];

        for (uint row = 0; row < Size; row++)
        {
            for (uint context = 1; context <= 4; context++) Submit(context, Clear(context, row, (context << 16) + row));
        }

        for (uint context = 1; context <= 4; context++) PostRead(context, context);
        WaitForAll();

        for (uint context = 1; context <= 4; context++)
        {
            uint[] expected = [.. Enumerable.Range(0, (int)Size).Select(row => (context << 16) + (uint)row)];
            Assert.Equal(expected, FirstColumn(backings[context - 1]));
        }
    }

    [Fact]
    public void Contexts_that_share_a_resource_keep_the_order_of_the_guest()
    {
        const uint Shared = 10, Copies = 11;
        CreateTexture(Shared, 1, 2, 3, 4);
        IReadOnlyList<GuestBuffer> copies = CreateTexture(Copies, 1, 2, 3, 4);
        Submit(1, Clear(Shared, 0, 0xff));

        for (uint row = 0; row < Size; row++)
        {
            uint context = row * 7 % 4 + 1;
            Submit(context, Copy(Shared, Copies, row));
            Submit(context, Clear(Shared, 0, 0x100 + row));
        }

        PostRead(3, Copies);
        WaitForAll();

        uint[] expected = [0xff, .. Enumerable.Range(0, (int)Size - 1).Select(row => 0x100 + (uint)row)];
        Assert.Equal(expected, FirstColumn(copies));
    }

    [Fact]
    public void Screen_shows_what_a_context_on_another_thread_has_drawn()
    {
        CreateTexture(1, 2);
        _device.Gpu.SetScanout(0, 1, 0, 0, Size, Size);
        foreach (uint color in new uint[] { 0xff112233, 0xff445566, 0xff778899 })
        {
            for (uint row = 0; row < Size; row++) Submit(2, Clear(1, row, color));
            _device.Gpu.Flush(1, 0, 0, Size, Size);
            _device.WaitFor(() => LatestPixel() == color, $"{color:x}");
        }
    }

    [Fact]
    public void Fault_of_one_context_reaches_its_request_and_nobody_else()
    {
        CreateTexture(1, 2);
        IReadOnlyList<GuestBuffer> backing = CreateTexture(2, 3);

        PendingCommand wrong = Submit(2, [0xffff_ffff]);
        PendingCommand right = Submit(3, Clear(2, 0, 7));
        PendingCommand ignored = Submit(2, Clear(1, 0, 7));
        PendingCommand refused = _device.Gpu.Post(new GpuCommand(0x206, 2).Words(0, 0, 0, Size * 2, Size, 1).Quad(0).Words(1, 0, 0, 0).Fence(_device.Gpu.NextFence()));
        PostRead(3, 2);
        _posted.Add(refused);
        WaitForAll();

        Assert.Equal((Unspecified, Ok, Ok, 0x1205u), (wrong.Response!.Type, right.Response!.Type, ignored.Response!.Type, refused.Response!.Type));
        Assert.Equal(7u, FirstColumn(backing)[0]);
        Assert.True(_device.Log.Contains("of context 2"), _device.Log.ToString());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Guest_pages_are_left_alone_once_their_resource_is_gone(uint context)
    {
        IReadOnlyList<GuestBuffer> backing = CreateTexture(1, context);
        for (int i = 0; i < 200; i++) PostRead(context, 1);
        _posted.Add(_device.Gpu.Post(new GpuCommand(0x102).Words(1, 0)));
        _device.Gpu.Wait(_posted[^1]);
        _device.Ram.Write(backing, [.. Enumerable.Repeat((byte)0xab, (int)(Size * Size * 4))]);
        WaitForAll();
        _device.Gpu.Send(new GpuCommand(0x207, context).Words(0, 0).Fence(_device.Gpu.NextFence()));

        Assert.All(_device.Ram.Read(backing), value => Assert.Equal(0xab, value));
    }

    [Fact]
    public void Stopped_queue_has_given_everything_back()
    {
        for (uint context = 1; context <= 4; context++) CreateTexture(context, context);
        for (uint row = 0; row < Size; row++)
        {
            for (uint context = 1; context <= 4; context++) Submit(context, Clear(context, row, row));
        }

        _device.Front.Queues[0].KickIfNeeded();
        _device.WaitFor(() => Collected().Any(), "the first answer");
        _device.Front.Stop();
        int taken = Collected().Count();
        _device.Front.Start();
        WaitForAll();

        Assert.InRange(taken, 1, _posted.Count);
        Assert.All(_posted, command => Assert.Equal(Ok, command.Response!.Type));
    }

    [Fact]
    public void Query_of_a_context_on_another_thread_is_stored_before_its_fence_comes_back()
    {
        const uint Results = 1, Query = 5;
        _device.Gpu.CreateResource3D(Results, new GpuResource3D(0, 64, 1 << 17, 16));
        IReadOnlyList<GuestBuffer> backing = _device.Ram.AllocateScattered(16);
        _device.Gpu.AttachBacking(Results, backing);
        _device.Gpu.AttachResource(2, Results);
        _stream.Clear();
        _stream.Create(new QueryObject { Handle = Query, QueryType = QueryType.OcclusionCounter, ResultHandle = Results });
        _stream.Write(new BeginQueryCommand { Handle = Query });
        _stream.Write(new EndQueryCommand { Handle = Query });
        _stream.Write(new GetQueryResultCommand { Handle = Query });

        _device.Gpu.Submit3D(2, _stream.Words);

        Assert.Equal(1u, MemoryMarshal.Read<uint>(_device.Ram.Read(backing)));
    }

    [Fact]
    public void Contexts_come_and_go_among_others_at_work()
    {
        IReadOnlyList<GuestBuffer> backing = CreateTexture(1, 1, 2);
        for (uint round = 0; round < 20; round++)
        {
            uint own = 100 + round, context = 50 + round;
            for (uint row = 0; row < Size; row++) Submit(2, Clear(1, row, (round << 8) + row));
            _device.Gpu.CreateContext(context, "guest"u8);
            CreateTexture(own, context, 1);
            Submit(context, Clear(own, 0, round));
            Submit(1, Copy(own, 1, Size - 1));
            _device.Gpu.DestroyContext(context);
            _device.Gpu.Unref(own);
        }

        PostRead(1, 1);
        WaitForAll();

        uint[] expected = [.. Enumerable.Range(0, (int)Size - 1).Select(row => (19u << 8) + (uint)row), 19];
        Assert.Equal(expected, FirstColumn(backing));
        Assert.All(_posted, command => Assert.Equal(Ok, command.Response!.Type));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Sub_context_may_end_right_after_its_work(uint context)
    {
        const uint Other = 3, Shared = 1;
        IReadOnlyList<GuestBuffer> backing = CreateTexture(Shared, context, Other);
        CreateTexture(100 + Size, Other);
        for (uint row = 0; row < Size; row++)
        {
            Submit(context, InNewSubContext(row + 1, Clear(Shared, row, 0xff00 + row)));
            // The device makes resources in whatever GL context is current.
            _device.Gpu.CreateResource3D(100 + row, new GpuResource3D(Texture2D, Bgra, RenderTargetAndSampler, Size, Size));
            Submit(context, EndOf(row + 1));
            Submit(Other, Clear(100 + Size, 0, row));
        }

        PostRead(Other, Shared);
        WaitForAll();

        Assert.Equal([.. Enumerable.Range(0, (int)Size).Select(row => 0xff00 + (uint)row)], FirstColumn(backing));
        Assert.All(_posted, command => Assert.Equal(Ok, command.Response!.Type));
    }

    private IReadOnlyList<GuestBuffer> CreateTexture(uint id, params ReadOnlySpan<uint> contexts)
    {
        _device.Gpu.CreateResource3D(id, new GpuResource3D(Texture2D, Bgra, RenderTargetAndSampler, Size, Size));
        IReadOnlyList<GuestBuffer> backing = _device.Ram.AllocateScattered((int)(Size * Size * 4), seed: (int)id);
        _device.Gpu.AttachBacking(id, backing);
        foreach (uint context in contexts) _device.Gpu.AttachResource(context, id);
        return backing;
    }

    private ReadOnlySpan<uint> Clear(uint resource, uint row, uint color)
    {
        _stream.Clear();
        _stream.Write(new ClearTextureCommand { Handle = resource, Box = new Box(0, (int)row, 0, (int)Size, 1, 1), Texel = new RawColor(color, 0, 0, 0) });
        return _stream.Words;
    }

    private uint[] InNewSubContext(uint subContext, ReadOnlySpan<uint> words)
    {
        uint[] after = [.. words];
        _stream.Clear();
        _stream.Write(new CreateSubContextCommand { Id = subContext });
        return [.. _stream.Words, .. after];
    }

    private ReadOnlySpan<uint> EndOf(uint subContext)
    {
        _stream.Clear();
        _stream.Write(new DestroySubContextCommand { Id = subContext });
        return _stream.Words;
    }

    private ReadOnlySpan<uint> Copy(uint from, uint to, uint row)
    {
        _stream.Clear();
        _stream.Write(new ResourceCopyRegionCommand
        {
            DestinationHandle = to, DestinationY = (int)row, SourceHandle = from, SourceBox = new Box(0, 0, 0, (int)Size, 1, 1),
        });
        return _stream.Words;
    }

    private PendingCommand Submit(uint context, ReadOnlySpan<uint> words)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(words);
        MakeRoom();
        _posted.Add(_device.Gpu.Post(new GpuCommand(0x207, context).Words((uint)bytes.Length, 0).With(bytes).Fence(_device.Gpu.NextFence())));
        return _posted[^1];
    }

    private void PostRead(uint context, uint resource)
    {
        MakeRoom();
        _posted.Add(_device.Gpu.Post(new GpuCommand(0x206, context).Words(0, 0, 0, Size, Size, 1).Quad(0).Words(resource, 0, 0, 0)));
    }

    /// <summary>The ring is short: now and then a guest has to wait for the oldest.</summary>
    private void MakeRoom()
    {
        if (_posted.Count >= 60) _device.Gpu.Wait(_posted[^60]);
    }

    private void WaitForAll()
    {
        foreach (PendingCommand command in _posted) _device.Gpu.Wait(command);
    }

    private IEnumerable<PendingCommand> Collected()
    {
        _device.Gpu.Collect();
        return _posted.Where(command => command.IsDone);
    }

    private uint[] FirstColumn(IReadOnlyList<GuestBuffer> backing)
    {
        ReadOnlySpan<uint> pixels = MemoryMarshal.Cast<byte, uint>(_device.Ram.Read(backing));
        var column = new uint[Size];
        for (int row = 0; row < Size; row++) column[row] = pixels[row * (int)Size];
        return column;
    }

    private uint LatestPixel()
    {
        if (!File.Exists(_device.LatestPng)) return 0;
        (byte r, byte g, byte b, byte a) = Picture.Load(_device.LatestPng)[0, (int)Size - 1];
        return (uint)((a << 24) | (r << 16) | (g << 8) | b);
    }
}
