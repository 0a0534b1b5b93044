using VirglHost.CommandStream;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.State;

/// <summary>What a SURFACE object says, whichever of its two payloads it came in.</summary>
internal readonly record struct SurfaceShape(VirglFormat Format, uint Level, uint FirstLayer, uint LastLayer);

/// <summary>A SURFACE object: one level of a resource, one layer or all of them, seen in a format; what a framebuffer attaches.</summary>
internal sealed class SurfaceState : GuestObject
{
    private readonly FramebufferCache _framebuffers;
    private readonly GlTexture? _view;

    /// <summary>Checks the shape against the resource and makes a texture view where the format differs from the storage.</summary>
    public SurfaceState(GlSession session, FramebufferCache framebuffers, FormatTable formats, RenderResource resource, in SurfaceShape shape)
        : base(VirglObjectType.Surface)
    {
        if (!formats.TryGet(shape.Format, out FormatRow? row))
        {
            throw GuestFaults.IllegalFormat(shape.Format, VirglObjectType.Surface);
        }

        _framebuffers = framebuffers;
        Resource = resource;
        Format = row;
        Serial = framebuffers.NextSerial();
        if (resource.Texture is not { } texture)
        {
            // A buffer may be wrapped in a surface, but nothing can be drawn into it.
            resource.Retain();
            return;
        }

        if (shape.Level > resource.Description.LastLevel)
        {
            throw GuestFaults.IllegalCommandBuffer($"surface of level {shape.Level} of a resource that ends at {resource.Description.LastLevel}");
        }

        Level = (int)shape.Level;
        int layers = resource.Description.Target == CommandStream.Gallium.PipeTarget.Texture3D ? resource.LevelDepth(Level) : resource.LayerCount;
        if (shape.FirstLayer >= layers || shape.LastLayer < shape.FirstLayer)
        {
            throw GuestFaults.IllegalCommandBuffer($"surface of layers {shape.FirstLayer}..{shape.LastLayer} of a resource that has {layers}");
        }

        Layer = (int)shape.FirstLayer;
        LayerCount = (int)Math.Min(shape.LastLayer, (uint)(layers - 1)) - Layer + 1;
        HasLayers = layers > 1;
        Texture = texture.Name;
        bool isOtherFormat = row.InternalFormat != resource.Format.InternalFormat && formats.CanView(resource.Format, row);
        // GL attaches one layer or all of them: a range needs a view that has no other layers. Slices of a volume cannot be viewed apart.
        bool isRange = LayerCount > 1 && LayerCount < layers && resource.Description.Target != CommandStream.Gallium.PipeTarget.Texture3D;
        if (isOtherFormat || isRange)
        {
            _view = GlTexture.CreateView(session.Group, texture, new GlTextureViewShape
            {
                Target = isRange ? ArrayOf(texture.Target) : texture.Target,
                InternalFormat = isOtherFormat ? row.InternalFormat : resource.Format.InternalFormat,
                FirstLevel = 0,
                LevelCount = resource.Description.LastLevel + 1,
                FirstLayer = isRange ? (uint)Layer : 0,
                LayerCount = isRange ? (uint)LayerCount : resource.Description.Target == CommandStream.Gallium.PipeTarget.Texture3D ? 1 : (uint)resource.LayerCount,
            });
            Texture = _view.Name;
        }

        resource.Retain();
    }

    /// <summary>Unique within the sub-context and never used again, unlike a handle or a GL name.</summary>
    public long Serial { get; }

    /// <summary>The resource drawn into.</summary>
    public RenderResource Resource { get; }

    /// <summary>The surface's format, which may differ from the resource's.</summary>
    public FormatRow Format { get; }

    /// <summary>GL texture to attach; 0 where the resource is a buffer.</summary>
    public uint Texture { get; }

    /// <summary>Mip level.</summary>
    public int Level { get; }

    /// <summary>First layer, face or slice.</summary>
    public int Layer { get; }

    /// <summary>Layers from <see cref="Layer"/> on; more than one attaches the whole level.</summary>
    public int LayerCount { get; } = 1;

    /// <summary>The texture has layers, so that a single one has to be named.</summary>
    public bool HasLayers { get; }

    /// <summary>Width in texels.</summary>
    public int Width => Resource.LevelWidth(Level);

    /// <summary>Height in texels.</summary>
    public int Height => Resource.LevelHeight(Level);

    /// <summary>Attaches this surface to <paramref name="framebuffer"/>.</summary>
    public void AttachTo(GlFramebuffer framebuffer, GLEnum attachment)
    {
        if (HasLayers && LayerCount == 1)
        {
            framebuffer.AttachLayer(attachment, Texture, Level, Layer);
        }
        else
        {
            framebuffer.Attach(attachment, Texture, Level);
        }
    }

    private static GLEnum ArrayOf(GLEnum target) => target switch
    {
        GLEnum.TextureCubeMap or GLEnum.TextureCubeMapArray => GLEnum.Texture2DArray,
        _ => target,
    };

    /// <inheritdoc/>
    protected override void DisposeNames(GlSession session)
    {
        _framebuffers.Evict(this);
        _view?.Dispose();
        Resource.Release(session);
    }
}
