using System.Numerics;

namespace VirglHost.CommandStream;

/// <summary>Four raw words that are floats, signed or unsigned integers, or texel bytes, as the format of the target says.</summary>
/// <param name="R">First word.</param>
/// <param name="G">Second word.</param>
/// <param name="B">Third word.</param>
/// <param name="A">Fourth word.</param>
public readonly record struct RawColor(uint R, uint G, uint B, uint A)
{
    /// <summary>The words as floats.</summary>
    public Vector4 AsFloats => new(Words.Float(R), Words.Float(G), Words.Float(B), Words.Float(A));

    /// <summary>Packs four floats.</summary>
    /// <param name="color">Red, green, blue, alpha.</param>
    public static RawColor FromFloats(Vector4 color) => new(
        BitConverter.SingleToUInt32Bits(color.X), BitConverter.SingleToUInt32Bits(color.Y), BitConverter.SingleToUInt32Bits(color.Z), BitConverter.SingleToUInt32Bits(color.W));
}
