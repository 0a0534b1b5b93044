using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.Rendering.Resources;

namespace VirglHost.Inspection;

/// <summary>The second run: hears what the renderer is asked to do and what each command met, and writes it down.</summary>
internal sealed class InspectionListener : ICommandObserver, IRendererTap, IReplayObserver
{
    private readonly IInspectionHost _host;
    private readonly EventLog _events;
    private readonly CommandLog _commands;
    private readonly StreamTail _tail;

    public InspectionListener(IInspectionHost host, InspectionBooks books, IReadOnlyList<uint> nanoseconds)
    {
        _host = host;
        _events = new EventLog(books);
        _commands = new CommandLog(books, _events, nanoseconds);
        _tail = new StreamTail(_commands);
    }

    /// <summary>Draws that ran so far.</summary>
    public long Draws => _commands.Draws;

    /// <summary>Commands that were refused.</summary>
    public long Refusals => _commands.Refusals;

    /// <summary>The renderer that plays; known once it is made.</summary>
    public Renderer? Renderer { get => _commands.Renderer; set => _commands.Renderer = value; }

    /// <inheritdoc/>
    public void Ran(in ObservedCommand command)
    {
        _commands.Add(command);
        _tail.Reached(command.OffsetInWords + 1 + command.Body.Length);
    }

    /// <inheritdoc/>
    public void Submit(uint contextId, ReadOnlySpan<uint> words)
    {
        _commands.Open(contextId);
        _tail.Add(contextId, words);
        _commands.Close(words.Length);
    }

    /// <inheritdoc/>
    public void CreateContext(uint contextId, string debugName) => _events.CreateContext(contextId, debugName);

    /// <inheritdoc/>
    public void DestroyContext(uint contextId)
    {
        _commands.Forget(contextId, null);
        _events.DestroyContext(contextId);
    }

    /// <inheritdoc/>
    public void CreateResource(uint resourceId, in ResourceDescription description) => _events.CreateResource(resourceId, description);

    /// <inheritdoc/>
    public void CreateBlob(uint contextId, uint resourceId, ulong blobId) => _events.CreateBlob(contextId, resourceId, blobId);

    /// <inheritdoc/>
    public void DestroyResource(uint resourceId) => _events.DestroyResource(resourceId);

    /// <inheritdoc/>
    public void AttachResource(uint contextId, uint resourceId) => _events.Attach("ATTACH_RESOURCE", contextId, resourceId);

    /// <inheritdoc/>
    public void DetachResource(uint contextId, uint resourceId) => _events.Attach("DETACH_RESOURCE", contextId, resourceId);

    /// <inheritdoc/>
    public void AttachBacking(uint resourceId, long lengthInBytes) => _events.AttachBacking(resourceId, lengthInBytes);

    /// <inheritdoc/>
    public void DetachBacking(uint resourceId) => _events.AttachBacking(resourceId, -1);

    /// <inheritdoc/>
    public void ReadMemory(uint resourceId, long offset, ReadOnlySpan<byte> bytes) => _events.ReadMemory(bytes.Length);

    /// <inheritdoc/>
    public void TransferToHost(uint contextId, uint resourceId, in TransferRequest request) => _events.Transfer("TRANSFER_TO_HOST", contextId, resourceId, request);

    /// <inheritdoc/>
    public void TransferFromHost(uint contextId, uint resourceId, in TransferRequest request) => _events.Transfer("TRANSFER_FROM_HOST", contextId, resourceId, request);

    /// <inheritdoc/>
    public void ReadPixels(uint resourceId, in PixelRectangle rectangle) => _events.ReadPixels(resourceId, rectangle);

    /// <inheritdoc/>
    public void InsertFence(RenderFence fence, uint contextId) => _events.Fence("FENCE", contextId);

    /// <inheritdoc/>
    public void CompleteFence(RenderFence fence)
    {
    }

    /// <inheritdoc/>
    public void Close()
    {
    }

    /// <inheritdoc/>
    public void Advanced(long positionInBytes, TimeSpan time)
    {
        _events.Time = time;
        _host.Advanced(false, positionInBytes, Draws);
    }

    /// <inheritdoc/>
    public void Shown(Renderer renderer, RenderResource resource)
    {
        _commands.ShowPicture(resource.Id);
        _events.EndFrame();
    }

    /// <inheritdoc/>
    public void Shown(ScreenPicture picture)
    {
        _events.ShowScreen(picture);
        _commands.ShowScreen(picture);
        _events.EndFrame();
    }
}
