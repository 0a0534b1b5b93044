using System.Diagnostics.Metrics;
using System.Text.Json;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Tests.Watching;

/// <summary>What an operator is told: the state report, its screenshots, and the counters of the meter.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-report-").FullName;
    private readonly EventFd _request = new();

    private string ReportPath => Path.Combine(_folder, "report.json");

    public void Dispose()
    {
        _request.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Report_tells_contexts_resources_screens_memory_and_commands()
    {
        using var device = new RunningDevice(adjust: options => options with { ReportRequested = _request, ReportPath = ReportPath });
        device.Gpu.CreateContext(3, "glmark2"u8);
        device.CreateImage(5, 320, 200);
        device.CreateImage(6, 16, 16);
        device.Gpu.SetScanout(0, 5, 10, 20, 300, 100);
        device.Gpu.Flush(5, 0, 0, 320, 200);
        device.Gpu.Flush(5, 0, 0, 320, 200);

        using JsonDocument json = AskForReport();

        JsonElement root = json.RootElement;
        Assert.True(root.GetProperty("frontEnd").GetProperty("connected").GetBoolean());
        Assert.True(root.GetProperty("frontEnd").GetProperty("viewer").GetBoolean());
        JsonElement context = Assert.Single(root.GetProperty("contexts").EnumerateArray());
        Assert.Equal((3, "glmark2", false), (context.GetProperty("id").GetInt32(), context.GetProperty("name").GetString(), context.GetProperty("faulted").GetBoolean()));
        Assert.Equal(2, root.GetProperty("resources").GetProperty("count").GetInt32());
        JsonElement largest = root.GetProperty("resources").GetProperty("largest")[0];
        Assert.Equal((5, 320, 200, true), (Number(largest, "id"), Number(largest, "width"), Number(largest, "height"), largest.GetProperty("backing").GetBoolean()));
        Assert.Equal(320 * 200 * 4, Number(largest, "bytes"));
        Assert.Equal("memory", largest.GetProperty("lives").GetString());
        Assert.Equal(Number(root.GetProperty("memory"), "usedBytes"), root.GetProperty("resources").GetProperty("largest").EnumerateArray().Sum(each => Number(each, "bytes")));
        Assert.Equal(3L << 30, Number(root.GetProperty("memory"), "budgetBytes"));
        JsonElement screen = Assert.Single(root.GetProperty("scanouts").EnumerateArray());
        Assert.Equal((5, 10, 20, 300, 100, 2), (Number(screen, "resource"), Number(screen, "x"), Number(screen, "y"), Number(screen, "width"), Number(screen, "height"), Number(screen, "frame")));
        Assert.Equal(["control", "cursor"], root.GetProperty("queues").EnumerateArray().Select(queue => queue.GetProperty("name").GetString()));
        Assert.All(root.GetProperty("queues").EnumerateArray(), queue => Assert.True(queue.GetProperty("running").GetBoolean()));
        Assert.Equal(0, Number(root.GetProperty("fences"), "waiting"));
        Assert.Equal(2, Number(root.GetProperty("commands"), "ResourceFlush"));
        Assert.Equal(0, Number(root, "refused"));
    }

    [Fact]
    public void Request_writes_a_screenshot_beside_the_report()
    {
        using var device = new RunningDevice(adjust: options => options with { ReportRequested = _request, ReportPath = ReportPath, PngPolicy = PngPolicy.Signal, Virgl = false });
        device.CreateImage(5, 64, 64);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 64);
        device.Gpu.Flush(5, 0, 0, 64, 64);
        Assert.Empty(Directory.GetFiles(device.PngDirectory));

        AskForReport().Dispose();
        device.Stop();

        Assert.Single(Directory.GetFiles(device.PngDirectory, "screenshot-*-frame-000001.png"));
    }

    [Fact]
    public void Report_without_a_file_is_one_line_of_the_log()
    {
        using var device = new RunningDevice(adjust: options => options with { ReportRequested = _request, Virgl = false });

        _request.Signal();

        Assert.True(SpinWait.SpinUntil(() => device.Log.Contains("state: {"), 10_000));
    }

    [Fact]
    public void Place_that_cannot_be_written_costs_the_report_and_nothing_else()
    {
        using var device = new RunningDevice(adjust: options => options with { ReportRequested = _request, ReportPath = "/proc/nowhere/report.json", Virgl = false });

        _request.Signal();

        Assert.True(SpinWait.SpinUntil(() => device.Log.Contains("cannot write the state"), 10_000));
        device.CreateImage(5, 64, 64);
    }

    [Fact]
    public void Meter_counts_what_the_guest_did()
    {
        Dictionary<string, long> seen = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "VirglHost") self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            string name = tags.Length == 0 ? instrument.Name : $"{instrument.Name}/{tags[0].Value}";
            // Other tests' devices report too: the largest is at least ours.
            lock (seen) seen[name] = Math.Max(value, seen.GetValueOrDefault(name));
        });
        listener.Start();
        using var device = new RunningDevice(adjust: options => options with { Virgl = false });
        device.CreateImage(5, 64, 64);
        device.Gpu.SetScanout(0, 5, 0, 0, 64, 64);
        for (int i = 0; i < 7; i++) device.Gpu.Flush(5, 0, 0, 64, 64);
        device.Gpu.Send(new Testing.GpuCommand(0x3ff));

        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                listener.RecordObservableInstruments();
                lock (seen) return seen.GetValueOrDefault("virglhost.commands/ResourceFlush") >= 7 && seen.GetValueOrDefault("virglhost.memory.used") >= 64 * 64 * 4;
            },
            10_000), string.Join('\n', seen));
        Assert.True(seen["virglhost.frames/0"] >= 7);
        Assert.True(seen["virglhost.commands/Unknown"] >= 1);
        Assert.True(seen["virglhost.commands.refused"] >= 1);
        Assert.True(seen["virglhost.resources"] >= 1);
        Assert.True(seen["virglhost.memory.budget"] > 0);
        Assert.True(seen["virglhost.connections"] >= 1);
    }

    private static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private JsonDocument AskForReport()
    {
        _request.Signal();
        Assert.True(SpinWait.SpinUntil(() => File.Exists(ReportPath), 10_000));
        return JsonDocument.Parse(File.ReadAllText(ReportPath));
    }
}
