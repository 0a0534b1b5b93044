namespace VirglHost.CommandStream.Gallium;

/// <summary>VIRGL_RESOURCE_FLAG_*: creation flags of a resource.</summary>
[Flags]
public enum ResourceFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,
    /// <summary>Y_0_TOP: row 0 of the storage is the last row of the guest.</summary>
    YZeroTop = 1,
    /// <summary>MAP_PERSISTENT.</summary>
    MapPersistent = 2,
    /// <summary>MAP_COHERENT.</summary>
    MapCoherent = 4,
}
