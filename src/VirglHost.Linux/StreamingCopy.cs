using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VirglHost.Linux;

/// <summary>
/// Copies past the processor's caches, for pictures of several MiB that nobody reads again at once: what is written is not fetched first, and what is read
/// pushes nothing out. The C library does the same from three quarters of the cache on, but inside a virtual machine it takes the cache of the whole host for its own.
/// </summary>
public static class StreamingCopy
{
    private const int Line = 64;

    // How far ahead the next lines are asked for: from 512 to 1,024 bytes it makes no difference, without it a fifth more time.
    private const int Ahead = 1024;

    /// <summary>Copies. Other threads see the bytes after <see cref="Complete"/> only, one for any number of pieces.</summary>
    /// <param name="source">Does not overlap the destination. Where others write it at the same time, any mixture is copied.</param>
    /// <param name="destination">At least as long.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static unsafe void Copy(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (destination.Length < source.Length) throw new ArgumentException("the destination is too short", nameof(destination));
        fixed (byte* from = source, to = destination)
        {
            int at = (int)Math.Min((Line - ((nuint)to & (Line - 1))) & (Line - 1), (nuint)source.Length);
            source[..at].CopyTo(destination);
            // SAFETY: at + Line <= source.Length <= destination.Length; to + at is a multiple of 64. A prefetch may name any address.
            for (; at <= source.Length - Line; at += Line)
            {
                if (Sse.IsSupported) Sse.PrefetchNonTemporal(from + at + Ahead);
                Vector128<byte> first = Vector128.Load(from + at), second = Vector128.Load(from + at + 16);
                Vector128<byte> third = Vector128.Load(from + at + 32), fourth = Vector128.Load(from + at + 48);
                first.StoreAlignedNonTemporal(to + at);
                second.StoreAlignedNonTemporal(to + at + 16);
                third.StoreAlignedNonTemporal(to + at + 32);
                fourth.StoreAlignedNonTemporal(to + at + 48);
            }

            source[at..].CopyTo(destination[at..]);
        }
    }

    /// <summary>Orders what was copied before whatever this thread writes afterwards.</summary>
    public static void Complete()
    {
        if (Sse.IsSupported) Sse.StoreFence();
        else Interlocked.MemoryBarrier();
    }
}
