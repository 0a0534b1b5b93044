namespace VirglHost.CommandStream.Gallium;

/// <summary>VIRGL_TRANSFER_*: direction of TRANSFER3D.</summary>
public enum TransferDirection : uint
{
    /// <summary>Backing store to host storage.</summary>
    ToHost = 1,
    /// <summary>Host storage to backing store.</summary>
    FromHost = 2,
}
