using System.Globalization;

namespace VirglHost.Shaders.Glsl;

/// <summary>Literals whose bits every GLSL compiler must reproduce.</summary>
internal static class GlslNumbers
{
    /// <summary>
    /// A decimal literal where a short one names the value exactly, else the bits: compilers may round other decimals differently, and
    /// have no spelling for infinities, NaNs and denormals.
    /// </summary>
    public static string Float(uint bits)
    {
        const float exactSteps = 512;
        const float exactLimit = 1 << 24;
        float value = BitConverter.UInt32BitsToSingle(bits);
        if (bits == 0x80000000u) return "-0.0";
        bool isExact = MathF.Abs(value) < exactLimit && value * exactSteps == MathF.Floor(value * exactSteps);
        return isExact ? ((double)value).ToString("0.0########", CultureInfo.InvariantCulture) : $"uintBitsToFloat({Hex(bits)})";
    }

    /// <summary>GLSL has no literal for the most negative integer: it would be the negation of a number that does not fit.</summary>
    public static string Int(uint bits) => bits == 0x80000000u ? "int(0x80000000u)" : ((int)bits).ToString(CultureInfo.InvariantCulture);

    public static string UInt(uint bits) => bits < 0x10000 ? bits.ToString(CultureInfo.InvariantCulture) + "u" : Hex(bits);

    private static string Hex(uint bits) => "0x" + bits.ToString("x8", CultureInfo.InvariantCulture) + "u";
}
