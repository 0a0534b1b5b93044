using VirglHost.CommandStream;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Formats;

/// <summary>One format: what was typed (storage, pixel transfer, swizzle), what was probed, and what follows from both. Immutable.</summary>
internal sealed record FormatRow
{
    /// <summary>The format's number.</summary>
    public required VirglFormat Format { get; init; }

    /// <summary>Bytes of a texel or compressed block in the guest's memory.</summary>
    public required int BlockSizeInBytes { get; init; }

    /// <summary>Texels of a block in x.</summary>
    public int BlockWidth { get; init; } = 1;

    /// <summary>Texels of a block in y.</summary>
    public int BlockHeight { get; init; } = 1;

    /// <summary>Sized internal format of the storage.</summary>
    public required GLEnum InternalFormat { get; init; }

    /// <summary>Format of pixel transfers.</summary>
    public required GLEnum PixelFormat { get; init; }

    /// <summary>Type of pixel transfers.</summary>
    public required GLEnum PixelType { get; init; }

    /// <summary>The format's own swizzle; the guest's lies on top of it.</summary>
    public required FormatSwizzle Swizzle { get; init; }

    /// <summary>A stencil view of a combined format: no storage of its own.</summary>
    public bool IsStencilOnlyView { get; init; }

    /// <summary>What the host was seen to do.</summary>
    public FormatSupport Support { get; init; }

    /// <summary>How shaders see the texels.</summary>
    public ChannelKind Kind => PixelFormat switch
    {
        GLEnum.DepthComponent or GLEnum.DepthStencil => ChannelKind.DepthStencil,
        GLEnum.StencilIndex => ChannelKind.UnsignedInteger,
        GLEnum.RedInteger or GLEnum.RgInteger or GLEnum.RgbInteger or GLEnum.RgbaInteger or GLEnum.BgraInteger =>
            PixelType is GLEnum.Byte or GLEnum.Short or GLEnum.Int ? ChannelKind.SignedInteger : ChannelKind.UnsignedInteger,
        _ => ChannelKind.Float,
    };

    /// <summary>Whether texels hold depth.</summary>
    public bool HasDepth => PixelFormat is GLEnum.DepthComponent or GLEnum.DepthStencil;

    /// <summary>Whether texels hold stencil.</summary>
    public bool HasStencil => PixelFormat is GLEnum.StencilIndex or GLEnum.DepthStencil;

    /// <summary>Whether texels hold colour.</summary>
    public bool IsColor => !HasDepth && !HasStencil;

    /// <summary>Whether colour is stored in the sRGB curve.</summary>
    public bool IsSrgb => InternalFormat is GLEnum.Srgb8Alpha8 or GLEnum.Sr8Ext or GLEnum.Srg8Ext
        or GLEnum.CompressedSrgbS3tcDxt1Ext or GLEnum.CompressedSrgbAlphaS3tcDxt1Ext or GLEnum.CompressedSrgbAlphaS3tcDxt3Ext
        or GLEnum.CompressedSrgbAlphaS3tcDxt5Ext or GLEnum.CompressedSrgbAlphaBptcUnorm
        or GLEnum.CompressedSrgb8Etc2 or GLEnum.CompressedSrgb8PunchthroughAlpha1Etc2 or GLEnum.CompressedSrgb8Alpha8Etc2Eac
        or (>= GLEnum.CompressedSrgb8Alpha8Astc4x4Khr and <= GLEnum.CompressedSrgb8Alpha8Astc12x12Khr);

    /// <summary>Whether alpha lies in the red channel of the storage, so that rendering has to move it there.</summary>
    public bool IsAlphaInRed => Swizzle == FormatSwizzle.AlphaInRed;

    /// <summary>Whether the guest's format has alpha.</summary>
    public bool HasAlpha => IsAlphaInRed ||
        (Swizzle.A != CommandStream.Gallium.Swizzle.One && PixelFormat is GLEnum.Rgba or GLEnum.Bgra or GLEnum.RgbaInteger or GLEnum.BgraInteger) ||
        IsLuminanceAlphaOrIntensity;

    /// <summary>Whether texels come in compressed blocks.</summary>
    public bool IsCompressed => BlockWidth > 1;

    /// <summary>Whether textures of this format can be made.</summary>
    public bool IsSampleable => Support.HasFlag(FormatSupport.Sampled);

    /// <summary>Whether it works as colour or depth-stencil attachment.</summary>
    public bool IsRenderable => Support.HasFlag(FormatSupport.Rendered) && !IsLuminanceAlphaOrIntensity;

    /// <summary>Whether alpha lies where no colour output can put it; such textures are read, as buffers above all, and never drawn to.</summary>
    public bool IsLuminanceAlphaOrIntensity => Swizzle == FormatSwizzle.LuminanceAlpha || Swizzle == FormatSwizzle.Intensity;

    /// <summary>Whether multisampled textures of this format can be made.</summary>
    public bool IsMultisample => !IsLuminanceAlphaOrIntensity && Support.HasFlag(FormatSupport.Multisampled);

    /// <summary>The texture-view class of the storage, 0 where only the same internal format is a legal view.</summary>
    public GLEnum ViewClass => ViewClassTable.Of(InternalFormat);

    /// <summary>What transfers do with the texels on their way between the guest's memory and GL.</summary>
    public TexelRepack Repack =>
        Format == VirglFormat.Z24X8Unorm ? TexelRepack.LowDepth24 :
        PixelFormat == GLEnum.Bgra && PixelType == GLEnum.UnsignedByte ? TexelRepack.RedBlue : TexelRepack.None;

    /// <summary>Format of the pixels that GL is handed: <see cref="PixelFormat"/> after <see cref="Repack"/>.</summary>
    public GLEnum TransferFormat => Repack == TexelRepack.RedBlue ? GLEnum.Rgba : PixelFormat;
}
