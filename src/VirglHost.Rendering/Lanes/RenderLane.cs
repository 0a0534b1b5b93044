using System.Collections.Concurrent;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;

namespace VirglHost.Rendering.Lanes;

/// <summary>
/// A thread on which the contexts that were given to it run, work by work in the order posted. The owner thread posts and waits; the lane's thread owns its
/// contexts, their GL contexts and <see cref="Parts"/>.
/// </summary>
internal sealed class RenderLane : IDisposable
{
    private readonly LaneSet _set;
    private readonly int _index;
    private readonly ConcurrentQueue<RenderWork?> _queue = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly object _gate = new();
    private readonly Thread _thread;
    private RendererParts? _parts;
    private Exception? _failure;
    private long _posted;
    private long _done;
    private int _waiters;
    private bool _isOpen;

    /// <summary>Starts the thread and waits until it has its GL context.</summary>
    /// <exception cref="EglException">The host makes no context more.</exception>
    public RenderLane(LaneSet set, int index, RendererParts shared, EglDisplay display)
    {
        _set = set;
        _index = index;
        _thread = new Thread(() => Run(shared, display)) { Name = $"virglhost-gl{index}", IsBackground = true };
        _thread.Start();
        lock (_gate)
        {
            while (!_isOpen && _failure is null)
            {
                Monitor.Wait(_gate);
            }
        }

        if (_failure is not null)
        {
            _thread.Join();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <summary>What the contexts of this lane share; for its thread.</summary>
    public RendererParts Parts => _parts!;

    /// <summary>Number of the work posted last.</summary>
    public long Posted => _posted;

    /// <summary>Whether everything posted is done.</summary>
    public bool IsIdle => Volatile.Read(ref _done) == _posted;

    /// <summary>Gives the lane work. Owner thread.</summary>
    public void Post(RenderWork work)
    {
        work.Sequence = ++_posted;
        _queue.Enqueue(work);
        _arrivals.Release();
    }

    /// <summary>Waits until a work is done. Any thread but the lane's own; what it waits for was posted before what the caller does, so no circle can close.</summary>
    public void WaitFor(long sequence)
    {
        if (Volatile.Read(ref _done) >= sequence)
        {
            return;
        }

        lock (_gate)
        {
            Interlocked.Increment(ref _waiters);
            while (Volatile.Read(ref _done) < sequence)
            {
                Monitor.Wait(_gate);
            }

            Interlocked.Decrement(ref _waiters);
        }
    }

    /// <summary>Waits until everything that was posted so far is done. Owner thread only.</summary>
    public void WaitForAll() => WaitFor(_posted);

    /// <summary>Ends the thread after what was posted; its contexts are destroyed by then.</summary>
    public void Dispose()
    {
        _queue.Enqueue(null);
        _arrivals.Release();
        _thread.Join();
        _arrivals.Dispose();
    }

    private void Run(RendererParts shared, EglDisplay display)
    {
        try
        {
            Open(shared, display);
        }
#pragma warning disable CA1031 // Not swallowed: thrown again on the thread that made the lane.
        catch (Exception error)
#pragma warning restore CA1031
        {
            lock (_gate)
            {
                _failure = error;
                Monitor.PulseAll(_gate);
            }

            return;
        }

        while (true)
        {
            _arrivals.Wait();
            if (!_queue.TryDequeue(out RenderWork? work) || work is null)
            {
                break;
            }

            Serve(work);
        }

        Close();
    }

    private void Open(RendererParts shared, EglDisplay display)
    {
        EglContext context = display.CreateContext(new EglContextOptions { Share = shared.Root.Context, Debug = shared.Options.DebugContext });
        context.MakeCurrent();
        GlSession root = new(shared.Root.Group.CreatePeer(), context, null);
        _parts = new RendererParts(display, root, shared.Formats, shared.Options, shared.Log) { HandOvers = _set.HandOvers, Lane = _index };
        lock (_gate)
        {
            _isOpen = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Close()
    {
        try
        {
            Parts.Root.MakeCurrent();
            Parts.Blits.Dispose();
            Parts.Root.Group.Leave();
            Parts.Root.Dispose();
        }
        catch (HostFaultException lost)
        {
            Parts.Log.Debug("clearing up a lane after the loss of the host's GL: {Reason}", lost.Message);
        }
    }

    private void Serve(RenderWork work)
    {
        for (int lane = 0; lane < work.Before.Length; lane++)
        {
            if (work.Before[lane] != 0)
            {
                _set.WaitFor(lane, work.Before[lane]);
            }
        }

        try
        {
            Parts.Root.Group.ReadMail();
            LaneWorker.Run(Parts, work);
            if (work.Publishes)
            {
                LaneWorker.Publish(Parts, work);
            }
        }
#pragma warning disable CA1031 // Not swallowed: it goes to the owner thread with the work.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            work.Fault = fault;
        }

        // The work is the owner's again as soon as it is finished; waiters find it there when they are let go.
        long sequence = work.Sequence;
        _set.Finish(work);
        Interlocked.Exchange(ref _done, sequence);
        if (Volatile.Read(ref _waiters) > 0)
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }
}
