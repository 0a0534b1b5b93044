namespace VirglHost.OpenGL.Objects;

/// <summary>
/// A vertex array object and what it holds; setters emit differences only. Vertex arrays are not shared between contexts: create,
/// edit and dispose it with its own context current.
/// </summary>
public sealed class GlVertexArray : IDisposable
{
    private readonly GlShareGroup _group;
    private readonly Cached<GlVertexAttribute>[] _attributes;
    private readonly Cached<VertexBuffer>[] _buffers;
    private readonly Cached<uint>[] _divisors;
    private Cached<uint> _elementBuffer;
    private bool _disposed;

    private GlVertexArray(GlShareGroup group)
    {
        _group = group;
        Name = group.Gl.CreateVertexArray();
        _attributes = new Cached<GlVertexAttribute>[Math.Max(group.Limits.MaxVertexAttribs, 16)];
        _buffers = new Cached<VertexBuffer>[Math.Max(group.Limits.MaxVertexAttribBindings, 16)];
        _divisors = new Cached<uint>[_buffers.Length];
        Cached<uint>.Fill(_divisors, 0);
        _elementBuffer = Cached<uint>.Of(0);
        group.Add(this);
    }

    /// <summary>GL name.</summary>
    public uint Name { get; }

    /// <summary>Makes an empty vertex array in the current context.</summary>
    public static GlVertexArray Create(GlShareGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new GlVertexArray(group);
    }

    /// <summary>Sets one attribute's format and binding.</summary>
    public void SetAttribute(uint index, in GlVertexAttribute value)
    {
        ref Cached<GlVertexAttribute> cached = ref _attributes[index];
        if (cached.Holds(value)) return;
        GlVertexAttribute old = cached.Value;
        bool all = !cached.IsKnown;
        if (all || old.Enabled != value.Enabled)
        {
            if (value.Enabled) _group.Gl.EnableVertexArrayAttrib(Name, index);
            else _group.Gl.DisableVertexArrayAttrib(Name, index);
        }

        if (value.Enabled)
        {
            SetFormat(index, value);
            if (all || !old.Enabled || old.Binding != value.Binding) _group.Gl.VertexArrayAttribBinding(Name, index, value.Binding);
        }

        cached = Cached<GlVertexAttribute>.Of(value);
    }

    /// <summary>Disables every attribute from an index on.</summary>
    public void DisableFrom(uint index)
    {
        for (uint i = index; i < _attributes.Length; i++)
        {
            ref Cached<GlVertexAttribute> cached = ref _attributes[i];
            if (cached.IsKnown && cached.Value.Enabled) _group.Gl.DisableVertexArrayAttrib(Name, i);
            if (cached.IsKnown) cached.Value = cached.Value with { Enabled = false };
        }
    }

    /// <summary>Binds a vertex buffer, 0 for none.</summary>
    public void SetBuffer(uint binding, uint buffer, nint offset, uint stride)
    {
        if (_buffers[binding].Change(new VertexBuffer(buffer, offset, stride))) _group.Gl.VertexArrayVertexBuffer(Name, binding, buffer, offset, stride);
    }

    /// <summary>Sets after how many instances a binding advances, 0 for every vertex.</summary>
    public void SetDivisor(uint binding, uint divisor)
    {
        if (_divisors[binding].Change(divisor)) _group.Gl.VertexArrayBindingDivisor(Name, binding, divisor);
    }

    /// <summary>Binds the index buffer, 0 for none.</summary>
    public void SetElementBuffer(uint buffer)
    {
        if (_elementBuffer.Change(buffer)) _group.Gl.VertexArrayElementBuffer(Name, buffer);
    }

    /// <summary>Deletes the object.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _group.Remove(this);
        _group.Gl.DeleteVertexArray(Name);
        _group.ForgetVertexArray(Name);
    }

    internal void ForgetBuffer(uint name)
    {
        foreach (ref Cached<VertexBuffer> buffer in _buffers.AsSpan())
        {
            if (buffer.Value.Name == name) buffer = default;
        }

        if (_elementBuffer.Value == name) _elementBuffer = default;
    }

    private void SetFormat(uint index, in GlVertexAttribute value)
    {
        switch (value.Kind)
        {
            case GlVertexKind.Integer: _group.Gl.VertexArrayAttribIFormat(Name, index, value.Size, value.Type, value.RelativeOffset); break;
            case GlVertexKind.Double: _group.Gl.VertexArrayAttribLFormat(Name, index, value.Size, value.Type, value.RelativeOffset); break;
            default: _group.Gl.VertexArrayAttribFormat(Name, index, value.Size, value.Type, value.Normalized, value.RelativeOffset); break;
        }
    }

    private readonly record struct VertexBuffer(uint Name, nint Offset, uint Stride);
}
