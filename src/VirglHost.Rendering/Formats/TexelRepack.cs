using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VirglHost.Rendering.Formats;

/// <summary>How the bytes of a texel in the guest's memory differ from those that the host's GL is handed.</summary>
internal enum TexelRepack
{
    /// <summary>They are the same.</summary>
    None,

    /// <summary>24-bit depth lies in the low bits of the guest's word, which no GL pixel type describes.</summary>
    LowDepth24,

    /// <summary>
    /// Four bytes, blue first; GL's storage has red first. A driver asked for GL_BGRA turns each texel by itself (llvmpipe: a third of the time of a cheap
    /// frame); here it is one shuffle for eight of them.
    /// </summary>
    RedBlue,
}

/// <summary>Repacks texels in place.</summary>
internal static class TexelRepacker
{
    /// <summary>From the guest's order to GL's.</summary>
    /// <param name="repack">What differs.</param>
    /// <param name="texels">Whole texels.</param>
    public static void ToHost(TexelRepack repack, Span<byte> texels)
    {
        switch (repack)
        {
            case TexelRepack.LowDepth24:
                // The low byte repeats the highest bits, so that 1.0 stays 1.0.
                foreach (ref uint word in MemoryMarshal.Cast<byte, uint>(texels))
                    word = (word << 8) | ((word >> 16) & 0xFF);
                break;
            case TexelRepack.RedBlue:
                SwapRedBlue(texels);
                break;
        }
    }

    /// <summary>From GL's order to the guest's.</summary>
    /// <param name="repack">What differs.</param>
    /// <param name="texels">Whole texels.</param>
    public static void ToGuest(TexelRepack repack, Span<byte> texels)
    {
        switch (repack)
        {
            case TexelRepack.LowDepth24:
                foreach (ref uint word in MemoryMarshal.Cast<byte, uint>(texels))
                    word >>= 8;
                break;
            case TexelRepack.RedBlue:
                SwapRedBlue(texels);
                break;
        }
    }

    /// <summary>Exchanges the first and the third byte of each four.</summary>
    public static void SwapRedBlue(Span<byte> texels)
    {
        Span<uint> words = MemoryMarshal.Cast<byte, uint>(texels);
        int done = 0;
        // By the instruction's own name: ahead-of-time compilation then asks the processor, where the general vector types stay with the oldest.
        if (Avx2.IsSupported)
        {
            Span<Vector256<byte>> vectors = MemoryMarshal.Cast<byte, Vector256<byte>>(texels);
            foreach (ref Vector256<byte> vector in vectors)
            {
                vector = Avx2.Shuffle(vector, Vector256.Create(
                    (byte)2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15, 2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15));
            }

            done = vectors.Length * 8;
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Span<Vector128<byte>> vectors = MemoryMarshal.Cast<byte, Vector128<byte>>(texels);
            foreach (ref Vector128<byte> vector in vectors)
                vector = Vector128.Shuffle(vector, Vector128.Create((byte)2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15));
            done = vectors.Length * 4;
        }

        foreach (ref uint word in words[done..])
            word = (word & 0xFF00FF00) | ((word & 0xFF) << 16) | ((word >> 16) & 0xFF);
    }
}
