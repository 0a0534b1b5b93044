namespace VirglHost.Recording;

/// <summary>
/// What guest memory in a replay may take. An event of thirty bytes can ask for the copy of a whole texture to anywhere in a guest of any size: without a limit
/// a small file would fill the host.
/// </summary>
/// <param name="limitInBytes">At least a page.</param>
internal sealed class PageBudget(long limitInBytes)
{
    /// <summary>Bytes of a page.</summary>
    public const int PageSizeInBytes = 1 << 16;

    private long _usedInBytes;

    /// <summary>A page comes into being.</summary>
    /// <exception cref="RecordingException">There are too many.</exception>
    public void Take()
    {
        if (_usedInBytes + PageSizeInBytes > limitInBytes)
            throw new RecordingException(RecordingFault.Damaged, $"it fills more than {limitInBytes >> 20} MiB of guest memory");
        _usedInBytes += PageSizeInBytes;
    }

    /// <summary>Pages are gone.</summary>
    public void Return(int pages) => _usedInBytes -= (long)pages * PageSizeInBytes;
}
