using System.Collections.Concurrent;
using System.Globalization;
using Serilog;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// The thread "virglhost-png": encodes pictures and puts them on disk, so that the GPU thread never waits for either. Each file is written beside
/// its place and renamed, so a reader sees the old picture or the new one and never half of one.
/// </summary>
internal sealed class PngEncoder : IDisposable
{
    /// <summary>The picture that is replaced all the time.</summary>
    public const string LatestName = "latest.png";

    private readonly ConcurrentQueue<PngJob> _queue = new();
    private readonly AutoResetEvent _work = new(false);
    private readonly PngWriter _writer = new();
    private readonly ILogger _log;
    private readonly Thread _thread;
    private volatile bool _isStopping;
    private bool _isFailing;
    private long _writtenCount;

    public PngEncoder(ILogger log)
    {
        _log = log;
        _thread = new Thread(Run) { Name = "virglhost-png", IsBackground = true, Priority = ThreadPriority.BelowNormal };
        _thread.Start();
    }

    /// <summary>Signalled after each job, so that the GPU loop can hand over the next picture.</summary>
    public EventFd Written { get; } = new();

    /// <summary>Pictures put on disk so far. Any thread.</summary>
    public long WrittenCount => Interlocked.Read(ref _writtenCount);

    /// <summary>Hands a filled job over.</summary>
    public void Enqueue(PngJob job)
    {
        _queue.Enqueue(job);
        _work.Set();
    }

    /// <summary>Writes what was handed over, then ends the thread.</summary>
    public void Dispose()
    {
        _isStopping = true;
        _work.Set();
        _thread.Join();
        _work.Dispose();
        _writer.Dispose();
        Written.Dispose();
    }

    private void Run()
    {
        bool isLast;
        do
        {
            _work.WaitOne();
            isLast = _isStopping;
            while (_queue.TryDequeue(out PngJob? job))
            {
                Write(job);
                job.IsWritten = true;
                Written.Signal();
            }
        }
        while (!isLast);
    }

    private void Write(PngJob job)
    {
        try
        {
            ReadOnlySpan<byte> file = _writer.Encode(job.Pixels, job.Width, job.Height, job.Stamp);
            if (NameOf(job) is { } name) Replace(job.Directory, name, file);
            Replace(job.Directory, LatestName, file);
            Interlocked.Increment(ref _writtenCount);
            _isFailing = false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Said once per run of failures: a full disk must cost pictures and nothing else.
            if (!_isFailing) _log.Warning("cannot write the screen to {Directory}: {Reason}", job.Directory, error.Message);
            _isFailing = true;
        }
    }

    private static string? NameOf(PngJob job) => job.Kind switch
    {
        PngKind.Numbered => string.Create(CultureInfo.InvariantCulture, $"frame-{job.Stamp.FrameNumber:d6}.png"),
        PngKind.Screenshot => string.Create(CultureInfo.InvariantCulture, $"screenshot-{job.Stamp.TakenAt:yyyyMMdd'T'HHmmssfff'Z'}-frame-{job.Stamp.FrameNumber:d6}.png"),
        _ => null,
    };

    private static void Replace(string directory, string name, ReadOnlySpan<byte> content)
    {
        string temporary = Path.Combine(directory, "." + name + ".part");
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0)) file.Write(content);
        File.Move(temporary, Path.Combine(directory, name), overwrite: true);
    }
}
