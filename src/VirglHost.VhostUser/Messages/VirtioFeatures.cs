using VirglHost.VhostUser.Queues;

namespace VirglHost.VhostUser.Messages;

/// <summary>Transport feature bits of virtio and vhost, and which of them this back-end can live with.</summary>
internal static class VirtioFeatures
{
    internal const ulong RingIndirectDescriptors = 1UL << 28;
    internal const ulong RingEventIndex = 1UL << 29;
    internal const ulong ProtocolFeatures = 1UL << 30;
    internal const ulong Version1 = 1UL << 32;
    internal const ulong RingPacked = 1UL << 34;
    internal const ulong InOrder = 1UL << 35;
    internal const ulong RingReset = 1UL << 40;

    /// <summary>What every device of this room gets without asking.</summary>
    internal const ulong Offered = RingIndirectDescriptors | RingEventIndex | ProtocolFeatures | Version1 | RingPacked | RingReset;

    /// <summary>Device-specific bits.</summary>
    internal const ulong DeviceMask = (1UL << 24) - 1;

    // QUIRK: QEMU does not limit the driver to what the back-end offered (live, QEMU 10.0.2: bits 34, 35 and 40 arrive unasked). IN_ORDER is served and
    // not offered: it makes every request wait for the slowest before it. The others need nothing from a back-end that works in software and
    // uses full barriers: NOTIFY_ON_EMPTY 24, ANY_LAYOUT 27, ORDER_PLATFORM 36.
    private const ulong Tolerated = InOrder | 1UL << 24 | 1UL << 27 | 1UL << 36;

    /// <summary>What a driver's features mean for the rings.</summary>
    internal static RingFeatures OfRings(ulong features)
        => ((features & RingIndirectDescriptors) != 0 ? RingFeatures.Indirect : 0) | ((features & RingEventIndex) != 0 ? RingFeatures.EventIndex : 0)
            | ((features & RingPacked) != 0 ? RingFeatures.Packed : 0) | ((features & InOrder) != 0 ? RingFeatures.InOrder : 0);

    /// <summary>Why a driver's feature set cannot be served, or null when it can.</summary>
    internal static string? Refuse(ulong wanted, ulong deviceFeatures)
    {
        if ((wanted & Version1) == 0) return "the driver is a legacy one: it did not accept VIRTIO_F_VERSION_1";
        ulong unknown = wanted & ~(Offered | Tolerated | deviceFeatures & DeviceMask);
        if (unknown == 0) return null;
        string names = string.Join(", ", Enumerable.Range(0, 64).Where(bit => (unknown >> bit & 1) != 0).Select(Describe));
        return $"the driver accepted features that were not offered and are not built: {names}";
    }

    private static string Describe(int bit) => bit switch
    {
        26 => "LOG_ALL (26, dirty page logging)",
        33 => "ACCESS_PLATFORM (33, iommu_platform=on)",
        _ => $"bit {bit}",
    };
}
