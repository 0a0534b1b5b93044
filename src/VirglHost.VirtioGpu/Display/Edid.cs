using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// Makes an EDID for a screen of a given size, for guests whose front-end doesn't make one. SPEC: VESA E-EDID A.2 (1.4), DisplayID 1.3 for modes
/// that a detailed timing descriptor cannot hold.
/// </summary>
internal static class Edid
{
    /// <summary>Bytes per block.</summary>
    public const int BlockSize = 128;

    private const int MaximumDescriptorPixels = 4095;
    private const long MaximumDescriptorClock = 655350;
    private const double MillimetresPerPixel = 0.254;

    /// <summary>Writes one or two blocks.</summary>
    /// <param name="width">Preferred width, 32…8192 pixels.</param>
    /// <param name="height">Preferred height, 32…8192 pixels.</param>
    /// <param name="scanout">Screens get different serial numbers, so that desktops keep their layouts apart.</param>
    /// <param name="destination">At least 256 bytes.</param>
    /// <returns>Number of bytes that are valid: 128 or 256.</returns>
    public static int Write(int width, int height, int scanout, Span<byte> destination)
    {
        ModeTiming timing = ModeTiming.For(width, height);
        bool needsExtension = width > MaximumDescriptorPixels || height > MaximumDescriptorPixels || timing.ClockInKilohertz > MaximumDescriptorClock;
        Span<byte> block = destination[..BlockSize];
        block.Clear();
        WriteIdentity(block, timing, scanout);
        WriteDetailedTiming(block.Slice(54, 18), needsExtension ? ModeTiming.For(1920, 1080) : timing);
        WriteRangeLimits(block.Slice(72, 18));
        WriteText(block.Slice(90, 18), 0xfc, "VirglHost");
        WriteText(block.Slice(108, 18), 0xff, string.Create(CultureInfo.InvariantCulture, $"screen {scanout}"));
        block[126] = (byte)(needsExtension ? 1 : 0);
        WriteChecksum(block);
        if (!needsExtension) return BlockSize;
        WriteDisplayId(destination.Slice(BlockSize, BlockSize), timing);
        return 2 * BlockSize;
    }

    private static void WriteIdentity(Span<byte> block, in ModeTiming timing, int scanout)
    {
        ReadOnlySpan<byte> magic = [0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00];
        magic.CopyTo(block);
        BinaryPrimitives.WriteUInt16BigEndian(block[8..], ('V' - '@') << 10 | ('G' - '@') << 5 | ('H' - '@'));
        BinaryPrimitives.WriteUInt16LittleEndian(block[10..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(block[12..], (uint)scanout + 1);
        block[16] = 1;
        block[17] = 2026 - 1990;
        block[18] = 1;
        block[19] = 4;
        block[20] = 0xa5;                               // digital, 8 bits per colour, DisplayPort
        block[21] = Centimetres(timing.Width);
        block[22] = Centimetres(timing.Height);
        block[23] = 120;                                // gamma 2.2
        block[24] = 0x06;                               // sRGB, first timing is the native one
        ReadOnlySpan<byte> srgb = [0xee, 0x91, 0xa3, 0x54, 0x4c, 0x99, 0x26, 0x0f, 0x50, 0x54];
        srgb.CopyTo(block[25..]);
        block[35] = 0x21;                               // 640×480 and 800×600 at 60 Hz
        block[36] = 0x08;                               // 1024×768 at 60 Hz
        block.Slice(38, 16).Fill(1);                    // no standard timings
    }

    private static byte Centimetres(int pixels) => (byte)Math.Clamp((int)(pixels * MillimetresPerPixel / 10), 1, 255);

    private static void WriteDetailedTiming(Span<byte> descriptor, in ModeTiming timing)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(descriptor, (ushort)(timing.ClockInKilohertz / 10));
        descriptor[2] = (byte)(timing.Width & 0xff);
        descriptor[3] = ModeTiming.HorizontalBlank;
        descriptor[4] = (byte)(timing.Width >> 8 << 4);
        descriptor[5] = (byte)(timing.Height & 0xff);
        descriptor[6] = (byte)(timing.VerticalBlank & 0xff);
        descriptor[7] = (byte)(timing.Height >> 8 << 4 | timing.VerticalBlank >> 8);
        descriptor[8] = ModeTiming.HorizontalFront;
        descriptor[9] = ModeTiming.HorizontalSync;
        descriptor[10] = (byte)(ModeTiming.VerticalFront << 4 | timing.VerticalSync & 0xf);
        int widthInMillimetres = (int)(timing.Width * MillimetresPerPixel), heightInMillimetres = (int)(timing.Height * MillimetresPerPixel);
        descriptor[12] = (byte)(widthInMillimetres & 0xff);
        descriptor[13] = (byte)(heightInMillimetres & 0xff);
        descriptor[14] = (byte)(widthInMillimetres >> 8 << 4 | heightInMillimetres >> 8);
        descriptor[17] = 0x1a;                          // digital separate sync, horizontal positive, vertical negative
    }

    private static void WriteRangeLimits(Span<byte> descriptor)
    {
        descriptor[3] = 0xfd;
        descriptor[5] = 50;                             // Hz
        descriptor[6] = 125;
        descriptor[7] = 30;                             // kHz
        descriptor[8] = 255;
        descriptor[9] = 66;                             // 10 MHz
        descriptor[10] = 1;                             // limits only
        descriptor[11] = 0x0a;
        descriptor[12..].Fill(0x20);
    }

    private static void WriteText(Span<byte> descriptor, byte tag, string text)
    {
        descriptor[3] = tag;
        Span<byte> field = descriptor[5..];
        field.Fill(0x20);
        int length = Encoding.ASCII.GetBytes(text, field);
        if (length < field.Length) field[length] = 0x0a;
    }

    private static void WriteDisplayId(Span<byte> block, in ModeTiming timing)
    {
        const int SectionStart = 1, TimingStart = 8, SectionPayload = 121;
        block.Clear();
        block[0] = 0x70;
        block[1] = 0x13;                                // DisplayID 1.3
        block[2] = SectionPayload;
        block[3] = 3;                                   // product: stand-alone monitor
        block[5] = 3;                                   // data block: detailed timing, type I
        block[7] = 20;
        Span<byte> entry = block.Slice(TimingStart, 20);
        int clock = (int)(timing.ClockInKilohertz / 10) - 1;
        entry[0] = (byte)(clock & 0xff);
        entry[1] = (byte)(clock >> 8 & 0xff);
        entry[2] = (byte)(clock >> 16);
        entry[3] = 0x88;                                // preferred, aspect ratio not named
        BinaryPrimitives.WriteUInt16LittleEndian(entry[4..], (ushort)(timing.Width - 1));
        BinaryPrimitives.WriteUInt16LittleEndian(entry[6..], ModeTiming.HorizontalBlank - 1);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[8..], (ModeTiming.HorizontalFront - 1) | 0x8000);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[10..], ModeTiming.HorizontalSync - 1);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[12..], (ushort)(timing.Height - 1));
        BinaryPrimitives.WriteUInt16LittleEndian(entry[14..], (ushort)(timing.VerticalBlank - 1));
        BinaryPrimitives.WriteUInt16LittleEndian(entry[16..], ModeTiming.VerticalFront - 1);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[18..], (ushort)(timing.VerticalSync - 1));
        block[SectionStart + 4 + SectionPayload] = Complement(block[SectionStart..(SectionStart + 4 + SectionPayload)]);
        WriteChecksum(block);
    }

    private static void WriteChecksum(Span<byte> block) => block[^1] = Complement(block[..^1]);

    private static byte Complement(ReadOnlySpan<byte> bytes)
    {
        int sum = 0;
        foreach (byte value in bytes) sum += value;
        return (byte)(-sum & 0xff);
    }
}
