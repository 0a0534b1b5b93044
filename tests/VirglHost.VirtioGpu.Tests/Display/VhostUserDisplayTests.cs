using System.Runtime.InteropServices;
using Serilog.Core;
using VirglHost.Linux;
using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu.Tests.Display;

public sealed class VhostUserDisplayTests : IDisplayAnswers, IDisposable
{
    private readonly Epoll _epoll = new();
    private readonly FakePictures _pictures = new();
    private readonly List<(GpuRequest Request, DisplayRequest Kind, byte[] Reply)> _answers = [];
    private readonly Scanout _scanout = new(0);
    private readonly VhostUserDisplay _display;
    private FakeViewer _viewer;
    private long _now = Environment.TickCount64;

    public VhostUserDisplayTests()
    {
        _display = new VhostUserDisplay(new DisplaySocketOptions(_epoll, 5, 16), _pictures, this, Logger.None);
        _viewer = Connect();
    }

    void IDisplayAnswers.Answered(GpuRequest request, DisplayRequest kind, ReadOnlySpan<byte> reply) =>
        _answers.Add((request, kind, reply.ToArray()));

    public void Dispose()
    {
        _display.Dispose();
        _viewer.Dispose();
        _epoll.Dispose();
    }

    [Fact]
    public void New_socket_is_asked_for_its_features_and_told_the_common_ones()
    {
        Pump();
        Assert.Equal([1u], _viewer.Requests());
        _viewer.Reply(1, [3, 0, 0, 0, 0, 0, 0, 0]);
        _display.ProcessInput();
        Pump();
        Assert.Equal([1u, 2u], _viewer.Requests());
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0], _viewer.Messages[1].Content);
    }

    [Fact]
    public void Viewer_sees_exactly_the_pixels()
    {
        Show(7, new Rectangle(3, 5, 300, 200));
        Settle();
        (int width, int height, byte[] pixels) = _viewer.Surfaces[0];
        Assert.Equal((300, 200), (width, height));
        Assert.Equal(_scanout.Pixels, pixels);
        Assert.Equal([3, 5, 7, 0x77], pixels[..4]);
    }

    [Fact]
    public void Only_damage_is_sent_and_not_before_the_interval_is_over()
    {
        Show(7, new Rectangle(0, 0, 64, 64));
        Settle();
        int updates = _viewer.UpdateCount;
        _pictures.Generation = 1;
        Flush(new Rectangle(1, 1, 2, 2));
        Assert.InRange(_display.Pump(_now), 1, 16);
        _viewer.Receive();
        Assert.Equal(updates, _viewer.UpdateCount);
        Flush(new Rectangle(5, 1, 2, 2));
        _now += 20;
        Pump();
        Assert.Equal(updates + 1, _viewer.UpdateCount);
        byte[] pixels = _viewer.Surfaces[0].Pixels;
        Assert.Equal(8, pixels[(1 * 64 + 4) * 4 + 2]);
        Assert.Equal(7, pixels[(1 * 64 + 7) * 4 + 2]);
        Assert.Equal(7, pixels[(3 * 64 + 4) * 4 + 2]);
    }

    [Fact]
    public void Slow_viewer_gets_whole_messages_and_the_newest_picture_in_the_end()
    {
        Show(7, new Rectangle(0, 0, 1024, 768));
        _display.Pump(_now);
        for (byte generation = 1; generation <= 5; generation++)
        {
            _pictures.Generation = generation;
            Flush(new Rectangle(0, 0, 1024, 768));
            _now += 20;
            _display.Pump(_now);
            _viewer.Receive(limit: 10_000);
        }

        Settle();
        Assert.Equal(_scanout.Pixels, _viewer.Surfaces[0].Pixels);
        Assert.Equal(7 + 5, _viewer.Surfaces[0].Pixels[2]);
        Assert.InRange(_pictures.ReadBacks, 1, 3);
    }

    [Fact]
    public void Change_of_size_in_the_middle_of_a_picture_announces_before_it_updates()
    {
        Show(7, new Rectangle(0, 0, 1024, 768));
        _display.Pump(_now);
        Show(8, new Rectangle(0, 0, 320, 240));
        _now += 20;
        Settle();
        Assert.Equal((320, 240), (_viewer.Surfaces[0].Width, _viewer.Surfaces[0].Height));
        Assert.Equal(_scanout.Pixels, _viewer.Surfaces[0].Pixels);
    }

    [Fact]
    public void Screen_that_is_off_is_announced_and_never_updated()
    {
        Show(7, new Rectangle(0, 0, 64, 64));
        Settle();
        _scanout.TurnOff();
        _display.ScanoutChanged(_scanout);
        _display.Damaged(_scanout, new Rectangle(0, 0, 10, 10), isFlush: true);
        _now += 20;
        Settle();
        Assert.Empty(_viewer.Surfaces);
    }

    [Fact]
    public void New_socket_is_told_screens_and_pointer_again()
    {
        Show(7, new Rectangle(0, 0, 64, 64));
        var cursor = new CursorState { IsVisible = true, X = -2, Y = 9, HotX = 1, HotY = 2 };
        cursor.Pixels[0] = 0x55;
        _display.CursorChanged(0, cursor, isNewShape: true);
        Settle();
        _viewer.Dispose();
        _display.ProcessInput();
        Assert.False(_display.IsConnected);
        Flush(new Rectangle(0, 0, 1, 1));
        Assert.Equal(-1, _display.Pump(_now));

        _viewer = Connect();
        _now += 20;
        Settle();
        Assert.Equal(_scanout.Pixels, _viewer.Surfaces[0].Pixels);
        byte[] shape = _viewer.Messages.Single(message => message.Request == 6).Content;
        Assert.Equal(16404, shape.Length);
        Assert.Equal([0u, unchecked((uint)-2), 9u, 1u, 2u], MemoryMarshal.Cast<byte, uint>(shape)[..5].ToArray());
        Assert.Equal(0x55, shape[20]);
    }

    [Fact]
    public void Moves_are_merged_into_the_last_position()
    {
        var cursor = new CursorState { IsVisible = true };
        _display.CursorChanged(0, cursor, isNewShape: true);
        Settle();
        for (int x = 1; x <= 100; x++)
        {
            cursor.X = x;
            _display.CursorChanged(0, cursor, isNewShape: false);
        }

        Settle();
        byte[] position = _viewer.Messages.Single(message => message.Request == 4).Content;
        Assert.Equal([0u, 100u, 0u], MemoryMarshal.Cast<byte, uint>(position).ToArray());
    }

    [Fact]
    public void Hidden_pointer_is_hidden_and_shown_again_with_its_shape()
    {
        var cursor = new CursorState();
        _display.CursorChanged(0, cursor, isNewShape: true);
        Settle();
        cursor.IsVisible = true;
        _display.CursorChanged(0, cursor, isNewShape: false);
        Settle();
        Assert.Equal([5u, 6u], _viewer.Requests().Where(request => request is 4 or 5 or 6));
    }

    [Fact]
    public void Questions_go_out_one_at_a_time_and_replies_reach_their_request()
    {
        GpuRequest first = new(), second = new();
        _display.Ask(first, DisplayRequest.GetDisplayInfo, 0);
        _display.Ask(second, DisplayRequest.GetEdid, 3);
        Settle();
        Assert.Equal([1u, 2u, 3u], _viewer.Requests());
        _viewer.Reply(3, new byte[408]);
        Settle();
        Assert.Equal([1u, 2u, 3u, 11u], _viewer.Requests());
        Assert.Equal([3, 0, 0, 0], _viewer.Messages[3].Content);
        _viewer.Reply(11, new byte[1056]);
        Settle();
        Assert.Equal([(first, 408), (second, 1056)], _answers.Select(answer => (answer.Request, answer.Reply.Length)));
    }

    [Fact]
    public void Question_without_reply_is_given_up_and_its_late_reply_goes_to_nobody()
    {
        GpuRequest first = new(), second = new();
        _display.Ask(first, DisplayRequest.GetEdid, 9);
        Settle();
        _now = Environment.TickCount64 + 3000;
        Settle();
        Assert.Equal([(first, 0)], _answers.Select(answer => (answer.Request, answer.Reply.Length)));

        // The question after it must wait until the features come back: only then is it certain that no reply is left on the way.
        _now = Environment.TickCount64;
        _display.Ask(second, DisplayRequest.GetEdid, 0);
        Assert.Equal([1u, 2u, 11u, 1u], _viewer.Requests());
        _viewer.Reply(11, Enumerable.Repeat((byte)0xee, 1056).ToArray());
        SettleWithoutReplies();
        Assert.Single(_answers);
        _viewer.Reply(1, new byte[8]);
        SettleWithoutReplies();
        _viewer.Reply(11, Enumerable.Repeat((byte)0x11, 1056).ToArray());
        SettleWithoutReplies();
        Assert.Equal((second, 0x11), (_answers[1].Request, _answers[1].Reply[0]));
    }

    [Fact]
    public void Closed_socket_answers_every_open_question()
    {
        _display.Ask(new GpuRequest(), DisplayRequest.GetDisplayInfo, 0);
        _display.Ask(new GpuRequest(), DisplayRequest.GetEdid, 0);
        Settle();
        _viewer.Dispose();
        _display.ProcessInput();
        Assert.Equal([0, 0], _answers.Select(answer => answer.Reply.Length));
    }

    [Fact]
    public void Viewer_without_the_edid_feature_is_not_asked_for_one()
    {
        _display.Ask(new GpuRequest(), DisplayRequest.GetEdid, 0);
        Pump();
        _viewer.Reply(1, new byte[8]);
        SettleWithoutReplies();
        Assert.Equal([1u, 2u], _viewer.Requests());
        Assert.Single(_answers);
    }

    [Fact]
    public void Rubbish_from_the_viewer_closes_the_socket_and_nothing_else()
    {
        _viewer.Send([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        _display.ProcessInput();
        Assert.False(_display.IsConnected);
    }

    private FakeViewer Connect()
    {
        (UnixSocket ours, UnixSocket theirs) = UnixSocket.Pair();
        _display.Attach(ours);
        return new FakeViewer(theirs);
    }

    private void Show(uint resource, Rectangle source)
    {
        _scanout.Show(resource, source);
        _display.ScanoutChanged(_scanout);
        _display.Damaged(_scanout, _scanout.Stale, isFlush: false);
    }

    private void Flush(Rectangle part) => _display.Damaged(_scanout, _scanout.Damage(part), isFlush: true);

    private void Pump()
    {
        _display.Pump(_now);
        _viewer.Receive();
    }

    /// <summary>Until nothing moves any more, time included; the viewer answers the question for its features.</summary>
    private void Settle()
    {
        if (_viewer.Messages.Count == 0)
        {
            Pump();
            _viewer.Reply(1, [3, 0, 0, 0, 0, 0, 0, 0]);
        }

        SettleWithoutReplies();
    }

    private void SettleWithoutReplies()
    {
        int quiet = 0;
        while (quiet < 3)
        {
            _display.ProcessInput();
            int wait = _display.Pump(_now);
            if (wait is >= 0 and <= 16) _now += wait;
            quiet = _viewer.Receive() == 0 ? quiet + 1 : 0;
        }
    }
}
