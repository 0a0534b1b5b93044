using VirglHost.Linux;
using VirglHost.Rendering;

namespace VirglHost.Vtest;

/// <summary>
/// Memory shared with one client, which backs one resource or is where a mapped buffer lives. Its size is sealed, so the client cannot shrink it under our mapping; its bytes change at any
/// time, so the renderer copies before it interprets.
/// </summary>
internal sealed class SharedMemoryStore : IBackingStore, IHostMemory
{
    private readonly Memfd _file;
    private readonly MemoryMapping _mapping;

    /// <param name="resourceId">Shows in the name that /proc gives the memory.</param>
    /// <param name="lengthInBytes">Size, greater than 0.</param>
    public SharedMemoryStore(uint resourceId, uint lengthInBytes)
    {
        _file = new Memfd($"virglhost-resource-{resourceId}", lengthInBytes);
        try
        {
            _mapping = MemoryMapping.Map(_file.Fd, 0, lengthInBytes);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public long LengthInBytes => _mapping.Length;

    /// <inheritdoc/>
    public nint Address => _mapping.Address;

    /// <summary>The file to send; gone after <see cref="FileSent"/>, unless <see cref="KeepsFile"/>.</summary>
    public int Fd => _file.Fd;

    /// <summary>Whether the file stays open after it was sent, to be sent again for another resource.</summary>
    public bool KeepsFile { get; set; }

    /// <summary>The client has its own descriptor now and the mapping keeps the memory: all but a few resources cost no descriptor.</summary>
    public void FileSent()
    {
        if (!KeepsFile)
            _file.Dispose();
    }

    /// <summary>Sets every byte to 0, for another resource of the same client.</summary>
    public void Clear() => _mapping.Slice(0, (int)LengthInBytes).Clear();

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> destination) => _mapping.Slice(offset, destination.Length).CopyTo(destination);

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> source) => source.CopyTo(_mapping.Slice(offset, source.Length));

    /// <inheritdoc/>
    public bool TryGetSpan(long offset, int length, out Span<byte> span)
    {
        span = offset >= 0 && length >= 0 && offset <= LengthInBytes - length ? _mapping.Slice(offset, length) : default;
        return offset >= 0 && length >= 0 && offset <= LengthInBytes - length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mapping.Dispose();
        _file.Dispose();
    }
}
