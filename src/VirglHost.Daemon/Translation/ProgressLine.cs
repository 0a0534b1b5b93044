using System.Diagnostics;
using System.Globalization;

namespace VirglHost.Daemon.Translation;

/// <summary>Says on stderr how far long work is: one line that is rewritten on a terminal, a line every ten seconds elsewhere, nothing for short work.</summary>
internal sealed class ProgressLine(TextWriter errors, int total) : IDisposable
{
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private double _next = 1;
    private int _done;
    private bool _isShown;

    /// <summary>Call before each piece of work.</summary>
    /// <param name="failures">Pieces that failed so far.</param>
    public void Advance(int failures)
    {
        int done = _done++;
        double seconds = Stopwatch.GetElapsedTime(_begin).TotalSeconds;
        if (seconds < _next)
            return;
        _next = seconds + (_isTerminal ? 0.2 : 10);
        string line = string.Create(CultureInfo.InvariantCulture, $"{done} of {total}, {failures} failed, {done / seconds:0} a second, {(total - done) * seconds / Math.Max(done, 1):0} s left");
        if (_isTerminal)
            errors.Write($"\r{line}\u001b[K");
        else
            errors.WriteLine(line);
        _isShown = _isTerminal;
    }

    /// <summary>Makes room for a line of other text.</summary>
    public void Clear()
    {
        if (_isShown)
            errors.Write("\r\u001b[K");
        _isShown = false;
    }

    public void Dispose() => Clear();
}
