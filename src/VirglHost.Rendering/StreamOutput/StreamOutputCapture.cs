using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Queries;
using VirglHost.Shaders;

namespace VirglHost.Rendering.StreamOutput;

/// <summary>
/// The capture into one tuple of targets: a GL transform feedback object that is paused between draws, and how many vertices each stream has
/// written, so that it can go on at the same place with another program.
/// </summary>
internal sealed class StreamOutputCapture : IDisposable
{
    /// <summary>Buffers that one capture writes at most.</summary>
    public const int BufferCount = StreamOutputLayout.MaxBuffers;

    private readonly GlSession _session;
    private readonly QuerySlots _slots;
    private readonly StreamOutputTarget?[] _targets;
    private readonly GlTransformFeedback _feedback;
    private readonly QueryTally[] _written;
    private readonly ulong[] _verticesBefore = new ulong[BufferCount];
    private readonly int[] _streamOfBuffer = new int[BufferCount];
    private StreamOutputLayout? _layout;
    private uint _program;
    private GLEnum _primitive;
    private bool _isOpen;
    private bool _isResumed;

    /// <summary>Makes the capture; nothing is written yet.</summary>
    public StreamOutputCapture(GlSession session, QuerySlots slots, ReadOnlySpan<StreamOutputTarget?> targets)
    {
        _session = session;
        _slots = slots;
        _targets = targets.ToArray();
        _feedback = GlTransformFeedback.Create(session.Group);
        _written = new QueryTally[BufferCount];
        for (uint stream = 0; stream < BufferCount; stream++)
        {
            _written[stream] = new QueryTally(QueryKindTable.Emitted(stream));
        }
    }

    /// <summary>Number of the last use; the largest is the latest.</summary>
    public ulong LastUse { get; set; }

    /// <summary>Whether vertices were captured since it was made.</summary>
    public bool WasUsed => _layout is not null;

    /// <summary>Whether these are its targets.</summary>
    public bool HasTargets(ReadOnlySpan<StreamOutputTarget?> targets) => _targets.AsSpan().SequenceEqual(targets);

    /// <summary>Whether this is one of its targets.</summary>
    public bool Uses(StreamOutputTarget target) => Array.IndexOf(_targets, target) >= 0;

    /// <summary>Index of the buffer that captures into a resource, −1 when none does.</summary>
    public int BufferOf(Resources.RenderResource resource) => Array.FindIndex(_targets, t => ReferenceEquals(t?.Resource, resource));

    /// <summary>Starts or goes on capturing, for one draw; false when the program captures into a buffer that has no target.</summary>
    public bool Resume(GLEnum primitive, uint program, StreamOutputLayout layout)
    {
        if (_isOpen && _program == program && _primitive == primitive)
        {
            _session.State.SetTransformFeedback(_feedback.Name);
            Count(on: true);
            _session.Gl.ResumeTransformFeedback();
            _isResumed = true;
            return true;
        }

        if (!HasBuffers(layout)) return false;
        Close();
        _layout = layout;
        _program = program;
        _primitive = primitive;
        if (!BindBuffers(layout)) return false;
        _session.State.SetTransformFeedback(_feedback.Name);
        for (int stream = 0; stream < BufferCount; stream++)
        {
            if (UsesStream(stream)) _slots.Begin(_written[stream]);
        }

        _session.Gl.BeginTransformFeedback(primitive);
        _isOpen = true;
        _isResumed = true;
        return true;
    }

    /// <summary>Stops capturing after a draw; the place is kept.</summary>
    public void Pause()
    {
        if (!_isResumed) return;
        _isResumed = false;
        _session.Gl.PauseTransformFeedback();
    }

    /// <summary>Another capture takes over: stops counting what that one writes.</summary>
    public void Leave() => Count(on: false);

    /// <summary>Vertices written into a buffer so far; waits for the GPU.</summary>
    public ulong VerticesWritten(int buffer)
    {
        Close();
        return _verticesBefore[buffer];
    }

    /// <summary>Ends the capture and deletes the GL object.</summary>
    public void Dispose()
    {
        if (_isOpen)
        {
            _session.State.SetTransformFeedback(_feedback.Name);
            _session.Gl.EndTransformFeedback();
            _isOpen = false;
        }

        foreach (QueryTally tally in _written) _slots.Release(tally);
        _feedback.Dispose();
    }

    private static uint VerticesPer(GLEnum primitive) => primitive switch
    {
        GLEnum.Points => 1,
        GLEnum.Lines => 2,
        _ => 3,
    };

    private void Count(bool on)
    {
        if (!_isOpen) return;
        for (int stream = 0; stream < BufferCount; stream++)
        {
            if (!UsesStream(stream)) continue;
            if (on) _slots.Continue(_written[stream]);
            else _slots.End(_written[stream]);
        }
    }

    private bool UsesStream(int stream)
    {
        if (_layout is null) return false;
        for (int buffer = 0; buffer < BufferCount; buffer++)
        {
            if (_layout.StridesInWords[buffer] > 0 && _streamOfBuffer[buffer] == stream) return true;
        }

        return false;
    }

    /// <summary>Ends the GL capture and adds what it wrote to the count.</summary>
    private void Close()
    {
        if (!_isOpen) return;
        _session.State.SetTransformFeedback(_feedback.Name);
        _session.Gl.EndTransformFeedback();
        Count(on: false);
        _isOpen = false;
        for (int buffer = 0; buffer < BufferCount; buffer++)
        {
            if (_layout!.StridesInWords[buffer] == 0) continue;
            _verticesBefore[buffer] += _written[_streamOfBuffer[buffer]].Result() * VerticesPer(_primitive);
        }
    }

    private bool HasBuffers(StreamOutputLayout layout)
    {
        for (int buffer = 0; buffer < BufferCount; buffer++)
        {
            if (layout.StridesInWords[buffer] > 0 && (buffer >= _targets.Length || _targets[buffer] is null)) return false;
        }

        return true;
    }

    /// <summary>Binds what is left of each target after the vertices written before; false when one is full.</summary>
    private bool BindBuffers(StreamOutputLayout layout)
    {
        Array.Clear(_streamOfBuffer);
        foreach (Shaders.StreamOutput output in layout.Outputs) _streamOfBuffer[output.Buffer] = output.Stream;
        for (int buffer = 0; buffer < BufferCount; buffer++)
        {
            GlBufferRange range = default;
            if (layout.StridesInWords[buffer] > 0)
            {
                GlBufferRange whole = _targets[buffer]!.Range;
                ulong written = _verticesBefore[buffer] * (ulong)layout.StridesInWords[buffer] * sizeof(uint);
                if (written >= whole.Size) return false;
                range = new GlBufferRange(whole.Buffer, whole.Offset + (nint)written, whole.Size - (nuint)written);
            }

            _feedback.SetBuffer((uint)buffer, range);
        }

        return true;
    }
}
