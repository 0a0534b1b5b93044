using VirglHost.OpenGL;

namespace VirglHost.Rendering.Formats;

/// <summary>Texture-view classes of internal formats (SPEC: OpenGL 4.5 core, table 8.22).</summary>
internal static class ViewClassTable
{
    /// <summary>The class, or 0 for formats that are only views of themselves.</summary>
    public static GLEnum Of(GLEnum internalFormat) => internalFormat switch
    {
        GLEnum.Rgba32f or GLEnum.Rgba32ui or GLEnum.Rgba32i => GLEnum.ViewClass128Bits,
        GLEnum.Rgb32f or GLEnum.Rgb32ui or GLEnum.Rgb32i => GLEnum.ViewClass96Bits,
        GLEnum.Rgba16f or GLEnum.Rg32f or GLEnum.Rgba16ui or GLEnum.Rg32ui or GLEnum.Rgba16i or GLEnum.Rg32i or GLEnum.Rgba16
            or GLEnum.Rgba16Snorm => GLEnum.ViewClass64Bits,
        GLEnum.Rg16f or GLEnum.R11fG11fB10f or GLEnum.R32f or GLEnum.Rgb10A2ui or GLEnum.Rgba8ui or GLEnum.Rg16ui or GLEnum.R32ui
            or GLEnum.Rgba8i or GLEnum.Rg16i or GLEnum.R32i or GLEnum.Rgb10A2 or GLEnum.Rgba8 or GLEnum.Rg16 or GLEnum.Rgba8Snorm
            or GLEnum.Rg16Snorm or GLEnum.Srgb8Alpha8 or GLEnum.Rgb9E5 => GLEnum.ViewClass32Bits,
        GLEnum.R16f or GLEnum.Rg8ui or GLEnum.R16ui or GLEnum.Rg8i or GLEnum.R16i or GLEnum.Rg8 or GLEnum.R16 or GLEnum.Rg8Snorm
            or GLEnum.R16Snorm or GLEnum.Srg8Ext => GLEnum.ViewClass16Bits,
        GLEnum.R8ui or GLEnum.R8i or GLEnum.R8 or GLEnum.R8Snorm or GLEnum.Sr8Ext => GLEnum.ViewClass8Bits,
        GLEnum.CompressedRedRgtc1 or GLEnum.CompressedSignedRedRgtc1 => GLEnum.ViewClassRgtc1Red,
        GLEnum.CompressedRgRgtc2 or GLEnum.CompressedSignedRgRgtc2 => GLEnum.ViewClassRgtc2Rg,
        GLEnum.CompressedRgbaBptcUnorm or GLEnum.CompressedSrgbAlphaBptcUnorm => GLEnum.ViewClassBptcUnorm,
        GLEnum.CompressedRgbBptcSignedFloat or GLEnum.CompressedRgbBptcUnsignedFloat => GLEnum.ViewClassBptcFloat,
        GLEnum.CompressedRgbS3tcDxt1Ext or GLEnum.CompressedSrgbS3tcDxt1Ext => GLEnum.ViewClassS3tcDxt1Rgb,
        GLEnum.CompressedRgbaS3tcDxt1Ext or GLEnum.CompressedSrgbAlphaS3tcDxt1Ext => GLEnum.ViewClassS3tcDxt1Rgba,
        GLEnum.CompressedRgbaS3tcDxt3Ext or GLEnum.CompressedSrgbAlphaS3tcDxt3Ext => GLEnum.ViewClassS3tcDxt3Rgba,
        GLEnum.CompressedRgbaS3tcDxt5Ext or GLEnum.CompressedSrgbAlphaS3tcDxt5Ext => GLEnum.ViewClassS3tcDxt5Rgba,
        _ => 0,
    };
}
