using VirglHost.VhostUser.Queues;
using VirglHost.VirtioGpu.Commands;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu;

/// <summary>Serves the cursor queue: pointer moves don't wait behind drawing. Nothing of it waits for a fence. GPU thread only.</summary>
internal sealed class CursorQueue(GpuParts parts, ControlQueue control)
{
    private const int MaximumPerTurn = 256;

    private readonly GpuRequest _request = new();
    private VirtQueue? _queue;

    public void Start(VirtQueue queue) => _queue = queue;

    public void Stop() => _queue = null;

    /// <summary>Serves what is there. Sinks show only the last position of a burst.</summary>
    public DrainResult Drain()
    {
        if (_queue is not { IsRunning: true } queue) return DrainResult.Stopped;
        while (true)
        {
            queue.DisableNotifications();
            DrainResult result = Serve(queue);
            queue.NotifyIfNeeded();
            if (result != DrainResult.Empty || queue.EnableNotifications()) return result;
        }
    }

    private DrainResult Serve(VirtQueue queue)
    {
        for (int served = 0; served < MaximumPerTurn; served++)
        {
            PopResult popped = queue.TryPop(_request.Chain);
            switch (popped)
            {
                case PopResult.Empty:
                    return DrainResult.Empty;
                case PopResult.QueueBroken:
                    parts.Log.Warning("cursor queue stopped: {Reason}", queue.BrokenReason);
                    return DrainResult.Stopped;
                case PopResult.Malformed:
                    queue.PushUsed(_request.Chain, 0);
                    parts.Refusals.Note("a chain of the cursor queue makes no sense; given back unanswered");
                    break;
                default:
                    Handle();
                    // SPEC: virtio-gpu notes §6: Linux leaves no room for an answer here; then the used length is 0.
                    queue.PushUsed(_request.Chain, _request.Written);
                    break;
            }
        }

        return DrainResult.MoreToDo;
    }

    private void Handle()
    {
        if (!_request.TryBegin()) _request.Answer(ControlType.ErrorInvalidParameter);
        else if (_request.Header.Type is ControlType.UpdateCursor or ControlType.MoveCursor) control.Handle(_request);
        else _request.Answer(ControlType.ErrorUnspecified);
    }
}
