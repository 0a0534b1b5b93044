using System.Buffers.Binary;
using Serilog;

namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// Questions of the guest that the viewer answers. One is under way at a time; the rest wait in line. Every one is answered within the time-out,
/// by the viewer or by the device itself.
/// </summary>
/// <param name="answers">Gets what is answered.</param>
/// <param name="canShare">There may be memory to share with a viewer.</param>
/// <param name="log">Where a silent viewer is noted.</param>
internal sealed class DisplayQuestions(IDisplayAnswers answers, bool canShare, ILogger log)
{
    /// <summary>Shorter than the 5 s for which Linux waits.</summary>
    public const int TimeoutInMilliseconds = 2000;

    private const ulong EdidFeature = 1;
    private const ulong ModifierFeature = 2;

    private readonly Queue<Question> _waiting = new();
    private Question? _asked;
    private ulong? _features;
    private long _startedAt;
    private bool _isResynchronizing;
    private bool _hasWarned;

    /// <summary>A new socket: its features are asked first.</summary>
    public void Start(MessageBuffer output, long now)
    {
        _features = null;
        _startedAt = now;
        _isResynchronizing = false;
        output.Add(DisplayRequest.GetProtocolFeatures);
    }

    /// <summary>How the viewer takes memory. One that does not answer within the time-out gets pixels.</summary>
    public SharingMode GetSharing(long now)
    {
        if (!canShare) return SharingMode.None;
        if (_features is { } features) return (features & ModifierFeature) != 0 ? SharingMode.WithModifier : SharingMode.WithoutModifier;
        return now - _startedAt < TimeoutInMilliseconds ? SharingMode.Unknown : SharingMode.None;
    }

    /// <summary>The socket is gone: everything open is answered by the device.</summary>
    public void Stop()
    {
        if (_asked is { } asked) GiveUp(asked);
        _asked = null;
        while (_waiting.TryDequeue(out Question waiting)) GiveUp(waiting);
    }

    /// <summary>The guest's driver was reset: nobody waits any more. The answer under way, if any, is thrown away when it comes.</summary>
    public void Forget()
    {
        _waiting.Clear();
        if (_asked is null) return;
        _asked = null;
        _isResynchronizing = true;
    }

    public void Ask(GpuRequest request, DisplayRequest kind, uint scanout, long now) =>
        _waiting.Enqueue(new Question(request, kind, scanout, now + TimeoutInMilliseconds));

    /// <summary>Sends the next question when none is under way.</summary>
    public bool TrySendNext(MessageBuffer output)
    {
        if (_asked is not null || _isResynchronizing || _features is not { } features) return false;
        if (!_waiting.TryDequeue(out Question next)) return false;
        if (next.Kind == DisplayRequest.GetEdid && (features & EdidFeature) == 0)
        {
            GiveUp(next);
            return true;
        }

        _asked = next;
        if (next.Kind == DisplayRequest.GetEdid) output.Add(next.Kind, [next.Scanout]);
        else output.Add(next.Kind);
        return true;
    }

    public void Received(DisplayRequest request, ReadOnlySpan<byte> content, MessageBuffer output)
    {
        if (request == DisplayRequest.GetProtocolFeatures && content.Length == sizeof(ulong))
        {
            if (_features is null)
            {
                _features = BinaryPrimitives.ReadUInt64LittleEndian(content) & (EdidFeature | (canShare ? ModifierFeature : 0));
                output.Add(DisplayRequest.SetProtocolFeatures, [(uint)_features.Value, 0]);
            }

            _isResynchronizing = false;
        }
        else if (_asked is { } asked && asked.Kind == request)
        {
            _asked = null;
            answers.Answered(asked.Request, asked.Kind, content);
        }
    }

    /// <summary>Answers what has waited too long.</summary>
    /// <returns>Milliseconds until the next time-out; −1 = none.</returns>
    public int Expire(long now, MessageBuffer output)
    {
        if (_asked is { } asked && asked.Deadline <= now)
        {
            // QUIRK: QEMU never answers GET_EDID for a screen it doesn't have. Answers come in order, so the answer to this one question tells
            // that everything before it is settled.
            _asked = null;
            _isResynchronizing = true;
            output.Add(DisplayRequest.GetProtocolFeatures);
            GiveUp(asked);
            if (!_hasWarned) log.Warning("the viewer does not answer {Question}; answering the guest without it", asked.Kind);
            _hasWarned = true;
        }

        while (_waiting.TryPeek(out Question first) && first.Deadline <= now) GiveUp(_waiting.Dequeue());
        long next = long.MaxValue;
        if (_asked is { } open) next = open.Deadline;
        if (_waiting.TryPeek(out Question waiting)) next = Math.Min(next, waiting.Deadline);
        if (GetSharing(now) == SharingMode.Unknown) next = Math.Min(next, _startedAt + TimeoutInMilliseconds);
        return next == long.MaxValue ? -1 : (int)Math.Max(0, next - now);
    }

    private void GiveUp(in Question question) => answers.Answered(question.Request, question.Kind, default);

    private readonly record struct Question(GpuRequest Request, DisplayRequest Kind, uint Scanout, long Deadline);
}
