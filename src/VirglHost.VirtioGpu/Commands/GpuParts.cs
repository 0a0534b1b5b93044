using Serilog;
using VirglHost.Rendering;
using VirglHost.Rendering.Resources;
using VirglHost.VhostUser.Memory;
using VirglHost.VirtioGpu.Display;
using VirglHost.VirtioGpu.Watching;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Commands;

/// <summary>What the command handlers share: the renderer and the guest's tables. GPU thread only.</summary>
internal sealed class GpuParts(Renderer? renderer, GpuServerOptions options, ScreenSet screens, DeviceCounters counters, ILogger log)
{
    /// <summary>Where 3D content lives. Not to be asked for where <see cref="Offers3d"/> is false.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Renderer Renderer => renderer ?? throw new InvalidOperationException("a device without GL has no renderer");

    /// <summary>Guests get 3D: it is wanted, and the host has GL.</summary>
    public bool Offers3d { get; } = renderer is not null && options.Virgl;

    /// <summary>Gives resources' memory to viewers; null where this host cannot, or shall not.</summary>
    public IPictureExporter? Exporter { get; } = options.Exporter ?? (options.SharesMemory && renderer is { CanExport: true } ? new RendererExporter(renderer) : null);

    /// <summary>What the device has done so far.</summary>
    public DeviceCounters Counters { get; } = counters;

    /// <summary>Bytes that resources hold here and in the renderer.</summary>
    public long MemoryUsedInBytes => Resources.ImageBytes + (renderer?.MemoryUsedInBytes ?? 0);

    /// <summary>Bytes that they may hold.</summary>
    public long MemoryBudgetInBytes => Options.MaxImageBytes + (renderer?.MemoryBudgetInBytes ?? 0);

    public GpuServerOptions Options { get; } = options;

    public ScreenSet Screens { get; } = screens;

    public ILogger Log { get; } = log;

    public RefusalLog Refusals { get; } = new(log);

    public ResourceTable Resources { get; } = new();

    /// <summary>What contexts on other threads were given to do.</summary>
    public WorkPool Works { get; } = new();

    /// <summary>Context id → name of the guest's process.</summary>
    public Dictionary<uint, string> Contexts { get; } = [];

    /// <summary>The driver accepted CONTEXT_INIT: context_init of CTX_CREATE means something.</summary>
    public bool HasContextInit { get; set; }

    /// <summary>The guest's memory; null until the front-end has sent some.</summary>
    public GuestMemory? Memory { get; set; }

    /// <summary>GL cannot be called any more; what is left to do is done without it.</summary>
    public bool IsHostLost { get; set; }

    /// <summary>Why the command being handled is refused; cleared with each command.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Remembers the reason for the log and hands the answer on.</summary>
    public ControlType Refuse(ControlType answer, string reason)
    {
        Reason = reason;
        return answer;
    }

    public ControlType RefuseShort() => Refuse(ControlType.ErrorInvalidParameter, "the command is shorter than its type");

    public ControlType RefuseResource(uint id) => Refuse(ControlType.ErrorInvalidResourceId, $"resource {id} does not exist");

    /// <summary>Bytes of host memory that a resource holds; the guest's own pages do not count.</summary>
    public long SizeOf(GuestResource resource)
    {
        if (resource.Image is { } image) return image.LengthInBytes;
        return renderer is not null && renderer.TryGetResource(resource.Id, out RenderResource? rendered) ? rendered.SizeInBytes : 0;
    }

    /// <summary>Waits until no other thread works for the guest.</summary>
    public void WaitForThreads() => renderer?.WaitForThreads();

    /// <summary>Takes posted work that is finished.</summary>
    public bool TryTakeFinished([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RenderWork? work)
    {
        work = null;
        return renderer is not null && renderer.TryTakeFinished(out work);
    }

    public void ClearReason() => Reason = "";

    public string NameOf(uint contextId) => Contexts.TryGetValue(contextId, out string? name) ? name : "";
}
