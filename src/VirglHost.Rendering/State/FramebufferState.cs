using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.State;

/// <summary>What a colour buffer's format asks of blending, masks and shader outputs.</summary>
internal enum ColorTargetKind : byte
{
    /// <summary>Nothing special, or no buffer.</summary>
    Plain,

    /// <summary>The guest's format has no alpha, though the storage may: destination alpha reads as one.</summary>
    WithoutAlpha,

    /// <summary>The guest's alpha is stored in red.</summary>
    AlphaInRed,
}

/// <summary>One combination of surfaces: the GL framebuffer and everything that derives from the formats. Immutable, cached, owned by <see cref="FramebufferCache"/>.</summary>
internal sealed class FramebufferState
{
    private readonly SurfaceState?[] _colors;

    /// <summary>Makes the GL framebuffer for <paramref name="colors"/> and <paramref name="depthStencil"/>.</summary>
    public FramebufferState(GlSession session, ReadOnlySpan<SurfaceState?> colors, SurfaceState? depthStencil)
    {
        _colors = colors.ToArray();
        DepthStencil = depthStencil;
        Framebuffer = GlFramebuffer.Create(session.Group);
        Span<GLEnum> drawBuffers = stackalloc GLEnum[Math.Max(colors.Length, 1)];
        drawBuffers.Clear();
        for (int i = 0; i < colors.Length; i++)
        {
            if (colors[i] is not { Texture: not 0 } surface)
            {
                continue;
            }

            drawBuffers[i] = (GLEnum)((uint)GLEnum.ColorAttachment0 + (uint)i);
            surface.AttachTo(Framebuffer, drawBuffers[i]);
            HasSrgb |= surface.Format.IsSrgb;
            HasInteger |= surface.Format.Kind is ChannelKind.SignedInteger or ChannelKind.UnsignedInteger;
            First ??= surface;
        }

        if (depthStencil is { Texture: not 0 })
        {
            depthStencil.AttachTo(Framebuffer, AttachmentOf(depthStencil));
            First ??= depthStencil;
        }

        Framebuffer.SetDrawBuffers(drawBuffers);
        IsYInverted = First?.Resource.IsYInverted ?? false;
        Samples = First is null ? 0 : Math.Max(First.Resource.Samples, 1);
        SampleRatio = First?.Resource.SampleRatio ?? 1;
        Status = First is null ? GLEnum.FramebufferComplete : Framebuffer.Status(GLEnum.DrawFramebuffer);
    }

    /// <summary>The GL framebuffer.</summary>
    public GlFramebuffer Framebuffer { get; }

    /// <summary>Colour slots, some of which may be empty.</summary>
    public ReadOnlySpan<SurfaceState?> Colors => _colors;

    /// <summary>Number of colour slots.</summary>
    public int ColorCount => _colors.Length;

    /// <summary>Depth and stencil surface.</summary>
    public SurfaceState? DepthStencil { get; }

    /// <summary>The surface that gives orientation and size: the first colour buffer, else depth and stencil.</summary>
    public SurfaceState? First { get; }

    /// <summary>Rows of the first surface lie top down.</summary>
    public bool IsYInverted { get; }

    /// <summary>Any colour surface is sRGB.</summary>
    public bool HasSrgb { get; }

    /// <summary>Any colour surface holds pure integers.</summary>
    public bool HasInteger { get; }

    /// <summary>Samples of the first surface; 0 without any.</summary>
    public int Samples { get; }

    /// <summary>GL's samples for each of the guest's.</summary>
    public int SampleRatio { get; }

    /// <summary>GL's verdict; draws into an incomplete framebuffer are dropped.</summary>
    public GLEnum Status { get; }

    /// <summary>True where GL draws into it.</summary>
    public bool IsComplete => Status == GLEnum.FramebufferComplete;

    /// <summary>What slot <paramref name="index"/> asks of blending.</summary>
    public ColorTargetKind KindOf(int index) =>
        index >= _colors.Length || _colors[index] is not { } surface ? ColorTargetKind.Plain
        : surface.Format.IsAlphaInRed ? ColorTargetKind.AlphaInRed
        : surface.Format.HasAlpha ? ColorTargetKind.Plain
        : ColorTargetKind.WithoutAlpha;

    /// <summary>One reference more on every surface, for the time this framebuffer is bound.</summary>
    public void RetainSurfaces()
    {
        foreach (SurfaceState? surface in _colors)
        {
            surface?.Retain();
        }

        DepthStencil?.Retain();
    }

    /// <summary>Undoes <see cref="RetainSurfaces"/>; may destroy this framebuffer.</summary>
    public void ReleaseSurfaces(GlSession session)
    {
        foreach (SurfaceState? surface in _colors)
        {
            surface?.Release(session);
        }

        DepthStencil?.Release(session);
    }

    private static GLEnum AttachmentOf(SurfaceState surface)
    {
        FormatRow storage = surface.Resource.Format;
        return (storage.HasDepth, storage.HasStencil) switch
        {
            (true, true) => GLEnum.DepthStencilAttachment,
            (false, true) => GLEnum.StencilAttachment,
            _ => GLEnum.DepthAttachment,
        };
    }
}
