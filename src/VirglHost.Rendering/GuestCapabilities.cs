namespace VirglHost.Rendering;

/// <summary>What a Mesa guest will make of the capability sets. Immutable.</summary>
public sealed record GuestCapabilities
{
    /// <summary>GL_VENDOR of the host.</summary>
    public required string HostVendor { get; init; }

    /// <summary>GL_RENDERER of the host.</summary>
    public required string HostRenderer { get; init; }

    /// <summary>GL_VERSION of the host.</summary>
    public required string HostVersion { get; init; }

    /// <summary>Major version of desktop OpenGL (core profile) in the guest.</summary>
    public required int GlMajor { get; init; }

    /// <summary>Minor version of desktop OpenGL (core profile) in the guest.</summary>
    public required int GlMinor { get; init; }

    /// <summary>Major version of OpenGL ES in the guest.</summary>
    public required int GlesMajor { get; init; }

    /// <summary>Minor version of OpenGL ES in the guest.</summary>
    public required int GlesMinor { get; init; }

    /// <summary>GLSL version times 100 that the guest is told; its own version follows from <see cref="GlMajor"/> too.</summary>
    public required int GlslLevel { get; init; }

    /// <summary>Limits that a person cares for.</summary>
    public required IReadOnlyList<GuestLimit> Limits { get; init; }

    /// <summary>What keeps the guest from higher versions; empty when nothing does.</summary>
    public required IReadOnlyList<CapabilityGap> Gaps { get; init; }
}
