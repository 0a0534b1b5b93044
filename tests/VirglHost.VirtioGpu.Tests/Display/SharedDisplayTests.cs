using System.Runtime.InteropServices;
using Serilog.Core;
using VirglHost.Linux;
using VirglHost.OpenGL.Egl;
using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu.Tests.Display;

/// <summary>Memory in place of pixels on the display socket. The memory is a memfd: nothing here looks into it.</summary>
public sealed class SharedDisplayTests : IDisplayAnswers, IDisposable
{
    private const uint Xrgb8888 = 0x34325258;
    private const ulong Tiled = 0x0100_0000_0000_0002;

    private readonly Epoll _epoll = new();
    private readonly FakePictures _pictures = new() { Memories = [] };
    private readonly Scanout[] _screens = [new Scanout(0), new Scanout(1)];
    private readonly VhostUserDisplay _display;
    private FakeViewer _viewer;
    private long _now = Environment.TickCount64;

    public SharedDisplayTests()
    {
        _display = new VhostUserDisplay(new DisplaySocketOptions(_epoll, 5, 16), _pictures, this, Logger.None);
        _viewer = Connect();
    }

    void IDisplayAnswers.Answered(GpuRequest request, DisplayRequest kind, ReadOnlySpan<byte> reply) => Assert.Fail("nothing was asked");

    public void Dispose()
    {
        _display.Dispose();
        _viewer.Dispose();
        _epoll.Dispose();
        foreach (SharedPicture memory in _pictures.Memories!.Values) memory.Dispose();
    }

    [Fact]
    public void Memory_goes_out_with_its_modifier_and_is_looked_at()
    {
        Share(7, 640, 480, Tiled);
        Begin(features: 3);
        Show(0, 7, 640, 480);
        Pump();

        Assert.Equal([1u, 2u, 12u, 10u], _viewer.Requests());
        Assert.Equal([3u, 0u], Words(1));
        Assert.Equal([0, 0, 0, 640, 480, 640, 480, 2560, 0, Xrgb8888, unchecked((uint)Tiled), (uint)(Tiled >> 32)], Words(2));
        Assert.Equal([0u, 0, 0, 640, 480], Words(3));
        Assert.Equal(FileDescriptor.GetIdentity(_pictures.Memories![7].Memory.Number), _viewer.Memories[0]);
        Assert.Equal((0, 1), (_pictures.ReadBacks, _pictures.Flushes));
    }

    [Theory]
    [InlineData(Dmabuf.LinearModifier, 1, true)]
    [InlineData(Dmabuf.UnknownModifier, 1, true)]
    [InlineData(Dmabuf.UnknownModifier, 3, true)]
    [InlineData(Tiled, 1, false)]
    public void Memory_without_a_word_about_its_layout_is_linear_or_the_drivers_own(ulong modifier, byte features, bool isShared)
    {
        Share(7, 64, 64, modifier, isBottomUp: true);
        Begin(features);
        Show(0, 7, 64, 64);
        Pump();

        Assert.Equal(isShared ? [1, 2, 9, 10] : [1u, 2, 7], _viewer.Requests());
        if (isShared) Assert.Equal([0, 0, 0, 64, 64, 64, 64, 256, 1, Xrgb8888], Words(2));
        else Assert.Equal(_screens[0].Pixels, _viewer.Surfaces[0].Pixels);
    }

    [Fact]
    public void Nothing_is_shown_before_the_viewer_has_said_what_it_takes()
    {
        Share(7, 64, 64, Tiled);
        Show(0, 7, 64, 64);
        Assert.InRange(_display.Pump(_now), 1, 5000);
        _viewer.Receive();
        Assert.Equal([1u], _viewer.Requests());

        Reply(1, 3);
        Pump();
        Assert.Equal([1u, 2u, 12u, 10u], _viewer.Requests());
    }

    [Fact]
    public void Viewer_that_never_says_gets_pixels_in_the_end()
    {
        Share(7, 64, 64, Tiled);
        Show(0, 7, 64, 64);
        Pump();
        _now = Environment.TickCount64 + 2001;
        Pump();

        Assert.Equal([1u, 7u], _viewer.Requests());
        Assert.Equal(_screens[0].Pixels, _viewer.Surfaces[0].Pixels);
    }

    [Fact]
    public void Pictures_change_between_memory_and_pixels_and_each_is_announced()
    {
        Share(7, 64, 64, Tiled);
        Begin(features: 3);
        foreach (uint resource in (uint[])[7, 8, 7, 9])
        {
            Show(0, resource, 64, 64);
            Pump();
            Finish();
        }

        // 8 and 9 cannot be shared: the memory goes, a surface comes, and pixels follow it.
        Assert.Equal([1u, 2, 12, 10, 9, 7, 12, 10, 9, 7], _viewer.Requests());
        Assert.Equal(new uint[10], Words(4));
        Assert.Empty(_viewer.Memories);
        Assert.Equal(2, _viewer.UpdateCount);
        Assert.Equal(9, _viewer.Surfaces[0].Pixels[2]);
    }

    [Fact]
    public void Frames_wait_until_the_viewer_has_finished_and_become_one()
    {
        Share(7, 64, 64, Tiled);
        Begin(features: 3);
        Show(0, 7, 64, 64);
        Pump();
        for (int i = 0; i < 100; i++)
        {
            Flush(0, new Rectangle(i % 8, 2, 4, 4));
            _now += 17;
            // Nothing to do before the viewer answers: the loop sleeps.
            int wait = _display.Pump(_now);
            Assert.InRange(wait, 1, 2000);
            _viewer.Receive();
        }

        Assert.Equal(1, _viewer.Requests().Count(request => request == 10));
        Finish();
        Pump();
        Assert.Equal(2, _viewer.Requests().Count(request => request == 10));
        Assert.Equal([0u, 0, 2, 11, 4], Words(_viewer.Messages.Count - 1));
    }

    [Fact]
    public void Of_the_pictures_shown_while_the_viewer_looks_only_the_last_is_announced()
    {
        for (uint resource = 7; resource < 10; resource++) Share(resource, 64, 64, Tiled);
        Begin(features: 3);
        foreach (uint resource in (uint[])[7, 8, 9, 8])
        {
            Show(0, resource, 64, 64);
            _now += 17;
            Pump();
        }

        Assert.Equal([1u, 2u, 12u, 10u], _viewer.Requests());
        Finish();
        Pump();
        Assert.Equal([1u, 2u, 12u, 10u, 12u, 10u], _viewer.Requests());
        Assert.Equal(FileDescriptor.GetIdentity(_pictures.Memories![8].Memory.Number), _viewer.Memories[0]);
    }

    [Fact]
    public void Two_screens_take_turns()
    {
        Share(7, 64, 64, Tiled);
        Share(8, 32, 32, Tiled);
        Begin(features: 3);
        Show(0, 7, 64, 64);
        Show(1, 8, 32, 32);
        Pump();
        Assert.Equal([1u, 2u, 12u, 12u, 10u], _viewer.Requests());
        Finish();
        Flush(0, new Rectangle(0, 0, 64, 64));
        Pump();
        Assert.Equal([0u, 1u], _viewer.Messages.Where(message => message.Request == 10).Select(message => (uint)message.Content[0]));
    }

    [Fact]
    public void Viewer_that_forgets_to_answer_is_offered_a_newer_frame_after_a_while()
    {
        Share(7, 64, 64, Tiled);
        Begin(features: 3);
        Show(0, 7, 64, 64);
        Pump();
        Flush(0, new Rectangle(0, 0, 4, 4));
        _now += 1990;
        Pump();
        Assert.Equal(1, _viewer.Requests().Count(request => request == 10));
        _now += 20;
        Pump();
        Assert.Equal(2, _viewer.Requests().Count(request => request == 10));
    }

    [Fact]
    public void Screen_that_goes_off_takes_memory_and_surface_away()
    {
        Share(7, 64, 64, Tiled);
        Begin(features: 3);
        Show(0, 7, 64, 64);
        Pump();
        _screens[0].TurnOff();
        _display.ScanoutChanged(_screens[0]);
        Pump();

        Assert.Equal([1u, 2u, 12u, 10u, 9u, 7u], _viewer.Requests());
        Assert.Empty(_viewer.Memories);
        Assert.Empty(_viewer.Surfaces);
    }

    [Fact]
    public void New_socket_gets_the_memory_again_and_owes_no_answer()
    {
        Share(7, 64, 64, Tiled);
        Begin(features: 3);
        Show(0, 7, 64, 64);
        Pump();
        _viewer.Dispose();
        _display.ProcessInput();

        _viewer = Connect();
        Begin(features: 3);
        _now += 17;
        Pump();
        Assert.Equal([1u, 2u, 12u, 10u], _viewer.Requests());
    }

    [Fact]
    public void Memory_that_ends_before_its_message_leaves_arrives_all_the_same()
    {
        Share(7, 64, 64, Tiled);
        FileIdentity identity = FileDescriptor.GetIdentity(_pictures.Memories![7].Memory.Number);
        using var buffer = new MessageBuffer();
        buffer.Add(DisplayRequest.Scanout, [1, 16, 16]);
        buffer.Add(DisplayRequest.DmabufScanout, [0, 0, 0, 64, 64, 64, 64, 256, 0, Xrgb8888], _pictures.Memories[7].Memory);
        buffer.Add(DisplayRequest.Scanout, [2, 16, 16]);
        _pictures.Memories[7].Dispose();
        (UnixSocket ours, UnixSocket theirs) = UnixSocket.Pair();
        using var viewer = new FakeViewer(theirs);

        buffer.Send(ours);

        Assert.True(buffer.IsEmpty);
        viewer.Receive();
        Assert.Equal([7u, 9u, 7u], viewer.Requests());
        Assert.Equal(identity, viewer.Memories[0]);
        ours.Dispose();
    }

    private FakeViewer Connect()
    {
        (UnixSocket ours, UnixSocket theirs) = UnixSocket.Pair();
        _display.Attach(ours);
        return new FakeViewer(theirs);
    }

    private void Share(uint resource, int width, int height, ulong modifier, bool isBottomUp = false)
    {
        _pictures.Memories![resource] = new SharedPicture(TestMemory.Create(width * height * 4))
        {
            Width = width, Height = height, Stride = width * 4, Fourcc = Xrgb8888, Modifier = modifier, IsBottomUp = isBottomUp,
        };
    }

    private void Begin(byte features)
    {
        Pump();
        Reply(1, features);
    }

    private void Reply(uint request, byte features)
    {
        _viewer.Reply(request, [features, 0, 0, 0, 0, 0, 0, 0]);
        _display.ProcessInput();
    }

    private void Finish()
    {
        _viewer.Reply(10, []);
        _display.ProcessInput();
        _now += 17;
    }

    private void Show(int index, uint resource, int width, int height)
    {
        Scanout screen = _screens[index];
        bool isNewSize = screen.Show(resource, new Rectangle(0, 0, width, height));
        if (isNewSize) _display.ScanoutChanged(screen);
        _display.Damaged(screen, screen.Stale, isFlush: false);
    }

    private void Flush(int index, Rectangle part) => _display.Damaged(_screens[index], _screens[index].Damage(part), isFlush: true);

    private void Pump()
    {
        _display.Pump(_now);
        _viewer.Receive();
    }

    private uint[] Words(int message) => MemoryMarshal.Cast<byte, uint>(_viewer.Messages[message].Content).ToArray();
}
