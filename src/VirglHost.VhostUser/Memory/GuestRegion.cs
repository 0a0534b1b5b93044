using VirglHost.Linux;

namespace VirglHost.VhostUser.Memory;

/// <summary>One mapped piece of guest memory: owns the mapping and the file descriptor.</summary>
internal sealed class GuestRegion(NegotiatedRegion description, MemoryMapping mapping) : IDisposable
{
    internal NegotiatedRegion Description { get; } = description;

    internal MemoryMapping Mapping { get; } = mapping;

    internal ulong Start { get; } = description.GuestAddress;

    /// <summary>Last address inside; inclusive, so that a region may end at the top of the address space.</summary>
    internal ulong Last { get; } = description.GuestAddress + (description.Size - 1);

    /// <summary>Whether the bytes lie inside.</summary>
    /// <param name="guestAddress">Guest-physical address of the first byte.</param>
    /// <param name="length">Number of bytes, greater than 0.</param>
    internal bool Contains(ulong guestAddress, int length) =>
        guestAddress >= Start && guestAddress <= Last && (ulong)(length - 1) <= Last - guestAddress;

    /// <summary>The bytes, shared with the guest; the region <see cref="Contains"/> them.</summary>
    internal Span<byte> Slice(ulong guestAddress, int length) => Mapping.Slice((long)(guestAddress - Start), length);

    public void Dispose()
    {
        Mapping.Dispose();
        Description.File.Dispose();
    }

    /// <summary>Maps a described region. On failure the reason is returned and the descriptor stays the caller's.</summary>
    internal static GuestRegion? TryMap(NegotiatedRegion description, out string? refusal)
    {
        refusal = null;
        ulong size = description.Size;
        if (size == 0 || size > long.MaxValue || description.FileOffset > long.MaxValue
            || description.GuestAddress > ulong.MaxValue - (size - 1) || description.FrontEndAddress > ulong.MaxValue - (size - 1))
        {
            refusal = $"memory region at {description.GuestAddress:x} has an impossible size or offset ({size:x} at {description.FileOffset:x})";
            return null;
        }

        try
        {
            var mapping = MemoryMapping.Map(description.File.Number, (long)description.FileOffset, (long)size);
            return new GuestRegion(description, mapping);
        }
        catch (LinuxException failure)
        {
            refusal = $"memory region at {description.GuestAddress:x} cannot be mapped: {failure.Message}";
            return null;
        }
    }
}
