using VirglHost.Linux;

namespace VirglHost.Testing;

/// <summary>A dma-buf that QEMU would show on one head.</summary>
/// <param name="memory">The descriptor, owned.</param>
public sealed class DisplayMemory(FileDescriptor memory) : IDisposable
{
    /// <summary>Which file it is.</summary>
    public FileIdentity File { get; } = FileDescriptor.GetIdentity(memory.Number);

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Bytes from row to row.</summary>
    public required int Stride { get; init; }

    /// <summary>DRM_FORMAT_*.</summary>
    public required uint Fourcc { get; init; }

    /// <summary>DRM_FORMAT_MOD_*; null where the message has none.</summary>
    public required ulong? Modifier { get; init; }

    /// <summary>The first row is the last one of the screen.</summary>
    public required bool IsBottomUp { get; init; }

    /// <summary>Number of DMABUF_UPDATE messages for this memory.</summary>
    public int UpdateCount { get; internal set; }

    /// <inheritdoc/>
    public void Dispose() => memory.Dispose();
}
