namespace VirglHost.Testing;

/// <summary>What RESOURCE_CREATE_3D says about a resource, in Gallium's numbers.</summary>
/// <param name="Target">0 buffer, 2 2D texture, …</param>
/// <param name="Format">VirGL format number.</param>
/// <param name="Bind">VIRGL_BIND_* bits.</param>
/// <param name="Width">Texels, or bytes of a buffer.</param>
/// <param name="Height">Rows.</param>
public sealed record GpuResource3D(uint Target, uint Format, uint Bind, uint Width, uint Height = 1)
{
    /// <summary>Depth of a 3D texture.</summary>
    public uint Depth { get; init; } = 1;

    /// <summary>Layers.</summary>
    public uint ArraySize { get; init; } = 1;

    /// <summary>Last mipmap level.</summary>
    public uint LastLevel { get; init; }

    /// <summary>Samples per pixel.</summary>
    public uint Samples { get; init; }

    /// <summary>VIRGL_RESOURCE_* bits.</summary>
    public uint Flags { get; init; }
}
