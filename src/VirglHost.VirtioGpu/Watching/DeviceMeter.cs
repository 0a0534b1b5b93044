using System.Diagnostics.Metrics;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Watching;

/// <summary>
/// The meter "VirglHost": the device's counters for `dotnet-counters`, OpenTelemetry and the like. Everything is observed, nothing is pushed: a meter nobody
/// listens to costs nothing. docs/watching.md lists the instruments. Listeners call in on threads of their own.
/// </summary>
internal sealed class DeviceMeter : IDisposable
{
    /// <summary>What listeners subscribe to.</summary>
    public const string Name = "VirglHost";

    private readonly Meter _meter = new(Name);
    private readonly DeviceCounters _counters;

    public DeviceMeter(DeviceCounters counters)
    {
        _counters = counters;
        _meter.CreateObservableCounter("virglhost.commands", ObserveCommands, "{command}", "Commands of the guest, by type");
        _meter.CreateObservableCounter("virglhost.commands.refused", () => _counters.Refusals, "{command}", "Commands answered with an error");
        _meter.CreateObservableCounter("virglhost.stream.bytes", () => _counters.StreamBytes, "By", "VirGL streams submitted");
        _meter.CreateObservableCounter("virglhost.frames", ObserveFrames, "{frame}", "Finished frames, by screen");
        _meter.CreateObservableCounter("virglhost.connections", () => _counters.Connections, "{connection}", "Front-ends served");
        _meter.CreateObservableGauge("virglhost.contexts", () => _counters.Contexts, "{context}", "Contexts of the guest");
        _meter.CreateObservableGauge("virglhost.resources", () => _counters.Resources, "{resource}", "Resources of the guest");
        _meter.CreateObservableGauge("virglhost.memory.used", () => _counters.MemoryUsed, "By", "Host memory that the guest's resources hold");
        _meter.CreateObservableGauge("virglhost.memory.budget", () => _counters.MemoryBudget, "By", "Host memory that they may hold");
        _meter.CreateObservableGauge("virglhost.fences.waiting", () => _counters.FencesWaiting, "{request}", "Requests that wait for a fence");
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> ObserveCommands()
    {
        for (int i = 0; i < _counters.Commands.Length; i++)
        {
            if (_counters.Commands[i] is var count && count > 0) yield return new Measurement<long>(count, new KeyValuePair<string, object?>("command", NameOf(i)));
        }
    }

    private IEnumerable<Measurement<long>> ObserveFrames()
    {
        for (int i = 0; i < _counters.Frames.Length; i++)
        {
            if (_counters.Frames[i] is var count && count > 0) yield return new Measurement<long>(count, new KeyValuePair<string, object?>("scanout", i));
        }
    }

    /// <summary>Name of the command at a place of <see cref="DeviceCounters.Commands"/>.</summary>
    public static string NameOf(int index)
    {
        ControlType type = DeviceCounters.TypeAt(index);
        return Enum.IsDefined(type) ? type.ToString() : "Unknown";
    }
}
