namespace VirglHost.OpenGL.Objects;

/// <summary>
/// A mapped range of a buffer. The view is valid until disposed; the owner disposes it before the buffer's name is deleted.
/// Owner thread only.
/// </summary>
// SAFETY: the pointer is GL's mapping of exactly that many bytes, and is cleared when it ends.
public sealed unsafe class GlMappedMemory : IDisposable
{
    private readonly GL _gl;
    private readonly uint _buffer;
    private readonly int _length;
    private byte* _pointer;

    internal GlMappedMemory(GL gl, uint buffer, byte* pointer, int length)
    {
        _gl = gl;
        _buffer = buffer;
        _pointer = pointer;
        _length = length;
    }

    /// <summary>Length of the range in bytes.</summary>
    public int Length => _length;

    /// <summary>The range's bytes.</summary>
    /// <exception cref="ObjectDisposedException">The range was unmapped.</exception>
    public Span<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pointer == null, this);
            // SAFETY: GL mapped exactly this many bytes and keeps them until unmapping, which clears the pointer.
            return new Span<byte>(_pointer, _length);
        }
    }

    /// <summary>Unmaps the buffer.</summary>
    public void Dispose()
    {
        if (_pointer == null) return;
        _pointer = null;
        _gl.UnmapNamedBuffer(_buffer);
    }
}
