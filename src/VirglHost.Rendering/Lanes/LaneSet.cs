using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.ExceptionServices;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Lanes;

/// <summary>
/// Which context runs where, and in what order across lanes. Lane 0 is the renderer's own thread, the others have threads. Contexts that share no resource run
/// side by side; where two share one, the work of each waits for what was posted before to the other's lane, and GL waits at its fence. Waiting goes only
/// to work that was posted earlier, so it always ends. Owner thread only, but for <see cref="Finish"/> and <see cref="WaitFor"/>.
/// </summary>
internal sealed class LaneSet : IDisposable
{
    // An idle lane remembers names that others deleted until it reads its mail.
    private const int WordsBetweenMail = 1 << 20;
    private const int WorksBetweenMail = 256;

    private readonly RenderLane[] _lanes;
    private readonly int[] _population;
    private readonly ConcurrentQueue<RenderWork> _finished = new();
    private readonly Stack<RenderWork> _spares = new();
    private readonly Action _onFinished;
    private GlSession? _ownWork;
    private int _isSignalled;
    private int _wordsSinceMail;
    private int _worksSinceMail;

    /// <summary>Starts the threads.</summary>
    /// <param name="count">Threads, 1 to 31.</param>
    /// <param name="shared">The owner's parts.</param>
    /// <param name="display">Where GL contexts come from.</param>
    /// <param name="onFinished">Called on a lane's thread when there is something to take.</param>
    public LaneSet(int count, RendererParts shared, EglDisplay display, Action onFinished)
    {
        HandOvers = new HandOverTable(count + 1);
        _population = new int[count + 1];
        _onFinished = onFinished;
        _lanes = new RenderLane[count];
        int made = 0;
        try
        {
            for (; made < count; made++)
            {
                _lanes[made] = new RenderLane(this, made + 1, shared, display);
            }
        }
        catch (EglException)
        {
            while (made > 0)
            {
                _lanes[--made].Dispose();
            }

            throw;
        }
    }

    /// <summary>What GL waits for across lanes.</summary>
    public HandOverTable HandOvers { get; }

    /// <summary>The lane of a new context: the one with the fewest, the owner's first.</summary>
    public ContextSharing Place(out RendererParts? parts)
    {
        int lane = Array.IndexOf(_population, _population.Min());
        _population[lane]++;
        parts = lane == 0 ? null : _lanes[lane - 1].Parts;
        return new ContextSharing(lane, _population.Length);
    }

    /// <summary>Posts work for a context of a lane.</summary>
    public void Post(RenderContext context, RenderWork work)
    {
        ContextSharing sharing = context.Sharing!;
        PublishOwn();
        work.Context = context;
        work.Awaits = sharing.Peers | 1;
        work.Publishes = sharing.Peers != 0 && work.Kind != RenderWorkKind.Destroy;
        SetOrder(work, sharing.Peers);
        LaneOf(sharing.Lane).Post(work);
        RemindOfMail(work.Count);
    }

    /// <summary>Posts work of this room's own and waits until it is done.</summary>
    /// <exception cref="Exception">What the work ended with.</exception>
    public void PostAndWait(RenderContext context, RenderWork work)
    {
        Post(context, work);
        WaitFor(context.Sharing!.Lane, work.Sequence);
        if (work.Fault is { } fault)
        {
            work.Fault = null;
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    /// <summary>A work of this room's own, without a tag; it comes back by itself.</summary>
    public RenderWork Rent(RenderWorkKind kind, RenderContext context)
    {
        RenderWork work = Spare();
        work.Begin(kind, context.Id);
        return work;
    }

    /// <summary>Lets a context name a resource.</summary>
    public void Attach(RenderContext context, RenderResource resource)
    {
        context.Sharing!.Add(resource);
        if (context.Sharing.Lane == 0)
        {
            context.Attach(resource);
            return;
        }

        RenderWork work = Rent(RenderWorkKind.Attach, context);
        work.Resource = resource;
        Post(context, work);
    }

    /// <summary>Takes the name away again.</summary>
    public void Detach(RenderContext context, RenderResource resource)
    {
        if (context.Sharing!.Lane == 0)
        {
            context.Detach(resource.Id);
        }
        else if (context.Sharing.Attached.Contains(resource))
        {
            RenderWork work = Rent(RenderWorkKind.Detach, context);
            work.Resource = resource;
            Post(context, work);
        }

        context.Sharing.Remove(resource);
    }

    /// <summary>Destroys a context on its lane.</summary>
    public void Destroy(RenderContext context)
    {
        ContextSharing sharing = context.Sharing!;
        if (sharing.Lane == 0)
        {
            PublishOwn();
            context.Dispose();
        }
        else
        {
            PostAndWait(context, Rent(RenderWorkKind.Destroy, context));
        }

        sharing.Clear();
        _population[sharing.Lane]--;
    }

    /// <summary>No lane is at work any more on anything that may name the resource. GL may be.</summary>
    public void Quiet(RenderResource resource)
    {
        for (uint lanes = resource.Lanes & ~1u; lanes != 0; lanes &= lanes - 1)
        {
            LaneOf(BitOperations.TrailingZeroCount(lanes)).WaitForAll();
        }
    }

    /// <summary>As <see cref="Quiet"/>; and the owner's session, which is current, comes after it for GL too.</summary>
    public void Receive(RenderResource resource, GlSession session)
    {
        uint lanes = 0;
        foreach (ContextSharing user in resource.Users)
        {
            if (user.Lane == 0)
            {
                continue;
            }

            lanes |= 1u << user.Lane;
            RenderWork work = RentPlain(RenderWorkKind.Publish);
            work.Context = user.Context;
            RenderLane lane = LaneOf(user.Lane);
            lane.Post(work);
            lane.WaitForAll();
        }

        HandOvers.CatchUp(session, lanes);
    }

    /// <summary>Sends what every lane has drawn so far on its way to the GPU.</summary>
    public void Flush()
    {
        foreach (RenderLane lane in _lanes)
        {
            // Other contexts of the lane were sent when they stopped being current, which the lane's own session makes the last one do.
            lane.Post(RentPlain(RenderWorkKind.Publish));
            lane.WaitForAll();
        }
    }

    /// <summary>Before the owner runs work of a context of its own: what shares resources with it is done first.</summary>
    public void BeforeOwn(RenderContext context)
    {
        uint peers = context.Sharing!.Peers;
        context.Awaits = peers;
        context.Publishes = peers != 0;
        for (; peers != 0; peers &= peers - 1)
        {
            LaneOf(BitOperations.TrailingZeroCount(peers)).WaitForAll();
        }
    }

    /// <summary>After it.</summary>
    public void AfterOwn(RenderContext context, int words)
    {
        if (context.Sharing!.Peers != 0 && context.CurrentOrNone is { } current)
        {
            OwnWorkDone(current.Session);
        }

        RemindOfMail(words);
    }

    /// <summary>The owner did something in this session, which is current, to a resource that others may come to use. They wait for it with their next work.</summary>
    public void OwnWorkDone(GlSession session)
    {
        if (_ownWork != session)
        {
            PublishOwn();
            _ownWork = session;
        }
    }

    /// <summary>Waits until a work of a lane is done. Any thread.</summary>
    public void WaitFor(int lane, long sequence) => LaneOf(lane).WaitFor(sequence);

    /// <summary>Waits until all lanes are idle.</summary>
    public void WaitForAll()
    {
        foreach (RenderLane lane in _lanes)
        {
            lane.WaitForAll();
        }
    }

    /// <summary>Takes a caller's work that is finished.</summary>
    /// <exception cref="Exception">What a work of this room's own ended with.</exception>
    public bool TryTakeFinished([NotNullWhen(true)] out RenderWork? work)
    {
        while (TryDequeue(out work))
        {
            if (work.Tag is not null)
            {
                return true;
            }

            Exception? fault = work.Fault;
            work.Begin(RenderWorkKind.Publish, 0);
            _spares.Push(work);
            if (fault is not null)
            {
                ExceptionDispatchInfo.Throw(fault);
            }
        }

        return false;
    }

    /// <summary>A lane has done a work. The lane's thread.</summary>
    public void Finish(RenderWork work)
    {
        bool isWanted = work.Tag is not null || work.Fault is not null;
        _finished.Enqueue(work);
        if (isWanted && Interlocked.Exchange(ref _isSignalled, 1) == 0)
        {
            _onFinished();
        }
    }

    /// <summary>Ends the threads; contexts are destroyed before.</summary>
    public void Dispose()
    {
        foreach (RenderLane lane in _lanes)
        {
            lane.Dispose();
        }

        for (int i = 0; i <= _lanes.Length; i++)
        {
            HandOvers[i].Clear();
        }
    }

    /// <summary>A work for a lane and none of its contexts.</summary>
    private RenderWork RentPlain(RenderWorkKind kind)
    {
        RenderWork work = Spare();
        work.Begin(kind, 0);
        SetOrder(work, 0);
        return work;
    }

    private RenderWork Spare() => _spares.TryPop(out RenderWork? spare) ? spare : new RenderWork();

    private bool TryDequeue([NotNullWhen(true)] out RenderWork? work)
    {
        if (_finished.TryDequeue(out work))
        {
            return true;
        }

        // Order: whoever finishes something after this line signals again; what was finished before it is found by the second look.
        Interlocked.Exchange(ref _isSignalled, 0);
        return _finished.TryDequeue(out work);
    }

    private RenderLane LaneOf(int index) => _lanes[index - 1];

    private void SetOrder(RenderWork work, uint lanes)
    {
        if (work.Before.Length != _population.Length)
        {
            work.Before = new long[_population.Length];
        }

        Array.Clear(work.Before);
        for (lanes &= ~1u; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            work.Before[lane] = LaneOf(lane).Posted;
        }
    }

    /// <summary>What the owner did to resources becomes something that lanes can wait for.</summary>
    private void PublishOwn()
    {
        // A session that has ended published its work then (RenderContext.DestroySubContext).
        if (_ownWork is { IsDisposed: false } session)
        {
            session.MakeCurrent();
            HandOvers[0].Publish(session.Gl);
        }

        _ownWork = null;
    }

    private void RemindOfMail(int words)
    {
        _wordsSinceMail += words;
        if (++_worksSinceMail < WorksBetweenMail && _wordsSinceMail < WordsBetweenMail)
        {
            return;
        }

        _wordsSinceMail = _worksSinceMail = 0;
        foreach (RenderLane lane in _lanes)
        {
            if (lane.IsIdle)
            {
                lane.Post(RentPlain(RenderWorkKind.ReadMail));
            }
        }
    }
}
