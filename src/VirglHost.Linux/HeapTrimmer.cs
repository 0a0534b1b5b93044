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

    private int _left;

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
