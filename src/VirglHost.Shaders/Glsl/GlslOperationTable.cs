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
        [Operation.Significand] = "significand",
        [Operation.Exponent] = "exponent",
        [Operation.PackWords] = "packUint2x32",
        [Operation.UnpackWords] = "unpackUint2x32",
        [Operation.PackUnorm16] = "packUnorm2x16",
        [Operation.PackSnorm8] = "packSnorm4x8",
        [Operation.PackUnorm8] = "packUnorm4x8",
        [Operation.UnpackUnorm16] = "unpackUnorm2x16",
        [Operation.UnpackSnorm8] = "unpackSnorm4x8",
        [Operation.UnpackUnorm8] = "unpackUnorm4x8",
        [Operation.VoteAny] = "anyInvocationARB",
        [Operation.VoteAll] = "allInvocationsARB",
        [Operation.VoteEqual] = "allInvocationsEqualARB",
        [Operation.Clock] = "clock2x32ARB",
        [Operation.Ballot] = "ballotARB",
        [Operation.ReadFirstInvocation] = "readFirstInvocationARB",
        [Operation.ReadInvocation] = "readInvocationARB",
    }.ToFrozenDictionary();

    /// <summary>Functions that the text must define before it can call them.</summary>
    public static readonly FrozenDictionary<Operation, string> Helpers = new Dictionary<Operation, string>
    {
        [Operation.MultiplyHigh] =
            "int multiply_high(int a, int b) { int high, low; imulExtended(a, b, high, low); return high; }\n" +
            "uint multiply_high(uint a, uint b) { uint high, low; umulExtended(a, b, high, low); return high; }\n",
        [Operation.Significand] = "double significand(double x) { int power; return frexp(x, power); }\n",
        [Operation.Exponent] = "int exponent(double x) { int power; frexp(x, power); return power; }\n",
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
        [ResourceFunction.CounterValue] = "atomicCounter",
    }.ToFrozenDictionary();
}
