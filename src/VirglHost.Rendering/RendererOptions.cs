namespace VirglHost.Rendering;

/// <summary>Limits and switches of one renderer, fixed when it is made.</summary>
public sealed record RendererOptions
{
    /// <summary>Bytes that all resources of the guest together may hold on the host.</summary>
    public long MemoryBudgetInBytes { get; init; } = 4L << 30;

    /// <summary>Asks the host driver for a debug context, whose messages go to the log.</summary>
    public bool DebugContext { get; init; }

    /// <summary>Most contexts that may exist at once.</summary>
    public int MaxContexts { get; init; } = 256;

    /// <summary>Most sub-contexts that one context may hold; each costs an EGL context.</summary>
    public int MaxSubContexts { get; init; } = 64;

    /// <summary>Most resources that may exist at once.</summary>
    public int MaxResources { get; init; } = 1 << 18;

    /// <summary>Most objects that one sub-context may hold.</summary>
    public int MaxObjects { get; init; } = 1 << 18;

    /// <summary>What a refused command costs.</summary>
    public RefusalPolicy Refusals { get; init; }

    /// <summary>
    /// Whether the door gives its guest the memory of mapped buffers (<see cref="Renderer.CreateBlob"/>); only then guests are told that there are any.
    /// </summary>
    public bool HostBlobs { get; init; }

    /// <summary>Who hears everything that the renderer does; null: nobody. It cannot hear what guests write into <see cref="HostBlobs"/>: leave those away then.</summary>
    public IRendererTap? Tap { get; init; }

    /// <summary>Called on the renderer's thread for each complete shader text; null: nobody wants them.</summary>
    public ShaderTextHandler? ShaderTextReceived { get; init; }

    /// <summary>Who sees each command after it ran, to look into a recording; null: nobody, which costs nothing.</summary>
    public ICommandObserver? Observer { get; init; }
}
