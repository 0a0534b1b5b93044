using VirglHost.Linux.Native;

namespace VirglHost.Linux;

/// <summary>
/// How many descriptors this process may have open. A process starts with the soft limit, which is low for the sake of programs that use select(2); none here does.
/// </summary>
public static class OpenFileLimit
{
    /// <summary>Raises the soft limit to the hard one.</summary>
    /// <returns>The limit that holds now; 1024 where the kernel does not tell.</returns>
    public static unsafe long Raise()
    {
        const long Usual = 1024;
        Libc.rlimit limit;
        // SAFETY: the kernel writes one rlimit into a local of that shape, and reads one.
        if (Libc.getrlimit(Libc.RLIMIT_NOFILE, &limit) != 0) return Usual;
        var wanted = new Libc.rlimit { rlim_cur = limit.rlim_max, rlim_max = limit.rlim_max };
        if (limit.rlim_cur < limit.rlim_max && Libc.setrlimit(Libc.RLIMIT_NOFILE, &wanted) == 0) limit = wanted;
        return (long)Math.Min(limit.rlim_cur, long.MaxValue);
    }
}
