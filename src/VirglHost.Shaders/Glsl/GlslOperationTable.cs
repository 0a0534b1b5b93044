using System.Collections.Frozen;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>How each operation is spelled: an operator sign between or before its operands, or a function name.</summary>
internal static class GlslOperationTable
{
    public static readonly FrozenDictionary<Operation, string> Infix = new Dictionary<Operation, string>
    {
        [Operation.Add] = "+",
        [Operation.Subtract] = "-",
        [Operation.Multiply] = "*",
        [Operation.Divide] = "/",
        [Operation.Modulo] = "%",
        [Operation.BitAnd] = "&",
        [Operation.BitOr] = "|",
        [Operation.BitXor] = "^",
        [Operation.ShiftLeft] = "<<",
        [Operation.ShiftRight] = ">>",
        [Operation.LogicalAnd] = "&&",
        [Operation.LogicalOr] = "||",
    }.ToFrozenDictionary();

    /// <summary>Comparisons: the sign for scalars, the function for vectors.</summary>
    public static readonly FrozenDictionary<Operation, (string Sign, string Function)> Comparisons = new Dictionary<Operation, (string, string)>
    {
        [Operation.Less] = ("<", "lessThan"),
        [Operation.LessEqual] = ("<=", "lessThanEqual"),
        [Operation.Greater] = (">", "greaterThan"),
        [Operation.GreaterEqual] = (">=", "greaterThanEqual"),
        [Operation.Equal] = ("==", "equal"),
        [Operation.NotEqual] = ("!=", "notEqual"),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<Operation, string> Prefix = new Dictionary<Operation, string>
    {
        [Operation.Negate] = "-",
        [Operation.BitNot] = "~",
        [Operation.LogicalNot] = "!",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<Operation, string> Functions = new Dictionary<Operation, string>
    {
        [Operation.Min] = "min",
        [Operation.Max] = "max",
        [Operation.Abs] = "abs",
        [Operation.Sign] = "sign",
        [Operation.Floor] = "floor",
        [Operation.Ceiling] = "ceil",
        [Operation.Truncate] = "trunc",
        [Operation.RoundEven] = "roundEven",
        [Operation.Fract] = "fract",
        [Operation.Sqrt] = "sqrt",
        [Operation.InverseSqrt] = "inversesqrt",
        [Operation.Exp2] = "exp2",
        [Operation.Log2] = "log2",
        [Operation.Sin] = "sin",
        [Operation.Cos] = "cos",
        [Operation.Pow] = "pow",
        [Operation.Fma] = "fma",
        [Operation.Mix] = "mix",
        [Operation.Clamp] = "clamp",
        [Operation.BitfieldExtract] = "bitfieldExtract",
        [Operation.BitfieldInsert] = "bitfieldInsert",
        [Operation.BitReverse] = "bitfieldReverse",
        [Operation.BitCount] = "bitCount",
        [Operation.FindLsb] = "findLSB",
        [Operation.FindMsb] = "findMSB",
        [Operation.MultiplyHigh] = "multiply_high",
        [Operation.Any] = "any",
        [Operation.Dot] = "dot",
        [Operation.Ddx] = "dFdx",
        [Operation.Ddy] = "dFdy",
        [Operation.DdxFine] = "dFdxFine",
        [Operation.DdyFine] = "dFdyFine",
        [Operation.PackDouble] = "packDouble2x32",
        [Operation.UnpackDouble] = "unpackDouble2x32",
        [Operation.PackHalf] = "packHalf2x16",
        [Operation.UnpackHalf] = "unpackHalf2x16",
        [Operation.InterpolateCentroid] = "interpolateAtCentroid",
        [Operation.InterpolateSample] = "interpolateAtSample",
        [Operation.InterpolateOffset] = "interpolateAtOffset",
        [Operation.LoadExponent] = "ldexp",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<ResourceFunction, string> Resources = new Dictionary<ResourceFunction, string>
    {
        [ResourceFunction.Texture] = "texture",
        [ResourceFunction.TextureOffset] = "textureOffset",
        [ResourceFunction.TextureProj] = "textureProj",
        [ResourceFunction.TextureProjOffset] = "textureProjOffset",
        [ResourceFunction.TextureLod] = "textureLod",
        [ResourceFunction.TextureLodOffset] = "textureLodOffset",
        [ResourceFunction.TextureGrad] = "textureGrad",
        [ResourceFunction.TextureGradOffset] = "textureGradOffset",
        [ResourceFunction.TexelFetch] = "texelFetch",
        [ResourceFunction.TexelFetchOffset] = "texelFetchOffset",
        [ResourceFunction.TextureGather] = "textureGather",
        [ResourceFunction.TextureGatherOffset] = "textureGatherOffset",
        [ResourceFunction.TextureGatherOffsets] = "textureGatherOffsets",
        [ResourceFunction.TextureQueryLod] = "textureQueryLod",
        [ResourceFunction.TextureQueryLevels] = "textureQueryLevels",
        [ResourceFunction.TextureSize] = "textureSize",
        [ResourceFunction.TextureSamples] = "textureSamples",
        [ResourceFunction.ImageLoad] = "imageLoad",
        [ResourceFunction.ImageSize] = "imageSize",
        [ResourceFunction.ImageSamples] = "imageSamples",
    }.ToFrozenDictionary();
}
