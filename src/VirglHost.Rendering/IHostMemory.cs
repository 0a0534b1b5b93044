namespace VirglHost.Rendering;

/// <summary>
/// Memory that a door shares with its guest and that a buffer lives in: both sides write it at any moment. Once it was handed over, the renderer disposes it,
/// when no work of the host's OpenGL can touch it any more.
/// </summary>
public interface IHostMemory : IDisposable
{
    /// <summary>First byte, at the start of a page.</summary>
    nint Address { get; }

    /// <summary>Bytes, at least one; the last page is mapped to its end.</summary>
    long LengthInBytes { get; }
}
