namespace VirglHost.OpenGL.Objects;

/// <summary>
/// A ring of persistently mapped buffers, its segments, for data that is written once and read by the next draws. A segment is made when the ring enters it for the
/// first time (drivers in software clear its memory, which took a fifth of what came before a client's first frame), fenced when the ring leaves it and waited for
/// when the ring comes back to it. A range may be used by draws only while <see cref="Generation"/> is what it was when the range was handed out.
/// </summary>
public sealed class GlStreamBuffer : IDisposable
{
    private const int SegmentCount = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly GlShareGroup _group;
    private readonly GlBuffer?[] _buffers = new GlBuffer?[SegmentCount];
    private readonly GlMappedMemory?[] _memory = new GlMappedMemory?[SegmentCount];
    private readonly GlFence?[] _fences = new GlFence?[SegmentCount];
    private readonly int _segmentSize;
    private readonly int _alignment;
    private int _segment;
    private int _used;

    /// <summary>Makes a ring; GL is not asked for anything before the first upload.</summary>
    /// <param name="group">Share group.</param>
    /// <param name="segmentSize">Bytes of each of the 4 segments, which bounds one upload; rounded up to the alignment.</param>
    /// <param name="alignment">Alignment of every range, a power of two, such as the host's uniform buffer offset alignment.</param>
    public GlStreamBuffer(GlShareGroup group, int segmentSize, int alignment)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(segmentSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segmentSize, 1 << 28);
        if (alignment <= 0 || !int.IsPow2(alignment)) throw new ArgumentOutOfRangeException(nameof(alignment));
        _group = group;
        _alignment = alignment;
        _segmentSize = Align(segmentSize);
    }

    /// <summary>Changes whenever the ring enters another segment; ranges of an earlier generation may be overwritten.</summary>
    public int Generation { get; private set; }

    /// <summary>Largest upload in bytes.</summary>
    public int SegmentSize => _segmentSize;

    /// <summary>Copies bytes into the ring.</summary>
    /// <exception cref="HostFaultException">
    /// Kind <see cref="HostFault.ContextReset"/>: the GPU did not come free in time. Kind <see cref="HostFault.OutOfMemory"/>: no memory for a segment.
    /// </exception>
    public GlBufferRange Upload(ReadOnlySpan<byte> source)
    {
        source.CopyTo(Reserve(source.Length, out GlBufferRange range));
        return range;
    }

    /// <summary>Hands out bytes of the ring to be written before the next draw. Their contents are undefined; don't read them.</summary>
    /// <param name="size">Bytes, 1 to <see cref="SegmentSize"/>.</param>
    /// <param name="range">Where they are for GL.</param>
    /// <exception cref="HostFaultException">
    /// Kind <see cref="HostFault.ContextReset"/>: the GPU did not come free in time. Kind <see cref="HostFault.OutOfMemory"/>: no memory for a segment.
    /// </exception>
    public Span<byte> Reserve(int size, out GlBufferRange range)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, _segmentSize);
        if (size > _segmentSize - _used) EnterNextSegment();
        GlMappedMemory memory = _memory[_segment] ?? MakeSegment();
        range = new GlBufferRange(_buffers[_segment]!.Name, _used, (nuint)size);
        Span<byte> bytes = memory.Span.Slice(_used, size);
        _used = Math.Min(Align(_used + size), _segmentSize);
        return bytes;
    }

    /// <summary>Unmaps and deletes the ring.</summary>
    public void Dispose()
    {
        foreach (GlFence? fence in _fences) fence?.Dispose();
        Array.Clear(_fences);
        foreach (GlMappedMemory? memory in _memory) memory?.Dispose();
        foreach (GlBuffer? buffer in _buffers) buffer?.Dispose();
    }

    private GlMappedMemory MakeSegment()
    {
        GLEnum access = GLEnum.MapWriteBit | GLEnum.MapPersistentBit | GLEnum.MapCoherentBit;
        GlBuffer buffer = _buffers[_segment] = GlBuffer.Create(_group, (nuint)_segmentSize, access);
        GlMappedMemory memory = _group.Gl.MapNamedBufferRange(buffer.Name, 0, _segmentSize, access);
        _memory[_segment] = memory;
        return memory;
    }

    private void EnterNextSegment()
    {
        _fences[_segment]?.Dispose();
        _fences[_segment] = GlFence.Insert(_group.Gl);
        _segment = (_segment + 1) % SegmentCount;
        _used = 0;
        Generation = unchecked(Generation + 1);
        if (_fences[_segment] is not { } fence) return;
        if (fence.Wait(LongestWait) != GlFenceStatus.Signaled)
        {
            GlFaultCheck.ThrowIfReset(_group.Gl);
            throw new HostFaultException(HostFault.ContextReset, "The GPU did not finish with a stream segment in 10 seconds.");
        }

        fence.Dispose();
        _fences[_segment] = null;
    }

    private int Align(int value) => (value + _alignment - 1) & ~(_alignment - 1);
}
