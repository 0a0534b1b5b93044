using Serilog;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// Feeds the front-end's own display over the socket it hands over at each start of the device: memory by DMABUF_SCANOUT where there is some to share, pixels by
/// SCANOUT and UPDATE, the pointer, and questions about screens. Never waits: what the socket doesn't take now goes when it has room, and damage adds up meanwhile.
/// </summary>
internal sealed class VhostUserDisplay : IDisplaySink
{
    // A viewer that is asked to look at a frame and never says that it has: the next frame may wake it.
    private const int LookTimeoutInMilliseconds = 2000;

    private readonly Epoll _epoll;
    private readonly ulong _token;
    private readonly IPictureSource _pictures;
    private readonly ILogger _log;
    private readonly int _frameIntervalInMilliseconds;
    private readonly MessageBuffer _output = new();
    private readonly DisplayReplies _replies = new();
    private readonly DisplayQuestions _questions;
    private readonly ScreenFeed[] _screens = new ScreenFeed[Wire.DisplayModeArray.Count];
    private UnixSocket? _socket;
    private bool _isWaitingForRoom;
    private long? _lookingSince;
    private int _turn;

    public VhostUserDisplay(DisplaySocketOptions options, IPictureSource pictures, IDisplayAnswers answers, ILogger log)
    {
        _epoll = options.Epoll;
        _token = options.Token;
        _frameIntervalInMilliseconds = options.FrameIntervalInMilliseconds;
        _pictures = pictures;
        _log = log;
        _questions = new DisplayQuestions(answers, pictures.CanShare, log);
        for (int i = 0; i < _screens.Length; i++) _screens[i] = new ScreenFeed(i);
    }

    /// <summary>A viewer is there.</summary>
    public bool IsConnected => _socket is not null;

    /// <summary>Takes a new socket over; the old one, if any, is closed. All that is shown is said again.</summary>
    public void Attach(UnixSocket socket)
    {
        Close("replaced");
        _socket = socket;
        _isWaitingForRoom = false;
        _lookingSince = null;
        _epoll.Add(socket.Fd, EpollInterest.Read, _token);
        _output.Clear();
        _replies.Clear();
        _questions.Start(_output, Environment.TickCount64);
        foreach (ScreenFeed screen in _screens) screen.Restart();
    }

    /// <summary>Asks the viewer; the answer comes through <see cref="IDisplayAnswers"/>, at the latest after the time-out.</summary>
    public void Ask(GpuRequest request, DisplayRequest kind, uint scanout) => _questions.Ask(request, kind, scanout, Environment.TickCount64);

    /// <summary>Reads what has arrived.</summary>
    public void ProcessInput()
    {
        if (_socket is not { } socket) return;
        try
        {
            while (_replies.TryRead(socket))
            {
                if (_replies.Request == DisplayRequest.DmabufUpdate) _lookingSince = null;
                else _questions.Received(_replies.Request, _replies.Content, _output);
            }
        }
        catch (IOException error)
        {
            Close(error.Message);
        }
    }

    /// <summary>Closes the socket: its front-end is gone.</summary>
    public void Detach() => Close("front-end gone");

    /// <summary>Answers everything that is still open, as if the time were up.</summary>
    public void AnswerOpenQuestions() => _questions.Stop();

    public void ScanoutChanged(Scanout scanout) => _screens[scanout.Index].Change(scanout);

    public void Damaged(Scanout scanout, in Rectangle damage, bool isFlush) => _screens[scanout.Index].AddDamage(damage);

    public void CursorChanged(int scanout, CursorState cursor, bool isNewShape) => _screens[scanout].ChangeCursor(cursor, isNewShape);

    public void Finish(Scanout scanout)
    {
        // What a viewer has not seen by now, nobody will miss.
    }

    public void Reset()
    {
        _questions.Forget();
        foreach (ScreenFeed screen in _screens) screen.Reset();
    }

    public int Pump(long now)
    {
        if (_socket is null) return -1;
        int next = Earlier(_questions.Expire(now, _output), ExpireLook(now));
        try
        {
            _output.Send(_socket);
            while (_output.IsEmpty && TryWriteNext(now)) _output.Send(_socket);
            WaitForRoom(!_output.IsEmpty);
        }
        catch (IOException error)
        {
            Close(error.Message);
            return -1;
        }

        if (_isWaitingForRoom) return next;
        foreach (ScreenFeed screen in _screens)
        {
            // What waits for the viewer's word is woken by it.
            bool isWaiting = screen.IsAnnounceDue || (screen.IsShared && _lookingSince is not null);
            if (screen.HasDamage && !isWaiting) next = Earlier(next, (int)Math.Max(0, screen.NextDue - now));
        }

        return next;
    }

    public void Dispose()
    {
        Close("the device stops");
        _output.Dispose();
    }

    private static int Earlier(int first, int second) => first < 0 ? second : second < 0 ? first : Math.Min(first, second);

    private bool TryWriteNext(long now)
    {
        if (_questions.TrySendNext(_output)) return true;
        var viewer = new ViewerState(_questions.GetSharing(now), _lookingSince is not null);
        foreach (ScreenFeed screen in _screens)
        {
            if (screen.TryWriteState(_output, _pictures, viewer)) return true;
        }

        for (int i = 0; i < _screens.Length; i++)
        {
            int index = (_turn + i) % _screens.Length;
            if (!TryWritePicture(_screens[index], now)) continue;
            // A slow viewer is always due for the first screen's next picture when it is done with the last: the others get their turn before.
            _turn = _screens[index].IsSending ? index : index + 1;
            return true;
        }

        return false;
    }

    private bool TryWritePicture(ScreenFeed screen, long now)
    {
        if (screen.TryWriteStrip(_output, _pictures, now, _frameIntervalInMilliseconds)) return true;
        // SPEC: vhost-user-gpu notes §3: QEMU has one "blocked" for the whole device, so one frame is under way at a time.
        if (_lookingSince is not null || !screen.TryWriteSharedUpdate(_output, _pictures, now, _frameIntervalInMilliseconds)) return false;
        _lookingSince = now;
        return true;
    }

    /// <summary>Milliseconds until a viewer that looks at a frame is taken for one that forgot to answer; −1: none looks.</summary>
    private int ExpireLook(long now)
    {
        if (_lookingSince is not { } since) return -1;
        long left = since + LookTimeoutInMilliseconds - now;
        if (left > 0) return (int)left;
        _log.Debug("the viewer has not finished with a frame after {Milliseconds} ms; offering it the newest", LookTimeoutInMilliseconds);
        _lookingSince = null;
        return -1;
    }

    private void WaitForRoom(bool isNeeded)
    {
        if (isNeeded == _isWaitingForRoom || _socket is null) return;
        _isWaitingForRoom = isNeeded;
        _epoll.Modify(_socket.Fd, isNeeded ? EpollInterest.Read | EpollInterest.Write : EpollInterest.Read, _token);
    }

    private void Close(string reason)
    {
        if (_socket is not { } socket) return;
        _log.Debug("display socket closed: {Reason}", reason);
        _socket = null;
        _lookingSince = null;
        _epoll.Remove(socket.Fd);
        socket.Dispose();
        _output.Clear();
        _questions.Stop();
    }
}
