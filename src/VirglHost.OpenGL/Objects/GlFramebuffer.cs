namespace VirglHost.OpenGL.Objects;

/// <summary>
/// A framebuffer object, its attachments and draw buffers; setters emit differences only. Framebuffers are not shared between
/// contexts: create, edit and dispose it with its own context current.
/// </summary>
public sealed class GlFramebuffer : IDisposable
{
    private const int ColorCount = 8;
    private const int DepthSlot = ColorCount;
    private const int StencilSlot = ColorCount + 1;

    private readonly GlShareGroup _group;
    private readonly Cached<Attachment>[] _attachments = new Cached<Attachment>[ColorCount + 2];
    private readonly GLEnum[] _drawBuffers = new GLEnum[ColorCount];
    private int _drawBufferCount;
    private GLEnum _readBuffer = GLEnum.ColorAttachment0;
    private Cached<Defaults> _defaults;
    private bool _disposed;

    private GlFramebuffer(GlShareGroup group)
    {
        _group = group;
        Name = group.Gl.CreateFramebuffer();
        Cached<Attachment>.Fill(_attachments, default);
        _drawBuffers[0] = GLEnum.ColorAttachment0;
        _drawBufferCount = 1;
        group.Add(this);
    }

    /// <summary>GL name.</summary>
    public uint Name { get; }

    /// <summary>Makes an empty framebuffer in the current context.</summary>
    public static GlFramebuffer Create(GlShareGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new GlFramebuffer(group);
    }

    /// <summary>Attaches a level of a texture with all its layers.</summary>
    /// <param name="attachment"><c>ColorAttachment0</c>..7, <c>DepthAttachment</c>, <c>StencilAttachment</c> or <c>DepthStencilAttachment</c>.</param>
    /// <param name="texture">Texture name, 0 detaches.</param>
    /// <param name="level">Level.</param>
    public void Attach(GLEnum attachment, uint texture, int level)
    {
        if (Change(attachment, new Attachment(texture, texture == 0 ? 0 : level, -1))) _group.Gl.NamedFramebufferTexture(Name, attachment, texture, level);
    }

    /// <summary>Attaches one layer (or cube face, or 3D slice) of a level of a texture.</summary>
    public void AttachLayer(GLEnum attachment, uint texture, int level, int layer)
    {
        if (Change(attachment, new Attachment(texture, level, layer))) _group.Gl.NamedFramebufferTextureLayer(Name, attachment, texture, level, layer);
    }

    /// <summary>Leaves an attachment empty.</summary>
    public void Detach(GLEnum attachment) => Attach(attachment, 0, 0);

    /// <summary>Leaves every attachment empty.</summary>
    public void DetachAll()
    {
        for (int i = 0; i < ColorCount; i++) Detach((GLEnum)((uint)GLEnum.ColorAttachment0 + i));
        Detach(GLEnum.DepthStencilAttachment);
    }

    /// <summary>Chooses what fragment outputs 0.. write to, at most 8.</summary>
    public void SetDrawBuffers(ReadOnlySpan<GLEnum> buffers)
    {
        if (_drawBuffers.AsSpan(0, _drawBufferCount).SequenceEqual(buffers)) return;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(buffers.Length, ColorCount);
        _group.Gl.NamedFramebufferDrawBuffers(Name, buffers);
        buffers.CopyTo(_drawBuffers);
        _drawBufferCount = buffers.Length;
    }

    /// <summary>Chooses what reads and copies read from.</summary>
    public void SetReadBuffer(GLEnum buffer)
    {
        if (_readBuffer == buffer) return;
        _readBuffer = buffer;
        _group.Gl.NamedFramebufferReadBuffer(Name, buffer);
    }

    /// <summary>Sets the size that counts while nothing is attached.</summary>
    public void SetDefaults(uint width, uint height, uint layers, uint samples)
    {
        if (!_defaults.Change(new Defaults(width, height, layers, samples))) return;
        GL gl = _group.Gl;
        gl.NamedFramebufferParameteri(Name, GLEnum.FramebufferDefaultWidth, (int)width);
        gl.NamedFramebufferParameteri(Name, GLEnum.FramebufferDefaultHeight, (int)height);
        gl.NamedFramebufferParameteri(Name, GLEnum.FramebufferDefaultLayers, (int)layers);
        gl.NamedFramebufferParameteri(Name, GLEnum.FramebufferDefaultSamples, (int)samples);
    }

    /// <summary>Completeness for drawing or reading (<c>DrawFramebuffer</c> or <c>ReadFramebuffer</c>).</summary>
    public GLEnum Status(GLEnum target) => _group.Gl.CheckNamedFramebufferStatus(Name, target);

    /// <summary>Deletes the framebuffer.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _group.Remove(this);
        _group.Gl.DeleteFramebuffer(Name);
        _group.ForgetFramebuffer(Name);
    }

    internal void ForgetTexture(uint name)
    {
        foreach (ref Cached<Attachment> attachment in _attachments.AsSpan())
        {
            if (attachment.Value.Texture == name) attachment = default;
        }
    }

    private bool Change(GLEnum attachment, in Attachment value)
    {
        switch (attachment)
        {
            case GLEnum.DepthAttachment: return _attachments[DepthSlot].Change(value);
            case GLEnum.StencilAttachment: return _attachments[StencilSlot].Change(value);
            case GLEnum.DepthStencilAttachment:
                bool depth = _attachments[DepthSlot].Change(value);
                return _attachments[StencilSlot].Change(value) || depth;
            default: return _attachments[(int)((uint)attachment - (uint)GLEnum.ColorAttachment0)].Change(value);
        }
    }

    private readonly record struct Attachment(uint Texture, int Level, int Layer)
    {
        // The default stands for "nothing attached", as does a detached texture 0.
        public bool Equals(Attachment other) => Texture == other.Texture && (Texture == 0 || (Level == other.Level && Layer == other.Layer));

        public override int GetHashCode() => (int)Texture;
    }

    private readonly record struct Defaults(uint Width, uint Height, uint Layers, uint Samples);
}
