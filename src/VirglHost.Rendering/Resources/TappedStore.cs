namespace VirglHost.Rendering.Resources;

/// <summary>Guest memory whose every read is told to a tap. It never hands out its bytes in one piece, so that none are read unheard.</summary>
internal sealed class TappedStore(IBackingStore store, uint resourceId, IRendererTap tap) : IBackingStore
{
    /// <inheritdoc/>
    public long LengthInBytes => store.LengthInBytes;

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> destination)
    {
        store.Read(offset, destination);
        tap.ReadMemory(resourceId, offset, destination);
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> source) => store.Write(offset, source);

    /// <inheritdoc/>
    public bool TryGetSpan(long offset, int length, out Span<byte> span)
    {
        span = default;
        return false;
    }
}
