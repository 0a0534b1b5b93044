using Serilog;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// Feeds the front-end's own display over the socket it hands over at each start of the device: pixels by SCANOUT and UPDATE, the pointer,
/// and questions about screens. Never waits: what the socket doesn't take now goes when it has room, and damage adds up meanwhile.
/// </summary>
internal sealed class VhostUserDisplay : IDisplaySink
{
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

    public VhostUserDisplay(DisplaySocketOptions options, IPictureSource pictures, IDisplayAnswers answers, ILogger log)
    {
        _epoll = options.Epoll;
        _token = options.Token;
        _frameIntervalInMilliseconds = options.FrameIntervalInMilliseconds;
        _pictures = pictures;
        _log = log;
        _questions = new DisplayQuestions(answers, log);
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
        _epoll.Add(socket.Fd, EpollInterest.Read, _token);
        _output.Clear();
        _replies.Clear();
        _questions.Start(_output);
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
            while (_replies.TryRead(socket)) _questions.Received(_replies.Request, _replies.Content, _output);
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
        int next = _questions.Expire(now, _output);
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

        foreach (ScreenFeed screen in _screens)
        {
            if (!screen.HasDamage || _isWaitingForRoom) continue;
            int wait = (int)Math.Max(0, screen.NextDue - now);
            if (next < 0 || wait < next) next = wait;
        }

        return next;
    }

    public void Dispose() => Close("the device stops");

    private bool TryWriteNext(long now)
    {
        if (_questions.TrySendNext(_output)) return true;
        foreach (ScreenFeed screen in _screens)
        {
            if (screen.TryWriteState(_output)) return true;
        }

        foreach (ScreenFeed screen in _screens)
        {
            if (screen.TryWriteStrip(_output, _pictures, now, _frameIntervalInMilliseconds)) return true;
        }

        return false;
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
        _epoll.Remove(socket.Fd);
        socket.Dispose();
        _output.Clear();
        _questions.Stop();
    }
}
