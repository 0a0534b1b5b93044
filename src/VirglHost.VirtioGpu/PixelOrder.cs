using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

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
        if (order == PixelOrder.AlphaRedFirst)
        {
            BinaryPrimitives.ReverseEndianness(from, to);
            return;
        }

        int done = 0;
        for (; done + Vector<uint>.Count <= from.Length; done += Vector<uint>.Count)
            Turn(order, new Vector<uint>(from[done..])).CopyTo(to[done..]);
        for (; done < from.Length; done++) to[done] = Turn(order, new Vector<uint>(from[done]))[0];
    }

    /// <summary>Makes every pixel opaque.</summary>
    public static void FillAlpha(Span<byte> blueFirst)
    {
        foreach (ref uint pixel in MemoryMarshal.Cast<byte, uint>(blueFirst)) pixel |= 0xff00_0000;
    }

    // A little-endian word of R, G, B, A is 0xAABBGGRR; one of A, B, G, R is 0xRRGGBBAA.
    private static Vector<uint> Turn(PixelOrder order, Vector<uint> pixels) => order == PixelOrder.RedFirst
        ? (pixels & new Vector<uint>(0xff00_ff00)) | ((pixels >>> 16) & new Vector<uint>(0xff)) | ((pixels & new Vector<uint>(0xff)) << 16)
        : (pixels >>> 8) | (pixels << 24);
}
