using System.Buffers.Binary;
using System.Numerics;
using VirglHost.Linux;
using VirglHost.VhostUser.Memory;

namespace VirglHost.VhostUser.Queues;

/// <summary>Where the three parts of a split ring lie in host memory (SPEC: virtio 1.2, 2.7). Each part is inside one mapping.</summary>
internal sealed class RingLayout
{
    internal const uint MaximumSize = 32768;

    private readonly Part _descriptors;
    private readonly Part _available;
    private readonly Part _used;

    private RingLayout(int size, Part descriptors, Part available, Part used)
    {
        Size = size;
        _descriptors = descriptors;
        _available = available;
        _used = used;
    }

    /// <summary>Number of entries, a power of two.</summary>
    internal int Size { get; }

    /// <summary>The descriptor table.</summary>
    internal Span<byte> Descriptors => _descriptors.Bytes;

    /// <summary>flags u16, index u16, ring u16[Size], used_event u16.</summary>
    internal Span<byte> Available => _available.Bytes;

    /// <summary>flags u16, index u16, {id u32, length u32}[Size], avail_event u16.</summary>
    internal Span<byte> Used => _used.Bytes;

    internal int UsedEventOffset => 4 + 2 * Size;

    internal int AvailableEventOffset => 4 + 8 * Size;

    /// <summary>Resolves a ring against a set of regions, or says why it cannot be used. Addresses and size come from the guest's driver.</summary>
    internal static RingLayout? TryResolve(NegotiatedRing ring, RegionSet regions, out string? refusal)
    {
        uint size = ring.Size;
        if (size is 0 or > MaximumSize || !BitOperations.IsPow2(size))
        {
            refusal = $"a split ring of {size} entries is not allowed: it must be a power of two, 1 to {MaximumSize}";
            return null;
        }

        int count = (int)size;
        refusal = null;
        Part? descriptors = Resolve(regions, "descriptor table", ring.DescriptorAddress, count * Descriptor.SizeInBytes, 16, ref refusal);
        Part? available = Resolve(regions, "available ring", ring.AvailableAddress, 6 + 2 * count, 2, ref refusal);
        Part? used = Resolve(regions, "used ring", ring.UsedAddress, 6 + 8 * count, 4, ref refusal);
        return refusal is null ? new RingLayout(count, descriptors!.Value, available!.Value, used!.Value) : null;
    }

    /// <summary>Same host bytes as another layout: a memory change did not touch this ring.</summary>
    internal bool IsSameAs(RingLayout other)
        => Size == other.Size && _descriptors == other._descriptors && _available == other._available && _used == other._used;

    internal ushort ReadAvailableEntry(int slot) => BinaryPrimitives.ReadUInt16LittleEndian(_available.Bytes[(4 + 2 * slot)..]);

    internal void WriteUsedEntry(int slot, uint head, uint written)
    {
        Span<byte> entry = _used.Bytes.Slice(4 + 8 * slot, 8);
        BinaryPrimitives.WriteUInt32LittleEndian(entry, head);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], written);
    }

    private static Part? Resolve(RegionSet regions, string name, ulong address, int length, uint alignment, ref string? refusal)
    {
        if (!regions.TryResolveFrontEnd(address, (ulong)length, out GuestRegion? region, out long offset))
        {
            refusal ??= $"the {name} at {address:x} ({length} bytes) is not inside shared guest memory; "
                + "QEMU needs a memory backend with share=on";
            return null;
        }

        // Mappings start on a page of the file, so file offsets and host addresses agree in their low bits.
        if (unchecked(region!.Description.FileOffset + (ulong)offset) % alignment != 0)
        {
            refusal ??= $"the {name} at {address:x} is not aligned to {alignment} bytes";
            return null;
        }

        return new Part(region.Mapping, offset, length);
    }

    private readonly record struct Part(MemoryMapping Mapping, long Offset, int Length)
    {
        internal Span<byte> Bytes => Mapping.Slice(Offset, Length);
    }
}
