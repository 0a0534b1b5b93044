using VirglHost.Linux;

namespace VirglHost.VhostUser;

/// <summary>One piece of guest memory, as the front-end described it.</summary>
/// <param name="GuestAddress">Guest-physical address of its first byte.</param>
/// <param name="Size">Bytes, greater than 0.</param>
/// <param name="FrontEndAddress">The front-end's own virtual address of the first byte; ring addresses are given in these.</param>
/// <param name="FileOffset">Where it starts in the file.</param>
/// <param name="File">The file, kept open; owned by the session.</param>
/// <param name="Identity">Which file that is.</param>
public sealed record NegotiatedRegion(
    ulong GuestAddress, ulong Size, ulong FrontEndAddress, ulong FileOffset, FileDescriptor File, FileIdentity Identity)
{
    /// <summary>Same range of the same file at the same addresses: its mapping can stay.</summary>
    /// <param name="other">Another description.</param>
    public bool IsSameMemoryAs(NegotiatedRegion other)
        => GuestAddress == other.GuestAddress && Size == other.Size && FrontEndAddress == other.FrontEndAddress
            && FileOffset == other.FileOffset && Identity.Device == other.Identity.Device && Identity.Inode == other.Identity.Inode;
}
