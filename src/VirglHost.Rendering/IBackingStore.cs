namespace VirglHost.Rendering;

/// <summary>The guest's pages behind a resource. The guest can change them at any moment: nothing in them is interpreted in place.</summary>
public interface IBackingStore
{
    /// <summary>Bytes from the first page to the last.</summary>
    long LengthInBytes { get; }

    /// <summary>Copies out of the store.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="destination">Receives exactly its length.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the store.</exception>
    void Read(long offset, Span<byte> destination);

    /// <summary>Copies into the store.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="source">What to write.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the store.</exception>
    void Write(long offset, ReadOnlySpan<byte> source);

    /// <summary>The bytes themselves where they lie in one piece of host memory.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="length">Byte count.</param>
    /// <param name="span">The bytes, valid until the store is detached or the guest's memory changes.</param>
    /// <returns>False when the range is scattered or leaves the store: then copy.</returns>
    bool TryGetSpan(long offset, int length, out Span<byte> span);
}
