namespace VirglHost.VhostUser.Messages;

/// <summary>Transport feature bits of virtio and vhost, and which of them this back-end can live with.</summary>
internal static class VirtioFeatures
{
    internal const ulong RingIndirectDescriptors = 1UL << 28;
    internal const ulong RingEventIndex = 1UL << 29;
    internal const ulong ProtocolFeatures = 1UL << 30;
    internal const ulong Version1 = 1UL << 32;

    /// <summary>What every device of this room gets without asking.</summary>
    internal const ulong Offered = RingIndirectDescriptors | RingEventIndex | ProtocolFeatures | Version1;

    /// <summary>Device-specific bits.</summary>
    internal const ulong DeviceMask = (1UL << 24) - 1;

    // QUIRK: QEMU does not limit the driver to what the back-end offered (live, QEMU 10.0.2: bit 40 arrives unasked). These need nothing from
    // a back-end that works in software and uses full barriers: NOTIFY_ON_EMPTY 24, ANY_LAYOUT 27, ORDER_PLATFORM 36, RING_RESET 40.
    private const ulong Tolerated = 1UL << 24 | 1UL << 27 | 1UL << 36 | 1UL << 40;

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
        34 => "RING_PACKED (34, packed=on)",
        35 => "IN_ORDER (35, in_order=on)",
        _ => $"bit {bit}",
    };
}
