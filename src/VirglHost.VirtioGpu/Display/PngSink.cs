using System.Globalization;
using Serilog;

namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// Writes the guest's screens as PNG files, pointer drawn in: screen 0 into the folder itself, screen n into its folder scanout-n. latest.png
/// follows the newest frame at a limited rate; numbered frames, where asked for, are taken at the flush itself and never left out (<see cref="HasRoom"/>).
/// </summary>
internal sealed class PngSink : IDisplaySink
{
    private const int MaximumNumberedPending = 8;

    private readonly string _directory;
    private readonly PngPolicy _policy;
    private readonly int _everyNth;
    private readonly int _intervalInMilliseconds;
    private readonly IPictureSource _pictures;
    private readonly ILogger _log;
    private readonly Channel[] _channels = new Channel[Wire.DisplayModeArray.Count];
    private readonly List<PngJob> _numbered = [];

    public PngSink(PngSinkOptions options, IPictureSource pictures, ILogger log)
    {
        _directory = options.Directory;
        _policy = options.Policy;
        _everyNth = options.Policy == PngPolicy.Flush ? Math.Max(1, options.EveryNth) : options.EveryNth;
        _intervalInMilliseconds = options.IntervalInMilliseconds;
        _pictures = pictures;
        _log = log;
        for (int i = 0; i < _channels.Length; i++) _channels[i] = new Channel();
        Encoder = new PngEncoder(log);
    }

    public PngEncoder Encoder { get; }

    /// <summary>
    /// One more frame can be taken. Frames are counted, not sampled, where they are numbered: the guest's next commands wait for the disk then.
    /// </summary>
    public bool HasRoom => _numbered.Count < MaximumNumberedPending || _numbered.Exists(static job => job.IsWritten);

    /// <summary>Makes sure that pictures can be written there.</summary>
    /// <exception cref="GpuServerException">They cannot.</exception>
    public static void PrepareDirectory(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            string probe = Path.Combine(directory, ".virglhost-probe.part");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new GpuServerException(GpuServerFault.PngDirectoryUnusable, $"cannot write pictures to '{directory}': {error.Message}", error);
        }
    }

    public void ScanoutChanged(Scanout scanout)
    {
        Channel channel = _channels[scanout.Index];
        channel.Scanout = scanout.IsOn ? scanout : null;
        if (!scanout.IsOn) channel.IsDirty = false;
        else if (channel.Directory.Length == 0) channel.Directory = MakeDirectory(scanout.Index);
    }

    public void Damaged(Scanout scanout, in Rectangle damage, bool isFlush)
    {
        Channel channel = _channels[scanout.Index];
        channel.IsDirty = true;
        if (isFlush && _everyNth > 0 && scanout.FrameNumber % _everyNth == 0) Take(channel, scanout, PngKind.Numbered);
    }

    public void CursorChanged(int scanout, CursorState cursor, bool isNewShape)
    {
        Channel channel = _channels[scanout];
        channel.Cursor = cursor;
        channel.IsDirty = channel.Scanout is not null;
    }

    public void Finish(Scanout scanout)
    {
        Channel channel = _channels[scanout.Index];
        if (!channel.IsDirty || channel.Scanout is null || _policy == PngPolicy.Signal) return;
        // A job still with the encoder keeps its buffer, so the last picture gets a fresh one.
        if (!channel.Latest.IsWritten) channel.Latest = new PngJob();
        WriteLatest(channel, scanout, channel.NextDue);
    }

    public void Reset()
    {
        foreach (Channel channel in _channels)
        {
            channel.Scanout = null;
            channel.Cursor = null;
            channel.IsDirty = false;
        }
    }

    public int Pump(long now)
    {
        int next = -1;
        if (_policy != PngPolicy.Change) return next;
        foreach (Channel channel in _channels)
        {
            // A busy encoder wakes the loop when it is done.
            if (!channel.IsDirty || channel.Scanout is null || !channel.Latest.IsWritten) continue;
            long wait = channel.NextDue - now;
            if (wait <= 0) WriteLatest(channel, channel.Scanout, now);
            else if (next < 0 || wait < next) next = (int)wait;
        }

        return next;
    }

    /// <summary>An operator wants to see what is shown now, whatever the policy.</summary>
    public void TakeScreenshots()
    {
        foreach (Channel channel in _channels)
        {
            if (channel.Scanout is { } scanout) Take(channel, scanout, PngKind.Screenshot);
        }
    }

    /// <summary>Waits until everything handed over is on disk.</summary>
    public void Dispose() => Encoder.Dispose();

    private void WriteLatest(Channel channel, Scanout scanout, long now)
    {
        channel.IsDirty = false;
        channel.NextDue = now + _intervalInMilliseconds;
        Hand(channel, scanout, channel.Latest, PngKind.Latest);
    }

    private void Take(Channel channel, Scanout scanout, PngKind kind)
    {
        // A flush may be seen on many screens, so there can be a few more jobs than HasRoom allows for.
        PngJob? free = _numbered.Find(static job => job.IsWritten);
        if (free is null) _numbered.Add(free = new PngJob());
        if (Hand(channel, scanout, free, kind)) channel.IsDirty = false;
    }

    private bool Hand(Channel channel, Scanout scanout, PngJob job, PngKind kind)
    {
        if (!_pictures.TryRefresh(scanout)) return false;
        job.Prepare(scanout, channel.Directory, kind);
        int size = scanout.Stride * scanout.Height;
        scanout.Pixels.AsSpan(0, size).CopyTo(job.Pixels);
        channel.Cursor?.DrawOver(job.Pixels.AsSpan(0, size), scanout.Width, scanout.Height);
        Encoder.Enqueue(job);
        return true;
    }

    private string MakeDirectory(int scanout)
    {
        if (scanout == 0) return _directory;
        string directory = Path.Combine(_directory, string.Create(CultureInfo.InvariantCulture, $"scanout-{scanout}"));
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _log.Warning("cannot create {Directory}: {Reason}", directory, error.Message);
        }

        return directory;
    }

    private sealed class Channel
    {
        public Scanout? Scanout { get; set; }

        public CursorState? Cursor { get; set; }

        public string Directory { get; set; } = "";

        public bool IsDirty { get; set; }

        public long NextDue { get; set; }

        public PngJob Latest { get; set; } = new();
    }
}
