using VirglHost.Rendering;

namespace VirglHost.Recording;

/// <summary>
/// Guest memory in a replay: zero but for what the recording says was read, and what the replay wrote. Pages come into being when they are written, so a
/// file that claims terabytes costs nothing.
/// </summary>
/// <param name="lengthInBytes">Bytes that the recording says it has.</param>
/// <param name="budget">What the pages of all stores may take together.</param>
internal sealed class PagedStore(long lengthInBytes, PageBudget budget) : IBackingStore
{
    private const int PageSizeInBytes = PageBudget.PageSizeInBytes;

    private readonly Dictionary<long, byte[]> _pages = [];

    /// <inheritdoc/>
    public long LengthInBytes { get; } = lengthInBytes;

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> destination)
    {
        Require(offset, destination.Length);
        while (!destination.IsEmpty)
        {
            int within = (int)(offset % PageSizeInBytes);
            int portion = Math.Min(destination.Length, PageSizeInBytes - within);
            if (_pages.TryGetValue(offset / PageSizeInBytes, out byte[]? page))
                page.AsSpan(within, portion).CopyTo(destination);
            else
                destination[..portion].Clear();
            destination = destination[portion..];
            offset += portion;
        }
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> source)
    {
        Require(offset, source.Length);
        while (!source.IsEmpty)
        {
            int within = (int)(offset % PageSizeInBytes);
            int portion = Math.Min(source.Length, PageSizeInBytes - within);
            long number = offset / PageSizeInBytes;
            if (!_pages.TryGetValue(number, out byte[]? page))
            {
                budget.Take();
                _pages.Add(number, page = new byte[PageSizeInBytes]);
            }

            source[..portion].CopyTo(page.AsSpan(within));
            source = source[portion..];
            offset += portion;
        }
    }

    /// <inheritdoc/>
    public bool TryGetSpan(long offset, int length, out Span<byte> span)
    {
        span = default;
        if (offset < 0 || length <= 0 || length > LengthInBytes - offset)
            return false;
        int within = (int)(offset % PageSizeInBytes);
        if (within + length > PageSizeInBytes || !_pages.TryGetValue(offset / PageSizeInBytes, out byte[]? page))
            return false;
        span = page.AsSpan(within, length);
        return true;
    }

    /// <summary>Lets go of the pages: nothing reads or writes them any more.</summary>
    public void Release()
    {
        budget.Return(_pages.Count);
        _pages.Clear();
    }

    private void Require(long offset, int length)
    {
        if (offset < 0 || offset > LengthInBytes - length)
            throw new ArgumentOutOfRangeException(nameof(offset), $"bytes {offset}..+{length} of {LengthInBytes}");
    }
}
