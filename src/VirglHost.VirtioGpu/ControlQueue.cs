using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Serilog.Events;
using VirglHost.OpenGL;
using VirglHost.Rendering;
using VirglHost.VhostUser.Queues;
using VirglHost.VirtioGpu.Commands;
using VirglHost.VirtioGpu.Display;
using VirglHost.VirtioGpu.Fences;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu;

/// <summary>
/// Takes requests from the control queue, has them carried out, and gives each back exactly once: at once, or when its fence has passed.
/// GPU thread only.
/// </summary>
internal sealed class ControlQueue : IDisplayAnswers
{
    private readonly GpuParts _parts;
    private readonly ResourceCommands _resources;
    private readonly ContextCommands _contexts;
    private readonly CapsetCommands _capsets;
    private readonly ScreenCommands _screens;
    private readonly RequestPool _pool;
    private readonly FenceTracker _fences;
    private readonly GlFenceQueue _glFences;
    private VirtQueue? _queue;
    private int _unanswered;

    public ControlQueue(GpuParts parts, GlFenceQueue glFences)
    {
        _parts = parts;
        _glFences = glFences;
        _resources = new ResourceCommands(parts);
        _contexts = new ContextCommands(parts, _resources);
        _capsets = new CapsetCommands(parts);
        _screens = new ScreenCommands(parts);
        _pool = new RequestPool(parts.Options.MaxWaitingRequests);
        _fences = new FenceTracker(Complete);
    }

    /// <summary>num_capsets of config space.</summary>
    public uint CapsetCount => _capsets.Count;

    public ScreenCommands Screens => _screens;

    /// <summary>A stalled queue can be served on.</summary>
    public bool HasRoom => _pool.HasRoom && _parts.Screens.HasRoom && _parts.Works.HasRoom;

    /// <summary>Requests that wait for a fence.</summary>
    public int FencesWaiting => _fences.WaitingCount;

    public void Start(VirtQueue queue) => _queue = queue;

    /// <summary>
    /// The queue is about to stop: every request goes back to the guest now. Waits for the GPU, but not for ever: a guest that is stopped and
    /// continued would otherwise wait for fences that nobody remembers.
    /// </summary>
    public void Stop()
    {
        _screens.Viewer?.AnswerOpenQuestions();
        _parts.WaitForThreads();
        if (!_parts.IsHostLost) TakeFinishedWork();

        if (_fences.WaitingCount > 0 && !_parts.IsHostLost) WaitForFences();
        _glFences.Forget();
        _fences.CompleteAll();
        _queue?.NotifyIfNeeded();
        _queue = null;
    }

    /// <summary>The guest's driver was reset: nothing of it remains. The queue was stopped before.</summary>
    public void Reset()
    {
        _contexts.Reset();
        _resources.Reset();
    }

    /// <summary>Serves what the guest has queued.</summary>
    /// <param name="until">Stop after the command during which this time (<see cref="Stopwatch.GetTimestamp"/>) passes.</param>
    public DrainResult Drain(long until)
    {
        if (_queue is not { IsRunning: true } queue) return DrainResult.Stopped;
        while (true)
        {
            queue.DisableNotifications();
            DrainResult result = ServeUntil(queue, until);
            queue.NotifyIfNeeded();
            AssertAllAccountedFor();
            // A broken ring is touched no more; a full house or a spent time needs no kick to be remembered.
            if (result != DrainResult.Empty || queue.EnableNotifications()) return result;
        }
    }

    /// <summary>Gives back what fences held, as far as they have passed.</summary>
    public void TakePassedFences()
    {
        bool isAny = false;
        while (_glFences.TryTakePassed(out GpuRequest? request))
        {
            isAny = true;
            if (request is null) continue;
            request.OpenFences--;
            _fences.Progressed(request);
        }

        if (isAny) _queue?.NotifyIfNeeded();
    }

    /// <summary>Answers what contexts on other threads have carried out.</summary>
    public void TakeFinishedWork()
    {
        bool isAny = false;
        while (_parts.TryTakeFinished(out RenderWork? work))
        {
            isAny = true;
            TakeFinished(work);
        }

        if (isAny) _queue?.NotifyIfNeeded();
    }

    public void Answered(GpuRequest request, DisplayRequest kind, ReadOnlySpan<byte> reply)
    {
        _screens.Answer(request, kind, reply);
        Release(request);
        _queue?.NotifyIfNeeded();
    }

    /// <summary>Carries a request out; never throws but for a lost host. On return it is answered, or the viewer has been asked, or its context's thread.</summary>
    public void Handle(GpuRequest request)
    {
        _parts.ClearReason();
        _parts.Counters.Count(request.Header.Type);
        ControlType answer;
        try
        {
            answer = Dispatch(request);
        }
#pragma warning disable CA1031 // The one place that contains bugs of this program: one request fails, the device goes on.
        catch (Exception error) when (IsContained(error))
#pragma warning restore CA1031
        {
            answer = Translate(request, error);
        }

        if (answer != default) Answer(request, answer);
    }

    private void Answer(GpuRequest request, ControlType answer)
    {
        if (answer >= ControlType.ErrorUnspecified) _parts.Counters.Refusals++;
        if (_parts.Reason.Length > 0) _parts.Refusals.Refused(request.Header, answer, _parts.NameOf(request.Header.ContextId), _parts.Reason);
        if (!request.IsAnswered) request.Answer(answer);
    }

    private bool IsContained(Exception error) =>
        error is GuestFaultException or HostFaultException { Kind: not HostFault.Lost } || (error is not HostFaultException && !_parts.Options.CrashOnBug);

    private ControlType Translate(GpuRequest request, Exception error)
    {
        switch (error)
        {
            case GuestFaultException fault:
                return _parts.Refuse(Translate(request.Header.Type, fault.Fault), fault.Message);
            case HostFaultException host:
                return _parts.Refuse(host.Kind == HostFault.OutOfMemory ? ControlType.ErrorOutOfMemory : ControlType.ErrorUnspecified, host.Message);
            default:
                _parts.Log.Error(error, "BUG while serving {Command} of context {Context}", request.Header.Type, request.Header.ContextId);
                return _parts.Refuse(ControlType.ErrorUnspecified, "a bug of virglhost, see above");
        }
    }

    private void TakeFinished(RenderWork work)
    {
        var request = (GpuRequest)work.Tag!;
        Exception? fault = work.Fault;
        RenderFence? fence = work.Fence;
        bool isFence = work.IsFence;
        _parts.Works.Return(work);
        if (fault is not null && !IsContained(fault)) ExceptionDispatchInfo.Throw(fault);
        if (isFence)
        {
            if (fence is not null)
            {
                _glFences.Take(request, fence);
                return;
            }

            // A context whose GL was reset has no work left to wait for.
            request.OpenFences--;
            _fences.Progressed(request);
            return;
        }

        _parts.ClearReason();
        Answer(request, fault is null ? ControlType.OkNoData : Translate(request, fault));
        Release(request);
    }

    /// <summary>A request that was not answered when it was served is answered now.</summary>
    private void Release(GpuRequest request)
    {
        _unanswered--;
        if (request.Header.IsFenced) _fences.Progressed(request);
        else Complete(request);
    }

    private ControlType Dispatch(GpuRequest request)
    {
        ControlType type = request.Header.Type;
        if (_parts.Log.IsEnabled(LogEventLevel.Verbose)) _parts.Log.Verbose("{Command} context {Context}", type, request.Header.ContextId);
        if ((request.Header.Flags & ControlHeader.RingIndexFlag) != 0 && request.Header.RingIndex >= FenceRing.RingCount)
            return _parts.Refuse(ControlType.ErrorInvalidParameter, $"ring {request.Header.RingIndex}");
        // QUIRK: the Windows 3D driver uses 3D without acknowledging VIRGL, so what counts is what was offered (Context_without_acknowledged_virgl test).
        return (uint)type is >= 0x200 and < 0x300 && !_parts.Offers3d ? Unsupported(type) : DispatchKnown(request, type);
    }

    private ControlType DispatchKnown(GpuRequest request, ControlType type)
    {
        switch (type)
        {
            case ControlType.GetDisplayInfo: return _screens.GetDisplayInfo(request);
            case ControlType.ResourceCreate2d: return _resources.Create2d(request);
            case ControlType.ResourceUnref: return _resources.Unref(request);
            case ControlType.SetScanout: return _screens.SetScanout(request);
            case ControlType.ResourceFlush: return _screens.Flush(request);
            case ControlType.TransferToHost2d: return _resources.TransferToHost2d(request);
            case ControlType.ResourceAttachBacking: return _resources.AttachBacking(request);
            case ControlType.ResourceDetachBacking: return _resources.DetachBacking(request);
            case ControlType.GetCapsetInfo: return _capsets.GetInfo(request);
            case ControlType.GetCapset: return _capsets.Get(request);
            case ControlType.GetEdid: return _screens.GetEdid(request);
            case ControlType.ResourceAssignUuid: return _resources.AssignUuid(request);
            case ControlType.ResourceCreateBlob: return _resources.CreateBlob(request);
            case ControlType.SetScanoutBlob: return _screens.SetScanoutBlob(request);
            case ControlType.ContextCreate: return _contexts.Create(request);
            case ControlType.ContextDestroy: return _contexts.Destroy(request);
            case ControlType.ContextAttachResource: return _contexts.AttachResource(request, isAttach: true);
            case ControlType.ContextDetachResource: return _contexts.AttachResource(request, isAttach: false);
            case ControlType.ResourceCreate3d: return _resources.Create3d(request);
            case ControlType.TransferToHost3d: return _resources.Transfer3d(request, isToHost: true);
            case ControlType.TransferFromHost3d: return _resources.Transfer3d(request, isToHost: false);
            case ControlType.Submit3d: return _contexts.Submit(request);
            case ControlType.UpdateCursor: return _screens.UpdateCursor(request, isNewShape: true);
            case ControlType.MoveCursor: return _screens.UpdateCursor(request, isNewShape: false);
            default: return Unsupported(type);
        }
    }

    private ControlType Unsupported(ControlType type) =>
        _parts.Refuse(ControlType.ErrorUnspecified, Enum.IsDefined(type) ? "not offered by this device" : "no such command");

    // SPEC: virtio-gpu notes §3.1. Inside a stream, a wrong id is an illegal stream and not a wrong id of this command.
    private static ControlType Translate(ControlType command, GuestFault fault) => fault switch
    {
        GuestFault.OutOfMemory => ControlType.ErrorOutOfMemory,
        GuestFault.UnknownContext or GuestFault.ContextExists => ControlType.ErrorInvalidContextId,
        _ when command == ControlType.Submit3d => ControlType.ErrorUnspecified,
        GuestFault.UnknownResource or GuestFault.ResourceExists => ControlType.ErrorInvalidResourceId,
        GuestFault.Unknown or GuestFault.Unsupported or GuestFault.UnsupportedFunction => ControlType.ErrorUnspecified,
        _ => ControlType.ErrorInvalidParameter,
    };

    private DrainResult ServeUntil(VirtQueue queue, long until)
    {
        do
        {
            if (!_parts.Screens.HasRoom || !_parts.Works.HasRoom || !_pool.TryRent(out GpuRequest request)) return DrainResult.Stalled;
            PopResult popped = queue.TryPop(request.Chain);
            if (popped == PopResult.Chain)
            {
                Serve(request);
                continue;
            }

            if (popped == PopResult.Malformed) queue.PushUsed(request.Chain, 0);
            _pool.Return(request);
            if (popped == PopResult.Empty) return DrainResult.Empty;
            if (popped == PopResult.QueueBroken)
            {
                _parts.Log.Warning("control queue stopped: {Reason}", queue.BrokenReason);
                return DrainResult.Stopped;
            }

            _parts.Refusals.Note("a chain of the control queue makes no sense; given back unanswered");
        }
        while (Stopwatch.GetTimestamp() < until);
        return DrainResult.MoreToDo;
    }

    private void Serve(GpuRequest request)
    {
        if (request.TryBegin()) Handle(request);
        else request.Answer(ControlType.ErrorInvalidParameter);
        if (!request.IsAnswered) _unanswered++;
        if (request.Header.IsFenced)
        {
            _glFences.Insert(request, _contexts.WithUnfencedWork);
            _fences.Track(request);
        }
        else if (request.IsAnswered)
        {
            Complete(request);
        }
    }

    private void Complete(GpuRequest request)
    {
        request.Complete();
        _queue?.PushUsed(request.Chain, request.Written);
        _pool.Return(request);
    }

    private void WaitForFences()
    {
        long end = Environment.TickCount64 + _parts.Options.StopTimeoutInMilliseconds;
        while (_fences.WaitingCount > 0)
        {
            TakePassedFences();
            int left = (int)(end - Environment.TickCount64);
            if (_fences.WaitingCount == 0 || _glFences.IsEmpty) return;
            if (left <= 0)
            {
                _parts.Log.Warning("the GPU is still busy after {Milliseconds} ms; {Count} fences are given back early",
                    _parts.Options.StopTimeoutInMilliseconds, _fences.WaitingCount);
                return;
            }

            _glFences.Wait(left);
        }
    }

    [Conditional("DEBUG")]
    private void AssertAllAccountedFor() =>
        Debug.Assert(
            _pool.InUse >= _fences.WaitingCount && _pool.InUse <= _fences.WaitingCount + _unanswered,
            $"{_pool.InUse} requests out, {_fences.WaitingCount} on timelines, {_unanswered} with the viewer or a context's thread");
}
