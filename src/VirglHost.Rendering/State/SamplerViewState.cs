using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.State;

/// <summary>Four swizzle selectors, red first.</summary>
internal readonly record struct ViewSwizzle(Swizzle R, Swizzle G, Swizzle B, Swizzle A)
{
    /// <summary>Selects every channel as it is.</summary>
    public static ViewSwizzle Identity { get; } = new(Swizzle.X, Swizzle.Y, Swizzle.Z, Swizzle.W);

    /// <summary>Selector <paramref name="index"/>, 0 to 3.</summary>
    public Swizzle this[int index] => index switch { 0 => R, 1 => G, 2 => B, _ => A };

    /// <summary>This swizzle applied to what <paramref name="format"/> gives.</summary>
    public ViewSwizzle Over(ViewSwizzle format) => new(Select(R, format), Select(G, format), Select(B, format), Select(A, format));

    private static Swizzle Select(Swizzle own, ViewSwizzle format) => own <= Swizzle.W ? format[(int)own] : own;
}

/// <summary>
/// A SAMPLER_VIEW object: always a GL texture of its own, because base level and swizzle are per texture in GL and one resource may be bound through
/// two views.
/// </summary>
internal sealed class SamplerViewState : GuestObject
{
    private readonly GlTexture? _texture;
    private readonly RenderResource _resource;
    private readonly GlTextureViewShape _shape;
    private GlTexture? _shadowTexture;

    /// <summary>Checks the view against its resource and makes the GL view.</summary>
    public SamplerViewState(GlSession session, FormatTable formats, RenderResource resource, in SamplerViewObject source)
        : base(VirglObjectType.SamplerView)
    {
        if (!formats.TryGet(source.Format, out FormatRow? format))
        {
            throw GuestFaults.IllegalFormat(source.Format, VirglObjectType.SamplerView);
        }

        ViewSwizzle own = new(source.SwizzleR, source.SwizzleG, source.SwizzleB, source.SwizzleA);
        Swizzle = own.Over(new ViewSwizzle(format.Swizzle.R, format.Swizzle.G, format.Swizzle.B, format.Swizzle.A));
        IsAlphaInRed = format.IsAlphaInRed;
        IsBuffer = resource.IsBuffer;
        HasDepth = resource.Format.HasDepth && !format.IsStencilOnlyView;
        _resource = resource;
        if (IsBuffer)
        {
            _texture = BufferView(session, resource, format, source);
        }
        else if (resource.Texture is { } origin)
        {
            _shape = Shape(formats, resource, format, source);
            _texture = GlTexture.CreateView(session.Group, origin, _shape);
            Finish(session.Gl, _texture.Name, Swizzle, format.IsStencilOnlyView, resource);
        }

        resource.Retain();
    }

    /// <summary>Swizzle of view and format together.</summary>
    public ViewSwizzle Swizzle { get; }

    /// <summary>Alpha is stored in red.</summary>
    public bool IsAlphaInRed { get; }

    /// <summary>A buffer seen as a texture, for which GL has no swizzle.</summary>
    public bool IsBuffer { get; }

    /// <summary>Depth is what it samples, so that comparisons make sense.</summary>
    public bool HasDepth { get; }

    /// <summary>The resource seen.</summary>
    public RenderResource Resource => _resource;

    /// <summary>GL texture to bind; 0 where the resource has none.</summary>
    public uint Texture => _texture?.Name ?? 0;

    /// <summary>
    /// GL texture for a comparing sampler: GL swizzles the comparison's result too, and the shader wants it plain in red, because it spreads it itself.
    /// </summary>
    public uint ShadowTexture(GlSession session)
    {
        if (Swizzle.R == CommandStream.Gallium.Swizzle.X || _resource.Texture is not { } origin)
        {
            return Texture;
        }

        if (_shadowTexture is null)
        {
            _shadowTexture = GlTexture.CreateView(session.Group, origin, _shape);
            Finish(session.Gl, _shadowTexture.Name, ViewSwizzle.Identity, false, _resource);
        }

        return _shadowTexture.Name;
    }

    /// <inheritdoc/>
    protected override void DisposeNames(GlSession session)
    {
        _texture?.Dispose();
        _shadowTexture?.Dispose();
        _resource.Release(session);
    }

    private static GlTexture? BufferView(GlSession session, RenderResource resource, FormatRow format, in SamplerViewObject source)
    {
        if (resource.Buffer is not { } buffer)
        {
            return null;
        }

        // GUEST: element numbers are clamped to the buffer and to what the host can address.
        long texel = format.BlockSizeInBytes;
        long available = resource.SizeInBytes / texel;
        long first = Math.Min(source.FirstElement, available);
        long last = Math.Min(source.LastElement, available - 1);
        long count = Math.Min(last - first + 1, session.Limits.MaxTextureBufferSize);
        return count <= 0
            ? null
            : GlTexture.CreateBufferView(session.Group, format.InternalFormat, new GlBufferRange(buffer.Name, (nint)(first * texel), (nuint)(count * texel)));
    }

    private static GlTextureViewShape Shape(FormatTable formats, RenderResource resource, FormatRow format, in SamplerViewObject source)
    {
        GLEnum origin = resource.Texture!.Target;
        GLEnum target = source.Target == PipeTarget.Buffer ? origin : GalliumTable.Target(source.Target, (uint)resource.Samples);
        if (target == GLEnum.TextureRectangle && origin == GLEnum.Texture2D)
        {
            target = origin;
        }

        if (!CanView(origin, target))
        {
            throw GuestFaults.IllegalSamplerViewTarget(source.Target);
        }

        uint levels = resource.Description.LastLevel + 1;
        uint layers = resource.Description.Target == PipeTarget.Texture3D ? 1 : (uint)resource.LayerCount;
        uint firstLayer = resource.Description.Target == PipeTarget.Texture3D ? 0 : source.FirstLayer;
        if (source.FirstLevel >= levels || firstLayer >= layers)
        {
            throw GuestFaults.IllegalCommandBuffer($"view from level {source.FirstLevel}, layer {firstLayer} of a resource with {levels} and {layers}");
        }

        uint available = layers - firstLayer;
        uint wanted = source.LastLayer >= firstLayer ? Math.Min(source.LastLayer - firstLayer + 1, available) : 1;
        uint layerCount = LayersFor(target, wanted, available);
        return new GlTextureViewShape
        {
            Target = target,
            InternalFormat = formats.CanView(resource.Format, format) ? format.InternalFormat : resource.Format.InternalFormat,
            FirstLevel = source.FirstLevel,
            LevelCount = Math.Min(Math.Max(source.LastLevel, source.FirstLevel), levels - 1) - source.FirstLevel + 1,
            FirstLayer = firstLayer,
            LayerCount = layerCount,
        };
    }

    /// <summary>GL fixes the number of layers for targets without an array and wants whole cubes for cube arrays.</summary>
    private static uint LayersFor(GLEnum target, uint wanted, uint available) => target switch
    {
        GLEnum.TextureCubeMap => available >= 6 ? 6u : throw GuestFaults.IllegalSamplerViewTarget(PipeTarget.TextureCube),
        GLEnum.TextureCubeMapArray => available >= 6
            ? Math.Max(wanted / 6 * 6, 6)
            : throw GuestFaults.IllegalSamplerViewTarget(PipeTarget.TextureCubeArray),
        GLEnum.Texture1DArray or GLEnum.Texture2DArray or GLEnum.Texture2DMultisampleArray => wanted,
        _ => 1,
    };

    private static bool CanView(GLEnum origin, GLEnum target) => origin == target || (origin, target) switch
    {
        (GLEnum.Texture1D or GLEnum.Texture1DArray, GLEnum.Texture1D or GLEnum.Texture1DArray) => true,
        (GLEnum.Texture2D, GLEnum.Texture2DArray) => true,
        (GLEnum.Texture2DArray or GLEnum.TextureCubeMap or GLEnum.TextureCubeMapArray,
            GLEnum.Texture2D or GLEnum.Texture2DArray or GLEnum.TextureCubeMap or GLEnum.TextureCubeMapArray) => true,
        (GLEnum.Texture2DMultisample or GLEnum.Texture2DMultisampleArray, GLEnum.Texture2DMultisample or GLEnum.Texture2DMultisampleArray) => true,
        _ => false,
    };

    private static void Finish(GL gl, uint texture, ViewSwizzle swizzle, bool isStencil, RenderResource resource)
    {
        if (swizzle != ViewSwizzle.Identity)
        {
            Span<int> selectors = stackalloc int[4];
            for (int i = 0; i < 4; i++)
            {
                selectors[i] = (int)Selector(swizzle[i]);
            }

            gl.TextureParameter(texture, GLEnum.TextureSwizzleRgba, selectors);
        }

        if (isStencil && resource.Format is { HasDepth: true, HasStencil: true })
        {
            gl.TextureParameteri(texture, GLEnum.DepthStencilTextureMode, (int)GLEnum.StencilIndex);
        }
    }

    private static GLEnum Selector(Swizzle swizzle) => swizzle switch
    {
        CommandStream.Gallium.Swizzle.X => GLEnum.Red,
        CommandStream.Gallium.Swizzle.Y => GLEnum.Green,
        CommandStream.Gallium.Swizzle.Z => GLEnum.Blue,
        CommandStream.Gallium.Swizzle.W => GLEnum.Alpha,
        CommandStream.Gallium.Swizzle.Zero => GLEnum.Zero,
        _ => GLEnum.One,
    };
}
