using System.Collections.Frozen;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>PIPE_FORMAT names of image declarations and the GLSL 4.50 format qualifiers that mean the same.</summary>
internal static class ImageFormatTable
{
    private static readonly FrozenDictionary<string, (string Qualifier, SampledKind Kind)> Rows = new Dictionary<string, (string, SampledKind)>
    {
        ["NONE"] = ("", SampledKind.Float),
        ["R32G32B32A32_FLOAT"] = ("rgba32f", SampledKind.Float),
        ["R16G16B16A16_FLOAT"] = ("rgba16f", SampledKind.Float),
        ["R32G32_FLOAT"] = ("rg32f", SampledKind.Float),
        ["R16G16_FLOAT"] = ("rg16f", SampledKind.Float),
        ["R11G11B10_FLOAT"] = ("r11f_g11f_b10f", SampledKind.Float),
        ["R32_FLOAT"] = ("r32f", SampledKind.Float),
        ["R16_FLOAT"] = ("r16f", SampledKind.Float),
        ["R16G16B16A16_UNORM"] = ("rgba16", SampledKind.Float),
        ["R10G10B10A2_UNORM"] = ("rgb10_a2", SampledKind.Float),
        ["R8G8B8A8_UNORM"] = ("rgba8", SampledKind.Float),
        ["R16G16_UNORM"] = ("rg16", SampledKind.Float),
        ["R8G8_UNORM"] = ("rg8", SampledKind.Float),
        ["R16_UNORM"] = ("r16", SampledKind.Float),
        ["R8_UNORM"] = ("r8", SampledKind.Float),
        ["R16G16B16A16_SNORM"] = ("rgba16_snorm", SampledKind.Float),
        ["R8G8B8A8_SNORM"] = ("rgba8_snorm", SampledKind.Float),
        ["R16G16_SNORM"] = ("rg16_snorm", SampledKind.Float),
        ["R8G8_SNORM"] = ("rg8_snorm", SampledKind.Float),
        ["R16_SNORM"] = ("r16_snorm", SampledKind.Float),
        ["R8_SNORM"] = ("r8_snorm", SampledKind.Float),
        ["R32G32B32A32_SINT"] = ("rgba32i", SampledKind.Int),
        ["R16G16B16A16_SINT"] = ("rgba16i", SampledKind.Int),
        ["R8G8B8A8_SINT"] = ("rgba8i", SampledKind.Int),
        ["R32G32_SINT"] = ("rg32i", SampledKind.Int),
        ["R16G16_SINT"] = ("rg16i", SampledKind.Int),
        ["R8G8_SINT"] = ("rg8i", SampledKind.Int),
        ["R32_SINT"] = ("r32i", SampledKind.Int),
        ["R16_SINT"] = ("r16i", SampledKind.Int),
        ["R8_SINT"] = ("r8i", SampledKind.Int),
        ["R32G32B32A32_UINT"] = ("rgba32ui", SampledKind.UInt),
        ["R16G16B16A16_UINT"] = ("rgba16ui", SampledKind.UInt),
        ["R10G10B10A2_UINT"] = ("rgb10_a2ui", SampledKind.UInt),
        ["R8G8B8A8_UINT"] = ("rgba8ui", SampledKind.UInt),
        ["R32G32_UINT"] = ("rg32ui", SampledKind.UInt),
        ["R16G16_UINT"] = ("rg16ui", SampledKind.UInt),
        ["R8G8_UINT"] = ("rg8ui", SampledKind.UInt),
        ["R32_UINT"] = ("r32ui", SampledKind.UInt),
        ["R16_UINT"] = ("r16ui", SampledKind.UInt),
        ["R8_UINT"] = ("r8ui", SampledKind.UInt),
    }.ToFrozenDictionary();

    /// <summary>Every format there is a row for, without PIPE_FORMAT_.</summary>
    public static IEnumerable<string> Names => Rows.Keys;

    public static (string Qualifier, SampledKind Kind) Describe(TgsiDeclaration declaration)
    {
        string format = declaration.Format.Length == 0 ? "NONE" : declaration.Format;
        if (declaration.Target is TextureTarget.Unknown || declaration.Target.IsShadow())
            throw new TgsiRefusal(declaration.Offset, "an image needs a texture target without comparison");
        return Rows.TryGetValue(format, out (string, SampledKind) row) ? row : throw new TgsiRefusal(declaration.Offset, $"image format {format} is not supported");
    }
}
