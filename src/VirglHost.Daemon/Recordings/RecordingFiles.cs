using Serilog;
using VirglHost.Recording;

namespace VirglHost.Daemon.Recordings;

/// <summary>
/// The files of --record: one for each renderer, which is one for each vtest client and for each time QEMU connects. The first has the name that was asked
/// for, the next ones a number before the extension. Any thread may call it.
/// </summary>
internal sealed class RecordingFiles
{
    private readonly string _path;
    private readonly string _door;
    private readonly string _host;
    private readonly ILogger _log;
    private int _count;

    /// <param name="path">Name of the first file; one that exists is written over.</param>
    /// <param name="door">What is recorded: "vtest" or "vhost-user".</param>
    /// <param name="host">What draws.</param>
    /// <param name="log">Told which file holds what.</param>
    /// <exception cref="PlaceException">The first file cannot be made.</exception>
    public RecordingFiles(string path, string door, string host, ILogger log)
    {
        _path = path;
        _door = door;
        _host = host;
        _log = log;
        // A path that cannot be written is told now, not to the first client.
        try
        {
            new FileStream(path, FileMode.Create, FileAccess.Write).Dispose();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PlaceException($"--record: {fault.Message} Choose a path that can be written.", fault);
        }
    }

    /// <summary>A recorder for the renderer that is made next; null where its file cannot be made, which is logged.</summary>
    public Recorder? Next()
    {
        string path = NameOf(Interlocked.Increment(ref _count));
        try
        {
            FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            RecordingOrigin origin = new($"virglhost {typeof(RecordingFiles).Assembly.GetName().Version}", _door, _host, DateTimeOffset.UtcNow);
            Recorder recorder = new(file, origin, fault => _log.Error("--record: {Path} ends here: {Reason}", path, fault.Message));
            _log.Information("Recording to {Path}", path);
            return recorder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _log.Error("--record: {Reason}", fault.Message);
            return null;
        }
    }

    private string NameOf(int number) => number == 1
        ? _path
        : Path.Combine(Path.GetDirectoryName(_path) ?? "", $"{Path.GetFileNameWithoutExtension(_path)}-{number}{Path.GetExtension(_path)}");
}
