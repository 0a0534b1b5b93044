using VirglHost.Linux;

namespace VirglHost.VhostUser;

/// <summary>Everything a session has negotiated, in one plain record: a device can be set going from this alone.</summary>
public sealed record NegotiatedState
{
    /// <summary>The driver's features, once accepted; 0 before.</summary>
    public ulong Features { get; internal set; }

    /// <summary>The driver's features are ones that this back-end can serve.</summary>
    public bool AreFeaturesAccepted { get; internal set; }

    /// <summary>The driver's status byte as far as the front-end told it (SPEC: virtio 1.2, 2.1); not all do, and QEMU's GPU tells FEATURES_OK only.</summary>
    public byte Status { get; internal set; }

    /// <summary>Protocol features in force; null when the front-end never negotiated any on this connection.</summary>
    public ulong? ProtocolFeatures { get; internal set; }

    /// <summary>SET_OWNER came.</summary>
    public bool HasOwner { get; internal set; }

    /// <summary>Guest memory, ordered by guest address.</summary>
    public IReadOnlyList<NegotiatedRegion> Regions { get; internal set; } = [];

    /// <summary>The rings, by index.</summary>
    public IReadOnlyList<NegotiatedRing> Rings { get; internal init; } = [];

    /// <summary>Channel for requests to the front-end; null when none was given.</summary>
    public UnixSocket? BackendChannel { get; internal set; }

    /// <summary>The display socket last received; owned by the device.</summary>
    public UnixSocket? DisplaySocket { get; internal set; }
}
