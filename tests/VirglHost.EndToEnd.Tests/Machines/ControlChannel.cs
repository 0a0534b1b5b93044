using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using VirglHost.Testing;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>QEMU's control channel (QMP): one request at a time, events are skipped.</summary>
internal sealed class ControlChannel : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly NetworkStream _stream;
    private readonly StreamWriter _writer;
    private readonly LineQueue _lines;

    public ControlChannel(Socket socket)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _writer = new StreamWriter(_stream) { AutoFlush = true, NewLine = "\n" };
        _lines = new LineQueue(new StreamReader(_stream), "qmp");
        Take();
        Execute("qmp_capabilities");
    }

    /// <summary>Runs one command and returns its answer; an error answer fails the test.</summary>
    public JsonElement Execute(string command, object? arguments = null)
    {
        _writer.WriteLine(JsonSerializer.Serialize(arguments is null ? new { execute = command } : (object)new { execute = command, arguments }));
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Limit)
        {
            JsonElement answer = Take();
            if (answer.TryGetProperty("return", out JsonElement result)) return result;
            Assert.False(answer.TryGetProperty("error", out JsonElement error), $"QEMU refused {command}: {error}");
        }
        throw new TimeoutException($"QEMU did not answer {command}");
    }

    /// <summary>What QEMU itself shows on a screen of the guest, without pointer.</summary>
    public Picture Screendump(string path, int head = 0)
    {
        Execute("screendump", new { filename = path, format = "png", device = "video0", head });
        return Picture.Load(path);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }

    private JsonElement Take()
    {
        string line = _lines.Take(Limit) ?? throw new TimeoutException("QEMU's control channel is silent");
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
