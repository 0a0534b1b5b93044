using VirglHost.Testing;

namespace VirglHost.Conformance;

/// <summary>How the front-end and the driver of a run are.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Rings">Format of the queues.</param>
/// <param name="DriverFeatures">What the driver accepts, VERSION_1 aside.</param>
/// <param name="ProtocolFeatures">What the front-end knows.</param>
internal sealed record Variant(string Name, RingFormat Rings, ulong DriverFeatures, ulong ProtocolFeatures)
{
    private const ulong Ring = VhostUserFrontend.IndirectDescriptors | VhostUserFrontend.EventIndex;
    private const ulong Device = VhostUserFrontend.Virgl | VhostUserFrontend.Edid | VhostUserFrontend.ResourceUuid | VhostUserFrontend.ResourceBlob
        | VhostUserFrontend.ContextInit;

    private const ulong All = 0xfffff;

    private static readonly ulong[] _ring = [VhostUserFrontend.IndirectDescriptors, VhostUserFrontend.EventIndex, VhostUserFrontend.InOrder];
    private static readonly ulong[] _protocol =
    [
        VhostUserFrontend.MultipleQueues, VhostUserFrontend.ReplyAck, VhostUserFrontend.BackendRequests, VhostUserFrontend.ResetDeviceBit,
        VhostUserFrontend.MemorySlots, VhostUserFrontend.StatusBit,
    ];

    public static Variant[] Every { get; } =
    [
        new("split rings, all features", RingFormat.Split, Ring | Device, All),
        new("split, no device feature", RingFormat.Split, Ring, All),
        new("split, EDID alone", RingFormat.Split, Ring | VhostUserFrontend.Edid, All),
        new("split, VIRGL alone", RingFormat.Split, Ring | VhostUserFrontend.Virgl, All),
        new("split, without indirect descriptors", RingFormat.Split, Device | VhostUserFrontend.EventIndex, All),
        new("split, without event indices", RingFormat.Split, Device | VhostUserFrontend.IndirectDescriptors, All),
        new("split, plain", RingFormat.Split, 0, All),
        new("split, in order", RingFormat.Split, Ring | Device | VhostUserFrontend.InOrder, All),
        new("split, front-end knows CONFIG alone", RingFormat.Split, Ring | Device, VhostUserFrontend.Config),
        new("split, front-end without memory slots", RingFormat.Split, Ring | Device, All & ~VhostUserFrontend.MemorySlots),
        new("packed rings, all features", RingFormat.Packed, Ring | Device | VhostUserFrontend.RingPacked, All),
        new("packed, without indirect descriptors", RingFormat.Packed, Device | VhostUserFrontend.EventIndex | VhostUserFrontend.RingPacked, All),
        new("packed, without event indices", RingFormat.Packed, Device | VhostUserFrontend.IndirectDescriptors | VhostUserFrontend.RingPacked, All),
        new("packed, plain, in order", RingFormat.Packed, VhostUserFrontend.RingPacked | VhostUserFrontend.InOrder, All),
    ];

    /// <summary>Every subset of features that go together, by what they are.</summary>
    public static (string Name, Variant[] Variants)[] Subsets { get; } =
    [
        ("the five device features (CONTEXT_INIT only with VIRGL), split rings",
            [.. Of(5).Where(set => (set & VhostUserFrontend.ContextInit) == 0 || (set & VhostUserFrontend.Virgl) != 0).Select(set => new Variant($"device {set:x}", RingFormat.Split, Ring | set, All))]),
        ("INDIRECT_DESC, EVENT_IDX and IN_ORDER, split rings", [.. RingSubsets(RingFormat.Split, 0)]),
        ("INDIRECT_DESC, EVENT_IDX and IN_ORDER, packed rings", [.. RingSubsets(RingFormat.Packed, VhostUserFrontend.RingPacked)]),
        ("MQ, REPLY_ACK, BACKEND_REQ, RESET_DEVICE, CONFIGURE_MEM_SLOTS and STATUS beside CONFIG, split rings",
            [.. Of(_protocol.Length).Select(set => new Variant($"protocol {set:x}", RingFormat.Split, Ring | Device, VhostUserFrontend.Config | Pick(_protocol, set)))]),
    ];

    private static IEnumerable<Variant> RingSubsets(RingFormat format, ulong always)
        => Of(_ring.Length).Select(set => new Variant($"ring {set:x}", format, Device | always | Pick(_ring, set), All));

    private static IEnumerable<ulong> Of(int count) => Enumerable.Range(0, 1 << count).Select(set => (ulong)set);

    private static ulong Pick(ulong[] features, ulong set) => features.Where((_, i) => (set & 1UL << i) != 0).Aggregate(0UL, (all, one) => all | one);
}
