using System.Numerics;
using VirglHost.Linux;
using VirglHost.VhostUser.Memory;

namespace VirglHost.VhostUser.Queues;

/// <summary>Where the three parts of a ring lie in host memory (SPEC: virtio 1.2, 2.7 and 2.8). Each part is inside one mapping.</summary>
internal sealed class RingLayout
{
    internal const uint MaximumSize = 32768;

    private readonly Part _descriptors;
    private readonly Part _driverArea;
    private readonly Part _deviceArea;

    private RingLayout(int size, Part descriptors, Part driverArea, Part deviceArea)
    {
        Size = size;
        _descriptors = descriptors;
        _driverArea = driverArea;
        _deviceArea = deviceArea;
    }

    /// <summary>Number of entries; in a split ring a power of two.</summary>
    internal int Size { get; }

    /// <summary>The descriptor table, or the packed ring itself.</summary>
    internal Span<byte> Descriptors => _descriptors.Bytes;

    /// <summary>Split: the available ring: flags u16, index u16, ring u16[Size], used_event u16. Packed: what the driver wants to hear: position u16, flags u16.</summary>
    internal Span<byte> DriverArea => _driverArea.Bytes;

    /// <summary>Split: the used ring: flags u16, index u16, {id u32, length u32}[Size], avail_event u16. Packed: what the device wants to hear.</summary>
    internal Span<byte> DeviceArea => _deviceArea.Bytes;

    /// <summary>Resolves a ring against a set of regions, or says why it cannot be used. Addresses and size come from the guest's driver.</summary>
    internal static RingLayout? TryResolve(NegotiatedRing ring, bool isPacked, RegionSet regions, out string? refusal)
    {
        uint size = ring.Size;
        if (size is 0 or > MaximumSize || (!isPacked && !BitOperations.IsPow2(size)))
        {
            refusal = isPacked
                ? $"a packed ring of {size} entries is not allowed: it must have 1 to {MaximumSize}"
                : $"a split ring of {size} entries is not allowed: it must be a power of two, 1 to {MaximumSize}";
            return null;
        }

        int count = (int)size;
        refusal = null;
        Part? descriptors = Resolve(regions, "descriptor table", ring.DescriptorAddress, count * Descriptor.SizeInBytes, 16, ref refusal);
        Part? driver = isPacked
            ? Resolve(regions, "driver's event structure", ring.AvailableAddress, 4, 4, ref refusal)
            : Resolve(regions, "available ring", ring.AvailableAddress, 6 + 2 * count, 2, ref refusal);
        Part? device = isPacked
            ? Resolve(regions, "device's event structure", ring.UsedAddress, 4, 4, ref refusal)
            : Resolve(regions, "used ring", ring.UsedAddress, 6 + 8 * count, 4, ref refusal);
        return refusal is null ? new RingLayout(count, descriptors!.Value, driver!.Value, device!.Value) : null;
    }

    /// <summary>Same host bytes as another layout: a memory change did not touch this ring.</summary>
    internal bool IsSameAs(RingLayout other)
        => Size == other.Size && _descriptors == other._descriptors && _driverArea == other._driverArea && _deviceArea == other._deviceArea;

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
