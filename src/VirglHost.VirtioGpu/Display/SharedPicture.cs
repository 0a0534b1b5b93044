using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Display;

/// <summary>A resource's memory as a dma-buf of one plane that starts at byte 0.</summary>
/// <param name="memory">The dma-buf, owned.</param>
internal sealed class SharedPicture(FileDescriptor memory) : IDisposable
{
    public FileDescriptor Memory { get; } = memory;

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Bytes from row to row.</summary>
    public required int Stride { get; init; }

    /// <summary>DRM_FORMAT_*.</summary>
    public required uint Fourcc { get; init; }

    /// <summary>DRM_FORMAT_MOD_*.</summary>
    public required ulong Modifier { get; init; }

    /// <summary>The first row in memory is the last one on the screen.</summary>
    public bool IsBottomUp { get; init; }

    public void Dispose() => Memory.Dispose();
}
