using System.Globalization;
using VirglHost.Shaders.Glsl;

namespace VirglHost.Shaders.Tests;

public sealed class NumberTests
{
    [Theory]
    [InlineData(1.0f, "1.0")]
    [InlineData(-2.5f, "-2.5")]
    [InlineData(0.001953125f, "0.001953125")]
    [InlineData(16777215f, "16777215.0")]
    [InlineData(0f, "0.0")]
    public void Float_that_decimals_name_exactly_is_decimal(float value, string text)
        => Assert.Equal(text, GlslNumbers.Float(BitConverter.SingleToUInt32Bits(value)));

    [Theory]
    [InlineData(0x3dcccccdu)]
    [InlineData(0x7f800000u)]
    [InlineData(0x7fc00001u)]
    [InlineData(0x00000001u)]
    [InlineData(0x4b800000u)]
    public void Float_that_decimals_do_not_name_keeps_its_bits(uint bits)
        => Assert.Equal($"uintBitsToFloat(0x{bits.ToString("x8", CultureInfo.InvariantCulture)}u)", GlslNumbers.Float(bits));

    [Fact]
    public void Every_decimal_literal_reads_back_as_its_bits()
    {
        var random = new Random(1);
        for (int i = 0; i < 20000; i++)
        {
            uint bits = BitConverter.SingleToUInt32Bits(random.Next(-100000, 100000) / 512f);
            string text = GlslNumbers.Float(bits);
            Assert.Equal(bits == 0x80000000u ? bits : BitConverter.SingleToUInt32Bits(float.Parse(text, CultureInfo.InvariantCulture)), bits);
        }
    }

    [Fact]
    public void Least_integer_is_not_the_negation_of_a_number_that_does_not_fit() => Assert.Equal("int(0x80000000u)", GlslNumbers.Int(0x80000000u));
}
