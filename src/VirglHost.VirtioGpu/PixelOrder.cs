using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VirglHost.VirtioGpu;

/// <summary>The eight 2D formats (SPEC: enum virtio_gpu_formats), 32 bits a pixel, by the order of their bytes in memory.</summary>
internal enum PixelOrder
{
    /// <summary>B, G, R, A or X: formats 1 and 2.</summary>
    BlueFirst,

    /// <summary>A or X, R, G, B: formats 3 and 4.</summary>
    AlphaRedFirst,

    /// <summary>R, G, B, A or X: formats 67 and 134.</summary>
    RedFirst,

    /// <summary>A or X, B, G, R: formats 121 and 68.</summary>
    AlphaBlueFirst,
}

/// <summary>Brings pixels of any order into that of the screens: B, G, R, A.</summary>
internal static class PixelOrders
{
    /// <summary>The order of a format, or null when it is no 2D format.</summary>
    public static PixelOrder? Find(uint format) => format switch
    {
        1 or 2 => PixelOrder.BlueFirst,
        3 or 4 => PixelOrder.AlphaRedFirst,
        67 or 134 => PixelOrder.RedFirst,
        68 or 121 => PixelOrder.AlphaBlueFirst,
        _ => null,
    };

    /// <summary>The fourth byte of a pixel means opacity.</summary>
    public static bool HasAlpha(uint format) => format is 1 or 3 or 67 or 121;

    /// <summary>Copies pixels and brings them into the order of the screens.</summary>
    public static void ToBlueFirst(PixelOrder order, ReadOnlySpan<byte> source, Span<byte> target)
    {
        if (order == PixelOrder.BlueFirst)
        {
            source.CopyTo(target);
            return;
        }

        ReadOnlySpan<uint> from = MemoryMarshal.Cast<byte, uint>(source);
        Span<uint> to = MemoryMarshal.Cast<byte, uint>(target)[..from.Length];
        // Masks and shifts of 128 bits are what every processor of the platform has: ahead-of-time compilation calls a method for each wider or shuffling operation.
        int done = 0;
        for (; done + Vector128<uint>.Count <= from.Length; done += Vector128<uint>.Count)
            Turn(order, Vector128.Create(from[done..])).CopyTo(to[done..]);
        for (; done < from.Length; done++) to[done] = Turn(order, Vector128.CreateScalar(from[done])).ToScalar();
    }

    /// <summary>Makes every pixel opaque.</summary>
    public static void FillAlpha(Span<byte> blueFirst)
    {
        foreach (ref uint pixel in MemoryMarshal.Cast<byte, uint>(blueFirst)) pixel |= 0xff00_0000;
    }

    // A little-endian word of R, G, B, A is 0xAABBGGRR; one of A, B, G, R is 0xRRGGBBAA; one of A, R, G, B is 0xBBGGRRAA.
    private static Vector128<uint> Turn(PixelOrder order, Vector128<uint> pixels) => order switch
    {
        PixelOrder.RedFirst => (pixels & Vector128.Create(0xff00_ff00u)) | ((pixels >>> 16) & Vector128.Create(0xffu)) | ((pixels & Vector128.Create(0xffu)) << 16),
        PixelOrder.AlphaBlueFirst => (pixels >>> 8) | (pixels << 24),
        _ => (pixels >>> 24) | ((pixels >>> 8) & Vector128.Create(0xff00u)) | ((pixels << 8) & Vector128.Create(0xff_0000u)) | (pixels << 24),
    };
}
