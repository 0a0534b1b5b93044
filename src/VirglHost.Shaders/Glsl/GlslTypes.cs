using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>GLSL spellings of types.</summary>
internal static class GlslTypes
{
    private static readonly string[] Scalars = ["bool", "float", "int", "uint", "double", "int64_t", "uint64_t"];
    private static readonly string[] Prefixes = ["b", "", "i", "u", "d", "i64", "u64"];

    public static string Of(IrType type)
        => type.Lanes == 1 ? Scalars[(int)type.Kind] : $"{Prefixes[(int)type.Kind]}vec{(char)('0' + type.Lanes)}";

    public static string Sampler(TextureTarget target, SampledKind kind) => KindPrefix(kind) + "sampler" + Suffix(target);

    public static string Image(TextureTarget target, SampledKind kind) => KindPrefix(kind) + "image" + Suffix(target);

    private static string KindPrefix(SampledKind kind) => kind switch { SampledKind.Int => "i", SampledKind.UInt => "u", _ => string.Empty };

    private static string Suffix(TextureTarget target) => target switch
    {
        TextureTarget.Buffer => "Buffer",
        TextureTarget.Texture1D => "1D",
        TextureTarget.Texture2D => "2D",
        TextureTarget.Texture3D => "3D",
        TextureTarget.Cube => "Cube",
        TextureTarget.Rect => "2DRect",
        TextureTarget.Shadow1D => "1DShadow",
        TextureTarget.Shadow2D => "2DShadow",
        TextureTarget.ShadowRect => "2DRectShadow",
        TextureTarget.Texture1DArray => "1DArray",
        TextureTarget.Texture2DArray => "2DArray",
        TextureTarget.Shadow1DArray => "1DArrayShadow",
        TextureTarget.Shadow2DArray => "2DArrayShadow",
        TextureTarget.ShadowCube => "CubeShadow",
        TextureTarget.Texture2DMultisample => "2DMS",
        TextureTarget.Texture2DArrayMultisample => "2DMSArray",
        TextureTarget.CubeArray => "CubeArray",
        TextureTarget.ShadowCubeArray => "CubeArrayShadow",
        _ => throw new System.Diagnostics.UnreachableException(target.ToString()),
    };
}
