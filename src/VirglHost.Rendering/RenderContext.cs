using VirglHost.CommandStream;
using VirglHost.OpenGL;
using VirglHost.Rendering.Lanes;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <summary>
/// One VirGL context: its sub-contexts, the resources attached to it and the latch that its first fault closes. It reaches other contexts only through
/// resources.
/// </summary>
internal sealed class RenderContext(RendererParts parts, uint id, string debugName) : IDisposable
{
    private const ulong LoggedRefusals = 16;

    private readonly Dictionary<uint, SubContext?> _subContexts = new() { [0] = null };
    private readonly Dictionary<uint, RenderResource> _resources = [];
    private uint _currentId;
    private volatile bool _isLatched;
    private ulong _refusals;
    private SubContext? _current;

    /// <summary>The context's id.</summary>
    public uint Id { get; } = id;

    /// <summary>The guest's name for it.</summary>
    public string DebugName { get; } = debugName;

    /// <summary>Shared parts.</summary>
    public RendererParts Parts { get; } = parts;

    /// <summary>A fault has ended this context; submits are ignored.</summary>
    public bool IsLatched => _isLatched;

    /// <summary>The current sub-context. Its GL context is made at first use, because most guests never draw in sub-context 0.</summary>
    public SubContext Current => _current ??= Open(_currentId);

    /// <summary>Its number.</summary>
    public uint CurrentId => _currentId;

    /// <summary>Whether a refused command is left out; else it ends the context.</summary>
    public bool SkipsRefused => Parts.Options.Refusals == RefusalPolicy.SkipCommand;

    /// <summary>The current sub-context where it has a GL context already.</summary>
    public SubContext? CurrentOrNone => _current;

    /// <summary>Sub-contexts that have a GL context.</summary>
    public IEnumerable<SubContext> SubContexts => _subContexts.Values.OfType<SubContext>();

    /// <summary>What the owner thread knows of it where contexts run on several; null where all run on one.</summary>
    public ContextSharing? Sharing { get; init; }

    /// <summary>Lanes whose published work its sessions come after. For the thread that runs it.</summary>
    public uint Awaits { get; set; }

    /// <summary>Whether other threads wait for what it draws. For the thread that runs it.</summary>
    public bool Publishes { get; set; }

    /// <summary>What waits for a blob to take it.</summary>
    public ParkedResources Parked { get; } = new();

    /// <summary>Runs a stream. The first fault latches the context and leaves as an exception, unless refused commands are to be skipped.</summary>
    public void Submit(ReadOnlySpan<uint> words)
    {
        if (_isLatched)
        {
            return;
        }

        // Whatever leaves this method as an exception, our own bugs included, ends the context and nothing else.
        bool isComplete = false;
        try
        {
            Run(words);
            isComplete = true;
        }
        finally
        {
            _isLatched = !isComplete;
            // What the guest drew before its fault is drawn.
            _current?.Draws.Issue();
        }
    }

    /// <summary>How far the requests for query results have come, for those sub-contexts that have any open.</summary>
    public QueryPoint[] PendingQueries()
    {
        int count = 0;
        foreach (SubContext? subContext in _subContexts.Values)
        {
            count += subContext is { Queries.HasPending: true } ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var points = new QueryPoint[count];
        foreach (SubContext? subContext in _subContexts.Values)
        {
            if (subContext is { Queries.HasPending: true })
            {
                points[--count] = new QueryPoint(subContext, subContext.Queries.RequestNumber);
            }
        }

        return points;
    }

    /// <summary>Attaches a resource; attaching it again changes nothing.</summary>
    public void Attach(RenderResource resource)
    {
        if (_resources.TryAdd(resource.Id, resource))
        {
            resource.Retain();
        }
    }

    /// <summary>Detaches a resource; one that is not attached is ignored.</summary>
    public void Detach(uint resourceId)
    {
        if (_resources.Remove(resourceId, out RenderResource? resource))
        {
            resource.Release(CurrentOrNone?.Session ?? Parts.Root);
        }
    }

    /// <summary>The attached resource, or null.</summary>
    public RenderResource? FindResource(uint resourceId) => _resources.GetValueOrDefault(resourceId);

    /// <summary>The attached resource.</summary>
    public RenderResource RequireResource(uint resourceId, VirglOpcode opcode) =>
        FindResource(resourceId) ?? throw GuestFaults.IllegalResource(resourceId, opcode);

    /// <summary>The attached resource, which must have GL storage.</summary>
    public RenderResource RequireStorage(uint resourceId, VirglOpcode opcode) =>
        FindResource(resourceId) is { HasStorage: true } resource ? resource : throw GuestFaults.IllegalResource(resourceId, opcode);

    /// <summary>CREATE_SUB_CTX: makes the new one current; an id that exists is ignored.</summary>
    public void CreateSubContext(uint subContextId)
    {
        if (_subContexts.ContainsKey(subContextId))
        {
            return;
        }

        // GUEST: each sub-context costs an EGL context.
        if (_subContexts.Count >= Parts.Options.MaxSubContexts)
        {
            throw GuestFaults.OutOfMemory($"more than {Parts.Options.MaxSubContexts} sub-contexts");
        }

        _subContexts.Add(subContextId, null);
        SwitchTo(subContextId);
    }

    /// <summary>SET_SUB_CTX: an unknown id keeps the current one.</summary>
    public void SetSubContext(uint subContextId)
    {
        if (subContextId != _currentId && _subContexts.ContainsKey(subContextId))
        {
            SwitchTo(subContextId);
        }
    }

    /// <summary>DESTROY_SUB_CTX: 0 and unknown ids are ignored; destroying the current one falls back to 0.</summary>
    public void DestroySubContext(uint subContextId)
    {
        if (subContextId == 0 || !_subContexts.Remove(subContextId, out SubContext? removed))
        {
            return;
        }

        if (removed is not null)
        {
            removed.Session.MakeCurrent();
            Parts.HandOvers?[Parts.Lane].Publish(removed.Session.Gl);
            removed.Dispose();
        }

        SwitchTo(subContextId == _currentId ? 0 : _currentId);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SubContext subContext in SubContexts)
        {
            subContext.Dispose();
        }

        Parts.Root.MakeCurrent();
        foreach (RenderResource resource in _resources.Values)
        {
            resource.Release(Parts.Root);
        }

        _resources.Clear();
        _subContexts.Clear();
    }

    private void Run(ReadOnlySpan<uint> words)
    {
        Enter(_current);
        CommandStream.StreamReader reader = new(words);
        bool isSkipping = SkipsRefused;
        if (Parts.Options.Observer is { } observer)
        {
            ObservedStream.Run(this, ref reader, observer);
        }

        while (reader.TryRead(out CommandHeader header, out ReadOnlySpan<uint> body))
        {
            if (isSkipping)
            {
                RunOrSkip(header, body);
            }
            else
            {
                CommandDispatch.Run(this, header, body);
            }
        }

        if (reader.IsOverrun)
        {
            GuestFaultException overrun = GuestFaults.IllegalCommandBuffer($"command at word {reader.OffsetInWords} reaches past the end of the stream");
            if (!isSkipping)
            {
                throw overrun;
            }

            LogRefusal(overrun);
        }

        if (_current is not null)
        {
            _current.Draws.Issue();
            _current.Queries.WriteFinished(wait: false);
            GlFaultCheck.ThrowIfReset(_current.Session.Gl);
        }
    }

    /// <summary>A command that is refused half done leaves what it did; the next draw derives everything again from what is bound by then.</summary>
    public void LeaveOut(GuestFaultException refused)
    {
        _current?.Session.Disturb();
        LogRefusal(refused);
    }

    private void RunOrSkip(CommandHeader header, ReadOnlySpan<uint> body)
    {
        try
        {
            CommandDispatch.Run(this, header, body);
        }
        catch (GuestFaultException refused)
        {
            LeaveOut(refused);
        }
    }

    /// <summary>GUEST: the number of refusals is the guest's choice; of many alike, the first ones tell enough.</summary>
    private void LogRefusal(GuestFaultException refused)
    {
        _refusals++;
        if (_refusals <= LoggedRefusals || ulong.IsPow2(_refusals))
        {
            Parts.Log.Warning("Context {Context} ({Name:l}): command left out, the {Number}. so far: {Reason:l}", Id, DebugName, _refusals, refused.Message);
        }
    }

    private void SwitchTo(uint subContextId)
    {
        if (Publishes && _current is { } left && _subContexts.ContainsKey(_currentId))
        {
            left.Session.MakeCurrent();
            Parts.HandOvers![Parts.Lane].Publish(left.Session.Gl);
        }

        _currentId = subContextId;
        _current = _subContexts[subContextId];
        Enter(_current);
    }

    private SubContext Open(uint subContextId)
    {
        SubContext opened = new(Parts);
        _subContexts[subContextId] = opened;
        Enter(opened);
        return opened;
    }

    private void Enter(SubContext? subContext)
    {
        if (subContext is not null)
        {
            subContext.Session.MakeCurrent();
            Parts.HandOvers?.CatchUp(subContext.Session, Awaits);
        }
    }
}
