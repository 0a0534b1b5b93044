namespace VirglHost.OpenGL.Objects;

/// <summary>
/// A ring of segments in one persistently mapped buffer for data that is written once and read by the next draws. A segment is
/// fenced when the ring leaves it and waited for when the ring comes back to it. A range may be used by draws only while
/// <see cref="Generation"/> is what it was when the range was handed out.
/// </summary>
public sealed class GlStreamBuffer : IDisposable
{
    private const int SegmentCount = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly GL _gl;
    private readonly GlBuffer _buffer;
    private readonly GlMappedMemory _memory;
    private readonly GlFence?[] _fences = new GlFence?[SegmentCount];
    private readonly int _segmentSize;
    private readonly int _alignment;
    private int _segment;
    private int _used;

    /// <summary>Allocates and maps the ring.</summary>
    /// <param name="group">Share group.</param>
    /// <param name="segmentSize">Bytes of each of the 4 segments, which bounds one upload; rounded up to the alignment.</param>
    /// <param name="alignment">Alignment of every range, a power of two, such as the host's uniform buffer offset alignment.</param>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.OutOfMemory"/>.</exception>
    public GlStreamBuffer(GlShareGroup group, int segmentSize, int alignment)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(segmentSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segmentSize, 1 << 28);
        if (alignment <= 0 || !int.IsPow2(alignment)) throw new ArgumentOutOfRangeException(nameof(alignment));
        _gl = group.Gl;
        _alignment = alignment;
        _segmentSize = Align(segmentSize);
        GLEnum access = GLEnum.MapWriteBit | GLEnum.MapPersistentBit | GLEnum.MapCoherentBit;
        _buffer = GlBuffer.Create(group, (nuint)_segmentSize * SegmentCount, access);
        _memory = _gl.MapNamedBufferRange(_buffer.Name, 0, _segmentSize * SegmentCount, access);
    }

    /// <summary>Changes whenever the ring enters another segment; ranges of an earlier generation may be overwritten.</summary>
    public int Generation { get; private set; }

    /// <summary>Largest upload in bytes.</summary>
    public int SegmentSize => _segmentSize;

    /// <summary>GL name of the buffer.</summary>
    public uint Name => _buffer.Name;

    /// <summary>Copies bytes into the ring.</summary>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.ContextReset"/>: the GPU did not come free in time.</exception>
    public GlBufferRange Upload(ReadOnlySpan<byte> source)
    {
        source.CopyTo(Reserve(source.Length, out GlBufferRange range));
        return range;
    }

    /// <summary>Hands out bytes of the ring to be written before the next draw. Their contents are undefined; don't read them.</summary>
    /// <param name="size">Bytes, 1 to <see cref="SegmentSize"/>.</param>
    /// <param name="range">Where they are for GL.</param>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.ContextReset"/>: the GPU did not come free in time.</exception>
    public Span<byte> Reserve(int size, out GlBufferRange range)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, _segmentSize);
        if (size > _segmentSize - _used) EnterNextSegment();
        int offset = (_segment * _segmentSize) + _used;
        _used = Math.Min(Align(_used + size), _segmentSize);
        range = new GlBufferRange(_buffer.Name, offset, (nuint)size);
        return _memory.Span.Slice(offset, size);
    }

    /// <summary>Unmaps and deletes the ring.</summary>
    public void Dispose()
    {
        foreach (GlFence? fence in _fences) fence?.Dispose();
        Array.Clear(_fences);
        _memory.Dispose();
        _buffer.Dispose();
    }

    private void EnterNextSegment()
    {
        _fences[_segment]?.Dispose();
        _fences[_segment] = GlFence.Insert(_gl);
        _segment = (_segment + 1) % SegmentCount;
        _used = 0;
        Generation = unchecked(Generation + 1);
        if (_fences[_segment] is not { } fence) return;
        if (fence.Wait(LongestWait) != GlFenceStatus.Signaled)
        {
            GlFaultCheck.ThrowIfReset(_gl);
            throw new HostFaultException(HostFault.ContextReset, "The GPU did not finish with a stream segment in 10 seconds.");
        }

        fence.Dispose();
        _fences[_segment] = null;
    }

    private int Align(int value) => (value + _alignment - 1) & ~(_alignment - 1);
}
