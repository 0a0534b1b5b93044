namespace VirglHost.OpenGL.Objects;

/// <summary>A texture with immutable storage, a view of one, or a buffer texture. Shared by all contexts of the group.</summary>
public sealed class GlTexture : IDisposable
{
    private readonly GlShareGroup _group;
    private bool _disposed;

    private GlTexture(GlShareGroup group, uint name, in GlTextureShape shape)
    {
        _group = group;
        Name = name;
        Shape = shape;
    }

    /// <summary>GL name.</summary>
    public uint Name { get; }

    /// <summary>Target, format and size; for a view those of the view.</summary>
    public GlTextureShape Shape { get; }

    /// <summary>Texture target.</summary>
    public GLEnum Target => Shape.Target;

    /// <summary>Allocates a texture.</summary>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.OutOfMemory"/>, or <see cref="HostFault.Unsupported"/> when GL refuses the shape.</exception>
    public static GlTexture Create(GlShareGroup group, in GlTextureShape shape)
    {
        ArgumentNullException.ThrowIfNull(group);
        GL gl = group.Gl;
        GlFaultCheck.DrainErrors(gl);
        uint name = gl.CreateTexture(shape.Target);
        group.ReadMail();
        Allocate(gl, name, shape);
        Require(gl, name, $"{shape}");
        return new GlTexture(group, name, shape);
    }

    /// <summary>Makes a view of another texture's storage, which stays alive as long as the view.</summary>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.Unsupported"/> when GL refuses the pair of formats or targets.</exception>
    public static GlTexture CreateView(GlShareGroup group, GlTexture origin, in GlTextureViewShape view)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(origin);
        GL gl = group.Gl;
        GlFaultCheck.DrainErrors(gl);
        uint name = gl.GenTexture();
        group.ReadMail();
        gl.TextureView(name, view.Target, origin.Name, view.InternalFormat, view.FirstLevel, view.LevelCount, view.FirstLayer, view.LayerCount);
        Require(gl, name, $"{view} of {origin.Shape}");
        GlTextureShape shape = origin.Shape with
        {
            Target = view.Target,
            InternalFormat = view.InternalFormat,
            Width = Math.Max(origin.Shape.Width >> (int)view.FirstLevel, 1),
            Height = Math.Max(origin.Shape.Height >> (int)view.FirstLevel, 1),
            Depth = view.Target == GLEnum.Texture3D ? Math.Max(origin.Shape.Depth >> (int)view.FirstLevel, 1) : view.LayerCount,
            LevelCount = view.LevelCount,
        };
        return new GlTexture(group, name, shape);
    }

    /// <summary>Makes a buffer texture over a range of a buffer; the width is the range's length in texels.</summary>
    /// <exception cref="HostFaultException">Kind <see cref="HostFault.Unsupported"/> when GL refuses format or range.</exception>
    public static GlTexture CreateBufferView(GlShareGroup group, GLEnum internalFormat, in GlBufferRange range)
    {
        ArgumentNullException.ThrowIfNull(group);
        GL gl = group.Gl;
        GlFaultCheck.DrainErrors(gl);
        uint name = gl.CreateTexture(GLEnum.TextureBuffer);
        group.ReadMail();
        gl.TextureBufferRange(name, internalFormat, range.Buffer, range.Offset, range.Size);
        Require(gl, name, $"{internalFormat} over {range}");
        uint width = (uint)Math.Max(gl.GetTextureLevelParameter(name, 0, GLEnum.TextureWidth), 0);
        return new GlTexture(group, name, new GlTextureShape(GLEnum.TextureBuffer, internalFormat, width));
    }

    /// <summary>Deletes the texture.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _group.ForgetTexture(Name);
        _group.Gl.DeleteTexture(Name);
    }

    private static void Allocate(GL gl, uint name, in GlTextureShape s)
    {
        switch (s.Target)
        {
            case GLEnum.Texture1D: gl.TextureStorage1D(name, s.LevelCount, s.InternalFormat, s.Width); break;
            case GLEnum.Texture1DArray: gl.TextureStorage2D(name, s.LevelCount, s.InternalFormat, s.Width, s.Depth); break;
            case GLEnum.Texture2D or GLEnum.TextureRectangle or GLEnum.TextureCubeMap: gl.TextureStorage2D(name, s.LevelCount, s.InternalFormat, s.Width, s.Height); break;
            case GLEnum.Texture3D or GLEnum.Texture2DArray or GLEnum.TextureCubeMapArray:
                gl.TextureStorage3D(name, s.LevelCount, s.InternalFormat, s.Width, s.Height, s.Depth);
                break;
            case GLEnum.Texture2DMultisample: gl.TextureStorage2DMultisample(name, s.SampleCount, s.InternalFormat, s.Width, s.Height, true); break;
            case GLEnum.Texture2DMultisampleArray:
                gl.TextureStorage3DMultisample(name, s.SampleCount, s.InternalFormat, s.Width, s.Height, s.Depth, true);
                break;
            default: throw new ArgumentException($"{s.Target} has no immutable storage of its own.");
        }
    }

    private static void Require(GL gl, uint name, string what)
    {
        GLEnum error = gl.GetError();
        if (error == GLEnum.NoError) return;
        gl.DeleteTexture(name);
        throw new HostFaultException(error == GLEnum.OutOfMemory ? HostFault.OutOfMemory : HostFault.Unsupported, $"Texture {what} refused with {error}.");
    }
}
