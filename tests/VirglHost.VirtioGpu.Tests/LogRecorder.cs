using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>Keeps what was logged, as text.</summary>
internal sealed class LogRecorder : ILogEventSink
{
    private readonly ConcurrentQueue<(LogEventLevel Level, string Text)> _events = new();

    public void Emit(LogEvent logEvent) => _events.Enqueue((logEvent.Level, logEvent.RenderMessage(CultureInfo.InvariantCulture) + logEvent.Exception));

    public IReadOnlyList<string> At(LogEventLevel level) => [.. _events.Where(entry => entry.Level == level).Select(entry => entry.Text)];

    public bool Contains(string text) => _events.Any(entry => entry.Text.Contains(text, StringComparison.Ordinal));

    public int Count(string text) => _events.Count(entry => entry.Text.Contains(text, StringComparison.Ordinal));

    public override string ToString() => string.Join('\n', _events.Select(entry => $"{entry.Level}: {entry.Text}"));
}
