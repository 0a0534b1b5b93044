using System.Collections.Concurrent;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>Lines that a peer writes, read on a thread of their own so that every wait has a limit; keeps all of them for reports.</summary>
internal sealed class LineQueue
{
    private readonly BlockingCollection<string> _lines = [];
    private readonly ConcurrentQueue<string> _all = new();

    public LineQueue(TextReader reader, string name)
    {
        var thread = new Thread(() =>
        {
            try
            {
                while (reader.ReadLine() is { } line)
                {
                    _all.Enqueue(line);
                    _lines.Add(line);
                }
            }
            catch (IOException) { }
            catch (ObjectDisposedException) { }
            _lines.CompleteAdding();
        })
        { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>Everything that came so far.</summary>
    public IReadOnlyCollection<string> All => _all;

    /// <summary>The peer closed its end and every line has been taken.</summary>
    public bool IsEnded => _lines.IsCompleted;

    /// <summary>The next line; null when none came in time or the peer is gone.</summary>
    public string? Take(TimeSpan limit) => _lines.TryTake(out string? line, limit) ? line : null;
}
