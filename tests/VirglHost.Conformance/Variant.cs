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
}
