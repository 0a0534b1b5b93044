using System.Buffers.Binary;
using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu.Tests.Display;

public sealed class EdidTests
{
    [Theory]
    [InlineData(1280, 800, 128)]
    [InlineData(1920, 1080, 128)]
    [InlineData(3840, 2160, 128)]
    [InlineData(32, 32, 128)]
    [InlineData(5120, 2880, 256)]
    [InlineData(8192, 8192, 256)]
    public void Blocks_add_up_to_zero_and_start_with_the_magic(int width, int height, int sizeInBytes)
    {
        byte[] edid = new byte[256];
        Assert.Equal(sizeInBytes, Edid.Write(width, height, 0, edid));
        Assert.Equal([0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00], edid[..8]);
        for (int block = 0; block < sizeInBytes; block += 128) Assert.Equal(0, edid.Skip(block).Take(128).Sum(value => value) % 256);
        Assert.Equal(sizeInBytes / 128 - 1, edid[126]);
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(1366, 768)]
    [InlineData(3840, 2160)]
    public void Detailed_timing_holds_the_preferred_size(int width, int height)
    {
        byte[] edid = new byte[256];
        Edid.Write(width, height, 0, edid);
        Assert.Equal(width, edid[54 + 2] | (edid[54 + 4] >> 4) << 8);
        Assert.Equal(height, edid[54 + 5] | (edid[54 + 7] >> 4) << 8);
        int total = (width + 160) * (height + (edid[54 + 6] | (edid[54 + 7] & 0xf) << 8));
        double refresh = BinaryPrimitives.ReadUInt16LittleEndian(edid.AsSpan(54)) * 10_000.0 / total;
        Assert.InRange(refresh, 59.5, 60.0);
    }

    [Fact]
    public void Reduced_blanking_of_1920x1080_is_that_of_the_CVT_standard()
    {
        // VESA CVT 1.2: 1920x1080 at 60 Hz, reduced blanking: 138.5 MHz, 31 lines of blanking, 5 lines of sync.
        Assert.Equal(new ModeTiming(1920, 1080, 31, 5, 138_500), ModeTiming.For(1920, 1080));
    }

    [Fact]
    public void Size_beyond_a_detailed_timing_is_in_the_DisplayID_block()
    {
        byte[] edid = new byte[256];
        Edid.Write(7680, 4320, 0, edid);
        Assert.Equal(0x70, edid[128]);
        Assert.Equal(7680 - 1, BinaryPrimitives.ReadUInt16LittleEndian(edid.AsSpan(128 + 8 + 4)));
        Assert.Equal(4320 - 1, BinaryPrimitives.ReadUInt16LittleEndian(edid.AsSpan(128 + 8 + 12)));
        Assert.Equal(0, edid.Skip(129).Take(126).Sum(value => value) % 256);
    }

    [Fact]
    public void Screens_have_different_serial_numbers()
    {
        byte[] first = new byte[256], second = new byte[256];
        Edid.Write(1280, 800, 0, first);
        Edid.Write(1280, 800, 1, second);
        Assert.NotEqual(first[12..16], second[12..16]);
    }
}
