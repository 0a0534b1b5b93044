namespace VirglHost.VirtioGpu;

/// <summary>What the device itself remembers of a resource; its content lives in the renderer.</summary>
internal sealed class GuestResource(uint id, uint width, uint height)
{
    public uint Id { get; } = id;

    /// <summary>Pixels of level 0; bytes of a buffer.</summary>
    public uint Width { get; } = width;

    /// <summary>Pixels of level 0.</summary>
    public uint Height { get; } = height;

    public bool HasBacking { get; set; }

    /// <summary>Runs of guest pages that the backing consists of; counted against the limit for all resources.</summary>
    public int BackingRanges { get; set; }

    /// <summary>A pixel was read back from it once, so it can be shown and be a pointer.</summary>
    public bool IsReadable { get; set; }
}
