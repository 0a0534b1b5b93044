namespace VirglHost.VirtioGpu.Display.Window;

/// <summary>Shows the guest's screens in windows of this host: copies the newest frame, pointer drawn in, into a mailbox, and never waits for the window. GPU thread.</summary>
internal sealed class WindowSink(WindowLink link, IPictureSource pictures, int intervalInMilliseconds) : IDisplaySink
{
    private readonly Channel[] _channels = [.. Enumerable.Range(0, Wire.DisplayModeArray.Count).Select(_ => new Channel())];

    public void ScanoutChanged(Scanout scanout)
    {
        Channel channel = _channels[scanout.Index];
        channel.Scanout = scanout.IsOn ? scanout : null;
        channel.NextDue = 0;
        if (!scanout.IsOn) TurnOff(scanout.Index);
    }

    public void Damaged(Scanout scanout, in Rectangle damage, bool isFlush) => _channels[scanout.Index].IsDirty = true;

    public void CursorChanged(int scanout, CursorState cursor, bool isNewShape)
    {
        _channels[scanout].Cursor = cursor;
        _channels[scanout].IsDirty = true;
    }

    public void Finish(Scanout scanout)
    {
        // What the window has not shown by now, nobody will miss.
    }

    public void Reset()
    {
        for (int i = 0; i < _channels.Length; i++)
        {
            if (_channels[i].Scanout is not null) TurnOff(i);
            _channels[i].Scanout = null;
            _channels[i].Cursor = null;
        }
    }

    public int Pump(long now)
    {
        int next = -1;
        for (int i = 0; i < _channels.Length; i++)
        {
            Channel channel = _channels[i];
            if (!channel.IsDirty || channel.Scanout is not { } scanout) continue;
            int wait = (int)Math.Clamp(channel.NextDue - now, 0, int.MaxValue);
            if (wait == 0) Publish(channel, scanout, now);
            else if (next < 0 || wait < next) next = wait;
        }

        return next;
    }

    public void Dispose()
    {
        // The link belongs to the main thread.
    }

    private void Publish(Channel channel, Scanout scanout, long now)
    {
        channel.IsDirty = false;
        channel.NextDue = now + intervalInMilliseconds;
        if (!pictures.TryRefresh(scanout)) return;
        WindowMailbox mailbox = link[scanout.Index];
        WindowFrame frame = mailbox.Back;
        frame.Prepare(scanout.Width, scanout.Height);
        Span<byte> pixels = frame.Pixels.AsSpan(0, frame.SizeInBytes);
        scanout.Pixels.AsSpan(0, frame.SizeInBytes).CopyTo(pixels);
        channel.Cursor?.DrawOver(pixels, frame.Width, frame.Height);
        mailbox.Publish();
        link.WakeWindows();
    }

    private void TurnOff(int index)
    {
        link[index].Back.Prepare(0, 0);
        link[index].Publish();
        link.WakeWindows();
    }

    private sealed class Channel
    {
        public Scanout? Scanout { get; set; }

        public CursorState? Cursor { get; set; }

        public bool IsDirty { get; set; }

        public long NextDue { get; set; }
    }
}
