namespace VirglHost.OpenGL.Egl;

/// <summary>A texture's memory as one plane of a Linux dma-buf, from byte 0 on.</summary>
/// <param name="Fd">The descriptor; whoever got this value owns it and closes it.</param>
/// <param name="Stride">Bytes from row to row.</param>
/// <param name="Fourcc">DRM_FORMAT_*: what a texel looks like.</param>
/// <param name="Modifier">DRM_FORMAT_MOD_*: how texels lie in memory; <see cref="LinearModifier"/>, <see cref="UnknownModifier"/>, or a vendor's.</param>
public readonly record struct Dmabuf(int Fd, int Stride, uint Fourcc, ulong Modifier)
{
    /// <summary>DRM_FORMAT_MOD_LINEAR: row by row.</summary>
    public const ulong LinearModifier = 0;

    /// <summary>DRM_FORMAT_MOD_INVALID: only the driver that made it knows.</summary>
    public const ulong UnknownModifier = 0x00ff_ffff_ffff_ffff;
}
