using System.Text.Json;
using VirglHost.VhostUser.Queues;
using VirglHost.VirtioGpu.Commands;
using VirglHost.VirtioGpu.Display;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Watching;

/// <summary>
/// Writes the device's state as one JSON object; docs/watching.md describes it. GPU thread only: it is asked for by an operator and may cost a millisecond.
/// </summary>
internal sealed class ReportWriter(GpuParts parts, DeviceCounters counters)
{
    private const int MaximumResources = 1000;

    private readonly DateTime _startedAt = DateTime.UtcNow;

    /// <param name="connection">What only the device knows.</param>
    /// <param name="output">Gets the text.</param>
    /// <param name="isIndented">For a file, where people read; a log line stays one line.</param>
    public void Write(in DeviceConnection connection, Stream output, bool isIndented)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = isIndented });
        json.WriteStartObject();
        json.WriteString("time", DateTime.UtcNow);
        json.WriteNumber("uptimeSeconds", Math.Round((DateTime.UtcNow - _startedAt).TotalSeconds, 3));
        json.WriteNumber("processId", Environment.ProcessId);
        json.WriteBoolean("virgl", parts.Offers3d);
        json.WriteStartObject("frontEnd");
        json.WriteBoolean("connected", connection.IsConnected);
        json.WriteBoolean("viewer", connection.HasViewer);
        json.WriteNumber("connections", counters.Connections);
        json.WriteEndObject();
        WriteMemory(json);
        WriteQueues(json, connection);
        WriteContexts(json);
        WriteResources(json);
        WriteScanouts(json);
        WriteCommands(json);
        json.WriteEndObject();
    }

    private void WriteMemory(Utf8JsonWriter json)
    {
        json.WriteStartObject("memory");
        json.WriteNumber("usedBytes", parts.MemoryUsedInBytes);
        json.WriteNumber("budgetBytes", parts.MemoryBudgetInBytes);
        json.WriteNumber("processBytes", Environment.WorkingSet);
        json.WriteNumber("managedBytes", GC.GetTotalMemory(forceFullCollection: false));
        json.WriteEndObject();
    }

    private static void WriteQueues(Utf8JsonWriter json, in DeviceConnection connection)
    {
        json.WriteStartArray("queues");
        WriteQueue(json, "control", connection.Control);
        WriteQueue(json, "cursor", connection.Cursor);
        json.WriteEndArray();
        json.WriteStartObject("fences");
        json.WriteNumber("waiting", connection.FencesWaiting);
        json.WriteEndObject();
    }

    private static void WriteQueue(Utf8JsonWriter json, string name, VirtQueue? queue)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteBoolean("running", queue is { IsRunning: true });
        json.WriteNumber("size", queue?.Size ?? 0);
        json.WriteNumber("requestsHeld", queue?.OutstandingCount ?? 0);
        if (queue?.BrokenReason is { } reason) json.WriteString("broken", reason);
        json.WriteEndObject();
    }

    private void WriteContexts(Utf8JsonWriter json)
    {
        json.WriteStartArray("contexts");
        foreach ((uint id, string name) in parts.Contexts.OrderBy(context => context.Key))
        {
            json.WriteStartObject();
            json.WriteNumber("id", id);
            json.WriteString("name", name);
            json.WriteBoolean("faulted", !parts.IsHostLost && parts.Renderer.IsLatched(id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteResources(Utf8JsonWriter json)
    {
        json.WriteStartObject("resources");
        json.WriteNumber("count", parts.Resources.Count);
        json.WriteStartArray("largest");
        foreach ((GuestResource resource, long size) in parts.Resources.All.Select(each => (each, parts.SizeOf(each))).OrderByDescending(each => each.Item2).ThenBy(each => each.each.Id).Take(MaximumResources))
        {
            json.WriteStartObject();
            json.WriteNumber("id", resource.Id);
            json.WriteNumber("width", resource.Width);
            json.WriteNumber("height", resource.Height);
            json.WriteNumber("bytes", size);
            json.WriteString("lives", resource.IsBlob ? "guest" : resource.IsRendered ? "renderer" : "memory");
            json.WriteBoolean("backing", resource.Backing is not null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteScanouts(Utf8JsonWriter json)
    {
        json.WriteStartArray("scanouts");
        for (int i = 0; i < DisplayModeArray.Count; i++)
        {
            Scanout scanout = parts.Screens[i];
            if (!scanout.IsOn && counters.Frames[i] == 0) continue;
            CursorState cursor = parts.Screens.GetCursor(i);
            json.WriteStartObject();
            json.WriteNumber("index", i);
            json.WriteBoolean("on", scanout.IsOn);
            json.WriteNumber("resource", scanout.ResourceId);
            json.WriteNumber("x", scanout.Source.X);
            json.WriteNumber("y", scanout.Source.Y);
            json.WriteNumber("width", scanout.Width);
            json.WriteNumber("height", scanout.Height);
            json.WriteNumber("frame", scanout.FrameNumber);
            json.WriteNumber("frames", counters.Frames[i]);
            json.WriteBoolean("cursor", cursor.IsVisible);
            json.WriteNumber("cursorX", cursor.X);
            json.WriteNumber("cursorY", cursor.Y);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteCommands(Utf8JsonWriter json)
    {
        json.WriteStartObject("commands");
        for (int i = 0; i < counters.Commands.Length; i++)
        {
            if (counters.Commands[i] > 0) json.WriteNumber(DeviceMeter.NameOf(i), counters.Commands[i]);
        }

        json.WriteEndObject();
        json.WriteNumber("refused", counters.Refusals);
        json.WriteNumber("streamBytes", counters.StreamBytes);
    }
}
