using System.Diagnostics;

namespace VirglHost.Daemon;

/// <summary>Says on stderr how far long work is: one line that is rewritten on a terminal, a line every ten seconds elsewhere, nothing for short work.</summary>
internal sealed class ProgressLine(TextWriter errors) : IDisposable
{
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private double _next = 1;
    private bool _isShown;

    /// <summary>Whether it is time to <see cref="Show"/> something again.</summary>
    /// <param name="seconds">Since the work began.</param>
    public bool IsDue(out double seconds)
    {
        seconds = Stopwatch.GetElapsedTime(_begin).TotalSeconds;
        if (seconds < _next)
            return false;
        _next = seconds + (_isTerminal ? 0.2 : 10);
        return true;
    }

    /// <summary>Shows a line in place of the one before.</summary>
    public void Show(string line)
    {
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
