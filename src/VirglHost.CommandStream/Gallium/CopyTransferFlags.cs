namespace VirglHost.CommandStream.Gallium;

/// <summary>VIRGL_COPY_TRANSFER3D_FLAGS_*.</summary>
[Flags]
public enum CopyTransferFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,
    /// <summary>SYNCHRONIZED: the destination may still be in use by the GPU.</summary>
    Synchronized = 1,
    /// <summary>READ_FROM_HOST: host storage to the staging backing store.</summary>
    ReadFromHost = 2,
}
