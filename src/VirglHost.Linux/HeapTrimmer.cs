using VirglHost.Linux.Native;

namespace VirglHost.Linux;

/// <summary>
/// Gives memory that was freed back to the system. The C library keeps what OpenGL drivers free, in an arena for each of their threads, in pieces too
/// scattered for it to return by itself: a door that served two thousand clients held 4.5 GiB of which 4.4 were free. Owned by one thread.
/// </summary>
public sealed class HeapTrimmer
{
    /// <summary>A trim walks all arenas (milliseconds), so that not every user who leaves is worth one.</summary>
    private const int UsersPerTrim = 16;

    /// <summary>What an arena keeps at its end, and what is mapped by itself: more than a driver takes and frees for a frame, less than hurts while it is in use.</summary>
    private const int KeptInBytes = 64 << 20, MappedInBytes = 8 << 20;

    private int _left;

    /// <summary>
    /// Has the C library keep what is freed until a user leaves. By itself it gives all but a little back at once, how little depends on what was freed before, and
    /// drivers that draw in software free and take megabytes for each frame: each of their pages then costs a fault (265 a frame of glmark2's ideas, 40 % of its time).
    /// </summary>
    public static void KeepWhileUsed()
    {
        try
        {
            _ = Libc.mallopt(Libc.M_TRIM_THRESHOLD, KeptInBytes);
            _ = Libc.mallopt(Libc.M_MMAP_THRESHOLD, MappedInBytes);
        }
        catch (EntryPointNotFoundException)
        {
            // Only glibc has it.
        }
    }

    /// <summary>A user of the driver has left and its memory is free.</summary>
    /// <param name="wasLast">No other user is there: nobody waits for this thread, and nobody may come to cause the next trim.</param>
    public void UserLeft(bool wasLast)
    {
        if (++_left < UsersPerTrim && !wasLast)
            return;
        _left = 0;
        Trim();
    }

    private static void Trim()
    {
        try
        {
            _ = Libc.malloc_trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Only glibc has it; other C libraries give memory back in their own way.
        }
    }
}
