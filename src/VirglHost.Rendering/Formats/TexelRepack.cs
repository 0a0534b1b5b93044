using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    /// frame); here it is a few operations for four of them.
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
        // Masks and shifts of 128 bits are what every processor of the platform has: ahead-of-time compilation calls a method for each wider or shuffling operation.
        Span<Vector128<uint>> vectors = MemoryMarshal.Cast<byte, Vector128<uint>>(texels);
        foreach (ref Vector128<uint> vector in vectors)
        {
            Vector128<uint> low = Vector128.Create(0xFFu);
            vector = (vector & Vector128.Create(0xFF00FF00u)) | ((vector & low) << 16) | ((vector >>> 16) & low);
        }

        Span<uint> words = MemoryMarshal.Cast<byte, uint>(texels);
        int done = vectors.Length * Vector128<uint>.Count;
        foreach (ref uint word in words[done..])
            word = (word & 0xFF00FF00) | ((word & 0xFF) << 16) | ((word >> 16) & 0xFF);
    }
}
