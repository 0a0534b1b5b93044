namespace VirglHost.OpenGL.Objects;

/// <summary>A buffer whose storage never changes its size. Shared by all contexts of the group.</summary>
public sealed class GlBuffer : IDisposable
{
    private readonly GlShareGroup _group;
    private bool _disposed;

    private GlBuffer(GlShareGroup group, uint name, nuint size)
    {
        _group = group;
        Name = name;
        Size = size;
    }

    /// <summary>GL name.</summary>
    public uint Name { get; }

    /// <summary>Length in bytes.</summary>
    public nuint Size { get; }

    /// <summary>The whole buffer as a range.</summary>
    public GlBufferRange Range => new(Name, 0, Size);

    /// <summary>Allocates a buffer with undefined contents.</summary>
    /// <param name="group">Share group.</param>
    /// <param name="size">Length in bytes, above 0.</param>
    /// <param name="storageFlags">Bits such as <c>DynamicStorageBit</c>, which <see cref="Write"/> needs.</param>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.OutOfMemory"/>.</exception>
    public static GlBuffer Create(GlShareGroup group, nuint size, GLEnum storageFlags)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfZero(size);
        GlFaultCheck.DrainErrors(group.Gl);
        uint name = group.Gl.CreateBuffer();
        group.ReadMail();
        group.Gl.NamedBufferStorage(name, size, storageFlags);
        return Require(group, name, size);
    }

    /// <summary>Allocates a buffer with contents.</summary>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.OutOfMemory"/>.</exception>
    public static GlBuffer Create(GlShareGroup group, ReadOnlySpan<byte> contents, GLEnum storageFlags)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfZero(contents.Length, nameof(contents));
        GlFaultCheck.DrainErrors(group.Gl);
        uint name = group.Gl.CreateBuffer();
        group.ReadMail();
        group.Gl.NamedBufferStorage(name, contents, storageFlags);
        return Require(group, name, (nuint)contents.Length);
    }

    /// <summary>Makes a buffer that lives in memory of the caller's (GL_AMD_pinned_memory): what either side writes, the other sees.</summary>
    /// <param name="group">Share group.</param>
    /// <param name="address">First byte, at the start of a page.</param>
    /// <param name="size">Length in bytes, above 0. The memory behind it reaches to the end of the last page, and lives until no context's work can touch it any more.</param>
    /// <exception cref="HostFaultException">The driver does not take this memory.</exception>
    // SAFETY: GL reads and writes [address, address + size) until the buffer's last use; the caller owns that memory and promises its lifetime.
    public static unsafe GlBuffer CreatePinned(GlShareGroup group, nint address, nuint size)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfZero(address);
        ArgumentOutOfRangeException.ThrowIfZero(size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(address % Environment.SystemPageSize, 0, nameof(address));
        GlFaultCheck.DrainErrors(group.Gl);
        uint name = group.Gl.CreateBuffer();
        group.ReadMail();
        group.Gl.BindBuffer(GLEnum.ExternalVirtualMemoryBufferAmd, name);
        group.Gl.BufferData(GLEnum.ExternalVirtualMemoryBufferAmd, size, (void*)address, GLEnum.DynamicDraw);
        group.Gl.BindBuffer(GLEnum.ExternalVirtualMemoryBufferAmd, 0);
        return Require(group, name, size);
    }

    /// <summary>Writes bytes; the range must lie inside the buffer.</summary>
    public void Write(nint offset, ReadOnlySpan<byte> source)
    {
        RequireInside(offset, source.Length);
        if (!source.IsEmpty) _group.Gl.NamedBufferSubData(Name, offset, source);
    }

    /// <summary>Reads bytes, waiting for the GPU; the range must lie inside the buffer.</summary>
    public void Read(nint offset, Span<byte> destination)
    {
        RequireInside(offset, destination.Length);
        if (!destination.IsEmpty) _group.Gl.GetNamedBufferSubData(Name, offset, destination);
    }

    /// <summary>Deletes the buffer; mappings end.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _group.ForgetBuffer(Name);
        _group.Gl.DeleteBuffer(Name);
    }

    private static GlBuffer Require(GlShareGroup group, uint name, nuint size)
    {
        GLEnum error = group.Gl.GetError();
        if (error == GLEnum.NoError) return new GlBuffer(group, name, size);
        group.Gl.DeleteBuffer(name);
        throw new HostFaultException(error == GLEnum.OutOfMemory ? HostFault.OutOfMemory : HostFault.Unsupported, $"Buffer of {size} bytes refused with {error}.");
    }

    private void RequireInside(nint offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if ((ulong)offset + (ulong)length > Size) throw new ArgumentOutOfRangeException(nameof(offset), $"{length} bytes at {offset} leave the buffer of {Size} bytes.");
    }
}
