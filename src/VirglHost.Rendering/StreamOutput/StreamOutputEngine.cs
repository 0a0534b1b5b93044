using VirglHost.CommandStream;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;
using VirglHost.Shaders;

namespace VirglHost.Rendering.StreamOutput;

/// <summary>
/// Stream output of one sub-context, whose session is current: captures vertices of the guest's draws into its targets. SPEC: virgl-commands.md 7.8:
/// the same targets bound again go on where they stopped. Owner thread only.
/// </summary>
internal sealed class StreamOutputEngine(GlSession session, QueryEngine queries) : IDisposable
{
    // GUEST: tuples of targets are the guest's to make; the one not used for longest is given up.
    private const int MaxCaptureCount = 64;

    private readonly List<StreamOutputCapture> _captures = [];
    private StreamOutputCapture? _current;
    private ulong _useNumber;
    private bool _isCapturing;

    /// <summary>Whether targets are bound.</summary>
    public bool IsBound => _current is not null;

    /// <summary>CREATE_OBJECT STREAMOUT_TARGET.</summary>
    /// <exception cref="GuestFaultException">The resource has no GL buffer, or the range is empty, unaligned or outside.</exception>
    public StreamOutputTarget Create(RenderResource resource, in StreamOutTargetObject target)
    {
        bool isLegal = resource.Buffer is not null && target.Size > 0 && (target.Offset & 3) == 0 && target.Offset + (long)target.Size <= resource.SizeInBytes;
        if (!isLegal)
        {
            throw GuestFaults.IllegalResource($"stream output target {target.Handle}: no {target.Size} bytes at {target.Offset} of resource {resource.Id}");
        }

        // SPEC: GL 4.6, 13.3.2: sizes are multiples of 4; the bytes beyond could hold no component anyway.
        return new StreamOutputTarget(this, resource, target with { Size = Math.Max(target.Size & ~3u, sizeof(uint)) });
    }

    /// <summary>SET_STREAMOUT_TARGETS; none unbinds. Null stands for an empty slot.</summary>
    /// <exception cref="GuestFaultException">More targets than there are buffers.</exception>
    public void SetTargets(ReadOnlySpan<StreamOutputTarget?> targets)
    {
        if (targets.Length > StreamOutputCapture.BufferCount)
        {
            throw GuestFaults.InvalidParameter($"{VirglOpcode.SetStreamOutTargets} of {targets.Length} targets");
        }

        _current?.Leave();
        _current = targets.IsEmpty ? null : FindOrAdd(targets);
    }

    /// <summary>Captures the draw that follows, where targets are bound that its program writes to.</summary>
    /// <param name="primitive">What arrives at the capture: points, lines or triangles.</param>
    /// <param name="program">GL program, in use.</param>
    /// <param name="layout">What its last vertex stage captures.</param>
    public void BeginDraw(GLEnum primitive, uint program, StreamOutputLayout layout)
    {
        if (_current is null) return;
        _current.LastUse = ++_useNumber;
        _isCapturing = _current.Resume(primitive, program, layout);
    }

    /// <summary>The draw is issued.</summary>
    public void EndDraw()
    {
        if (!_isCapturing) return;
        _isCapturing = false;
        _current!.Pause();
    }

    /// <summary>Finds how many vertices the latest capture into a buffer wrote; waits for the GPU.</summary>
    /// <returns>False when nothing was ever captured into it.</returns>
    public bool TryGetCaptured(RenderResource buffer, out uint vertexCount)
    {
        StreamOutputCapture? latest = null;
        int index = -1;
        foreach (StreamOutputCapture capture in _captures)
        {
            int at = capture.WasUsed && (latest is null || capture.LastUse > latest.LastUse) ? capture.BufferOf(buffer) : -1;
            if (at < 0) continue;
            latest = capture;
            index = at;
        }

        vertexCount = latest is null ? 0 : (uint)Math.Min(latest.VerticesWritten(index), int.MaxValue);
        return latest is not null;
    }

    /// <summary>A target object went: its captures end.</summary>
    public void TargetDestroyed(StreamOutputTarget target)
    {
        for (int i = _captures.Count - 1; i >= 0; i--)
        {
            if (_captures[i].Uses(target)) Drop(i);
        }
    }

    /// <summary>Ends all captures. The guest's objects may be released before or after.</summary>
    public void Dispose()
    {
        for (int i = _captures.Count - 1; i >= 0; i--) Drop(i);
    }

    private StreamOutputCapture FindOrAdd(ReadOnlySpan<StreamOutputTarget?> targets)
    {
        foreach (StreamOutputCapture known in _captures)
        {
            if (known.HasTargets(targets)) return known;
        }

        if (_captures.Count == MaxCaptureCount) Drop(Oldest());
        StreamOutputCapture made = new(session, queries.Slots, targets) { LastUse = ++_useNumber };
        _captures.Add(made);
        return made;
    }

    private int Oldest()
    {
        int oldest = 0;
        for (int i = 1; i < _captures.Count; i++)
        {
            if (_captures[i].LastUse < _captures[oldest].LastUse) oldest = i;
        }

        return oldest;
    }

    private void Drop(int index)
    {
        StreamOutputCapture capture = _captures[index];
        if (ReferenceEquals(capture, _current)) _current = null;
        _captures.RemoveAt(index);
        capture.Dispose();
    }
}
