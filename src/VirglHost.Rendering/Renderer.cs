using System.Diagnostics.CodeAnalysis;
using Serilog;
using VirglHost.CommandStream.Caps;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering.Capabilities;
using VirglHost.Rendering.Lanes;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <summary>
/// The door of this room: VirGL contexts, their streams, and the resources that they share, rendered with the host's OpenGL. The thread that calls
/// <see cref="Create"/> owns it and calls every member. Several renderers may live side by side. What the guest did wrong leaves as
/// <see cref="GuestFaultException"/>, what the host cannot do as <see cref="HostFaultException"/>.
/// </summary>
public sealed partial class Renderer : IDisposable
{
    private const int MostSpareFences = 64;

    private readonly EglDisplay _display;
    private readonly Stack<RenderFence> _spareFences = new();
    private readonly RendererParts _parts;
    private readonly RendererCaps _caps;
    private readonly ResourceTable _resources;
    private readonly MemoryBudget _budget;
    private readonly Dictionary<uint, RenderContext> _contexts = [];
    private readonly IRendererTap? _tap;

    private Renderer(EglDisplay display, RendererParts parts, RendererCaps caps)
    {
        _display = display;
        _parts = parts;
        _caps = caps;
        _budget = new MemoryBudget(parts.Options.MemoryBudgetInBytes);
        _resources = new ResourceTable(parts.Options.MaxResources);
        _tap = parts.Options.Tap;
    }

    /// <summary>What a guest can expect: versions, levels, limits, and what holds them lower.</summary>
    public GuestCapabilities Capabilities => _caps.Guest;

    /// <summary>Bytes that resources hold.</summary>
    public long MemoryUsedInBytes => _budget.UsedInBytes;

    /// <summary>Bytes that resources may hold.</summary>
    public long MemoryBudgetInBytes => _parts.Options.MemoryBudgetInBytes;

    /// <summary>The thread's renderer on <paramref name="display"/>, which must outlive it.</summary>
    /// <exception cref="EglException">The host makes no context of the version needed.</exception>
    public static Renderer Create(EglDisplay display, RendererOptions options, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(display);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        EglContext context = display.CreateContext(new EglContextOptions { Debug = options.DebugContext });
        context.MakeCurrent();
        HostProfile profile = HostProfile.Of(display);
        GlSession root = new(new GlShareGroup(display.OpenGl, profile.Features, profile.Limits), context, null);
        return new Renderer(display, new RendererParts(display, root, profile.Formats, options, log), options.HostBlobs ? profile.CapsWithBlobs : profile.Caps);
    }

    /// <summary>Size in bytes of a capability set: 308 for 1, 1408 for 2, 0 for an unknown one.</summary>
    public int GetCapsetSize(uint capsetId) => capsetId switch { 1 => VirglCapsV1.SizeInBytes, 2 => VirglCapsV2.SizeInBytes, _ => 0 };

    /// <summary>Writes a capability set, as much of it as fits.</summary>
    /// <returns>Bytes written; 0 for an unknown set or version.</returns>
    public int WriteCapset(uint capsetId, uint version, Span<byte> destination)
    {
        int size = GetCapsetSize(capsetId);
        if (size == 0 || version > capsetId)
        {
            return 0;
        }

        Span<byte> whole = stackalloc byte[size];
        if (capsetId == 1)
        {
            _caps.V1.WriteTo(whole);
        }
        else
        {
            _caps.V2.WriteTo(whole);
        }

        int written = Math.Min(size, destination.Length);
        whole[..written].CopyTo(destination);
        return written;
    }

    /// <summary>Makes a context; <paramref name="contextId"/> is not 0.</summary>
    public void CreateContext(uint contextId, string debugName)
    {
        if (contextId == 0)
        {
            throw GuestFaults.InvalidParameter("context 0 is the device itself");
        }

        if (_contexts.ContainsKey(contextId))
        {
            throw GuestFaults.ContextExists(contextId);
        }

        // GUEST: the number of contexts is the guest's choice, the memory is ours.
        if (_contexts.Count >= _parts.Options.MaxContexts)
        {
            throw GuestFaults.OutOfMemory($"more than {_parts.Options.MaxContexts} contexts");
        }

        RendererParts? parts = null;
        ContextSharing? sharing = _lanes?.Place(out parts);
        RenderContext context = new(parts ?? _parts, contextId, debugName) { Sharing = sharing };
        if (sharing is not null)
            sharing.Context = context;
        _contexts.Add(contextId, context);
        _tap?.CreateContext(contextId, debugName);
    }

    /// <summary>Destroys a context with everything that it made; resources stay.</summary>
    public void DestroyContext(uint contextId)
    {
        if (!_contexts.Remove(contextId, out RenderContext? context))
        {
            throw GuestFaults.UnknownContext(contextId);
        }

        if (_lanes is null)
        {
            context.Dispose();
        }
        else
        {
            _lanes.Destroy(context);
        }

        _tap?.DestroyContext(contextId);
    }

    /// <summary>Lets a context name a resource.</summary>
    public void AttachResource(uint contextId, uint resourceId)
    {
        RenderContext context = RequireContext(contextId);
        RenderResource resource = RequireResource(resourceId);
        if (_lanes is null)
        {
            context.Attach(resource);
        }
        else
        {
            _lanes.Attach(context, resource);
        }

        _tap?.AttachResource(contextId, resourceId);
    }

    /// <summary>Takes the name away again; a resource that is not attached is ignored.</summary>
    public void DetachResource(uint contextId, uint resourceId)
    {
        RenderContext context = RequireContext(contextId);
        if (_lanes is null)
        {
            SessionOf(contextId);
            context.Detach(resourceId);
        }
        else if (_resources.TryGet(resourceId, out RenderResource? resource))
        {
            CurrentSession();
            _lanes.Detach(context, resource);
        }

        _tap?.DetachResource(contextId, resourceId);
    }

    /// <summary>
    /// Runs a command stream. What a refused command costs is <see cref="RendererOptions.Refusals"/>; streams for a latched context are ignored.
    /// </summary>
    public void Submit(uint contextId, ReadOnlySpan<uint> words)
    {
        RenderContext context = RequireContext(contextId);
        try
        {
            if (IsElsewhere(context))
            {
                SubmitThere(context, words);
            }
            else
            {
                BeginOwn(context);
                context.Submit(words);
                EndOwn(context, words.Length);
            }
        }
        finally
        {
            _tap?.Submit(contextId, words);
        }
    }

    /// <summary>Whether a fault has ended the context.</summary>
    public bool IsLatched(uint contextId) => RequireContext(contextId).IsLatched;

    /// <summary>Makes a resource.</summary>
    public RenderResource CreateResource(uint resourceId, in ResourceDescription description)
    {
        _resources.RequireFree(resourceId);
        GlSession session = CurrentSession();
        RenderResource resource = RenderResource.Create(session, _parts.Formats, resourceId, description, _budget);
        _resources.Add(resource);
        _lanes?.OwnWorkDone(session);
        _tap?.CreateResource(resourceId, description);
        return resource;
    }

    /// <summary>What PIPE_RESOURCE_CREATE described under this id in the context's stream, until a blob takes it.</summary>
    public bool TryGetParked(uint contextId, ulong blobId, out ResourceDescription parked) => RequireContext(contextId).Parked.TryGet(blobId, out parked);

    /// <summary>Makes the resource that PIPE_RESOURCE_CREATE described; the description waits no longer, whether this succeeds or not.</summary>
    /// <param name="contextId">The context whose stream described it.</param>
    /// <param name="resourceId">Its id from now on.</param>
    /// <param name="blobId">What the stream called it.</param>
    /// <param name="memory">
    /// Where it lives, for a description that <see cref="ResourceDescription.IsMapped"/>: at least its width, zero-filled. It belongs to the renderer when this
    /// returns. Null for anything else.
    /// </param>
    public RenderResource CreateBlob(uint contextId, uint resourceId, ulong blobId, IHostMemory? memory)
    {
        RenderContext context = RequireContext(contextId);
        if (!context.Parked.TryGet(blobId, out ResourceDescription description))
            throw GuestFaults.InvalidParameter($"blob {blobId} of context {contextId} does not exist");
        context.Parked.Remove(blobId);
        _resources.RequireFree(resourceId);
        if (description.IsMapped != memory is not null || memory?.LengthInBytes < description.Width)
            throw GuestFaults.InvalidParameter($"blob {blobId}: {description} in {memory?.LengthInBytes ?? 0} bytes of shared memory");
        if (memory is not null && !_parts.Root.Features[GlFeature.PinnedMemory])
            throw GuestFaults.Unsupported("a mapped buffer");
        FreeRetired();
        PinnedStorage? pinned = memory is null ? null : new PinnedStorage(memory, _parts.Retired);
        RenderResource resource = RenderResource.Create(CurrentSession(), _parts.Formats, resourceId, description, _budget, pinned);
        _resources.Add(resource);
        _tap?.CreateBlob(contextId, resourceId, blobId);
        return resource;
    }

    /// <summary>The resource with this id.</summary>
    public bool TryGetResource(uint resourceId, [NotNullWhen(true)] out RenderResource? resource) => _resources.TryGet(resourceId, out resource);

    /// <summary>Destroys a resource: no context can name it afterwards and its backing store is let go. GL storage stays while something is bound to it.</summary>
    public void DestroyResource(uint resourceId)
    {
        RenderResource resource = RequireResource(resourceId);
        GlSession session = CurrentSession();
        DetachFromAll(resource);
        resource.DetachBacking();

        _resources.Remove(resourceId, session);
        FreeRetired();
        _tap?.DestroyResource(resourceId);
    }

    /// <summary>Gives a resource the guest memory that its transfers go to.</summary>
    public void AttachBacking(uint resourceId, IBackingStore backing)
    {
        RenderResource resource = RequireResource(resourceId);
        _lanes?.Quiet(resource);
        resource.AttachBacking(_tap is null ? backing : new TappedStore(backing, resourceId, _tap));
        _tap?.AttachBacking(resourceId, backing.LengthInBytes);
    }

    /// <summary>Takes the guest memory away; nothing keeps it afterwards.</summary>
    public void DetachBacking(uint resourceId)
    {
        RenderResource resource = RequireResource(resourceId);
        _lanes?.Quiet(resource);
        resource.DetachBacking();
        _tap?.DetachBacking(resourceId);
    }

    /// <summary>Copies from guest memory into a resource. Context 0 is the device itself.</summary>
    public void TransferToHost(uint contextId, uint resourceId, in TransferRequest request)
    {
        RenderResource resource = RequireResourceIn(contextId, resourceId);
        try
        {
            Transfer(contextId, resource, request, isToHost: true);
        }
        finally
        {
            _tap?.TransferToHost(contextId, resourceId, request);
        }
    }

    /// <summary>Copies from a resource into guest memory. Context 0 is the device itself.</summary>
    public void TransferFromHost(uint contextId, uint resourceId, in TransferRequest request)
    {
        RenderResource resource = RequireResourceIn(contextId, resourceId);
        try
        {
            Transfer(contextId, resource, request, isToHost: false);
        }
        finally
        {
            _tap?.TransferFromHost(contextId, resourceId, request);
        }
    }

    /// <summary>
    /// Reads a rectangle of a texture as 32-bit pixels, blue first, alpha or X last; the first row is the top of the guest's picture. An empty one is only checked.
    /// </summary>
    public void ReadPixels(uint resourceId, in PixelRectangle rectangle, Span<byte> destination, int strideInBytes)
    {
        RenderResource resource = RequireResource(resourceId);
        GlSession session = CurrentSession();
        _lanes?.Receive(resource, session);
        _parts.Transfers.ReadPixels(session, resource, rectangle, destination, strideInBytes);
        _tap?.ReadPixels(resourceId, rectangle);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (RenderContext context in _contexts.Values)
        {
            if (_lanes is null)
                context.Dispose();
            else
                _lanes.Destroy(context);
        }

        _contexts.Clear();
        _lanes?.Dispose();
        GlSession root = _parts.Root;
        root.MakeCurrent();
        foreach (RenderResource resource in _resources.All.ToArray())
        {
            _resources.Remove(resource.Id, root);
        }

        _parts.Blits.Dispose();
        _parts.Retired.Free([root]);
        root.Dispose();
        _tap?.Close();
    }

    /// <summary>Programs linked in the current sub-context of a context.</summary>
    internal int ProgramCount(uint contextId) => RequireContext(contextId).Current.Programs.Count;

    /// <summary>Lets shared memory go, where enough of it waits.</summary>
    private void FreeRetired()
    {
        if (_parts.Retired.IsLarge)
        {
            _parts.Retired.Free(_contexts.Values.SelectMany(context => context.SubContexts.Select(sub => sub.Session)).Append(_parts.Root));
        }
    }

    private RenderContext RequireContext(uint contextId) =>
        _contexts.TryGetValue(contextId, out RenderContext? context) ? context : throw GuestFaults.UnknownContext(contextId);

    private RenderResource RequireResource(uint resourceId) =>
        _resources.TryGet(resourceId, out RenderResource? resource) ? resource : throw GuestFaults.UnknownResource(resourceId);

    /// <summary>For context 0 any resource, otherwise one that is attached.</summary>
    private RenderResource RequireResourceIn(uint contextId, uint resourceId)
    {
        RenderResource resource = RequireResource(resourceId);
        if (contextId == 0)
            return resource;
        RenderContext context = RequireContext(contextId);
        bool isAttached = context.Sharing is { } sharing ? sharing.Attached.Contains(resource) : context.FindResource(resourceId) is not null;
        return isAttached ? resource : throw GuestFaults.UnknownResource(resourceId);
    }

    /// <summary>The session of the context's current sub-context, made current; the root for context 0 and for a context that has none yet.</summary>
    private GlSession SessionOf(uint contextId)
    {
        GlSession session = contextId == 0 ? _parts.Root : RequireContext(contextId).CurrentOrNone?.Session ?? _parts.Root;
        session.MakeCurrent();
        session.Group.ReadMail();
        return session;
    }

    /// <summary>
    /// A session for work on resources: the one whose context is current already, so that no switch is paid, else the root's.
    /// </summary>
    private GlSession CurrentSession()
    {
        foreach (RenderContext context in _contexts.Values)
        {
            if (context.Sharing is null or { Lane: 0 } && context.CurrentOrNone is { Session.Context.IsCurrent: true } current)
            {
                current.Session.Group.ReadMail();
                return current.Session;
            }
        }

        _parts.Root.MakeCurrent();
        _parts.Root.Group.ReadMail();
        return _parts.Root;
    }
}
