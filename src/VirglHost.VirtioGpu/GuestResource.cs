using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu;

/// <summary>
/// What the device itself remembers of a resource. Its content lives in one of three places: a plain image here, the guest's own pages (a blob),
/// or the renderer.
/// </summary>
internal sealed class GuestResource(uint id, uint width, uint height)
{
    private Guid _uuid;

    public uint Id { get; } = id;

    /// <summary>Pixels of level 0; bytes of a buffer. Of a blob: as it was last shown.</summary>
    public uint Width { get; set; } = width;

    /// <summary>Pixels of level 0. Of a blob: as it was last shown.</summary>
    public uint Height { get; set; } = height;

    /// <summary>The content of a 2D resource that no context has asked for; null otherwise.</summary>
    public PlainImage? Image { get; set; }

    /// <summary>Bytes of a blob in the guest's own memory; 0 when it is none.</summary>
    public ulong BlobSize { get; init; }

    public bool IsBlob => BlobSize != 0;

    /// <summary>The renderer knows it.</summary>
    public bool IsRendered => Image is null && !IsBlob;

    /// <summary>The guest's pages; null while it has none.</summary>
    public GuestBacking? Backing { get; set; }

    /// <summary>Runs of guest pages that the backing consists of; counted against the limit for all resources.</summary>
    public int BackingRanges { get; set; }

    /// <summary>It was found to be readable, so it can be shown and be a pointer.</summary>
    public bool IsReadable { get; set; }

    /// <summary>Its memory as a viewer gets it, once one has been shown it; ends with the resource.</summary>
    public SharedPicture? Shared { get; set; }

    /// <summary>Its memory cannot be given out: not tried again.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>Names it everywhere; made up when first asked for, and the same ever after.</summary>
    public Guid Uuid => _uuid == Guid.Empty ? _uuid = Guid.NewGuid() : _uuid;
}
