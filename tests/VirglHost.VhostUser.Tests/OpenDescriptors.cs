namespace VirglHost.VhostUser.Tests;

/// <summary>
/// The descriptors of this process of the kinds that this room makes and receives: sockets, event counters, epolls, memory files. The .NET runtime opens files and
/// pipes when it pleases; those say nothing about a leak of ours.
/// </summary>
internal static class OpenDescriptors
{
    private static readonly string[] Kinds = ["socket:", "anon_inode:", "/memfd:"];

    /// <summary>What each is, sorted, so that a failed comparison names the one that stayed.</summary>
    public static string[] List() =>
    [
        .. Directory.GetFiles("/proc/self/fd").Select(Target).Where(target => Array.Exists(Kinds, kind => target.StartsWith(kind, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    private static string Target(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget ?? "";
        }
        catch (IOException)
        {
            return ""; // the descriptor that read the folder is gone by now
        }
    }
}
