namespace VirglHost.Rendering;

/// <summary>Counts the bytes that a guest's objects hold on the host and refuses what would exceed the limit. Owner thread only.</summary>
internal sealed class MemoryBudget(long limitInBytes)
{
    private long _usedInBytes;

    /// <summary>Bytes reserved and not yet returned.</summary>
    public long UsedInBytes => _usedInBytes;

    /// <summary>Takes <paramref name="sizeInBytes"/> from the budget; false, with nothing taken, where too little is left.</summary>
    public bool TryReserve(long sizeInBytes)
    {
        if (sizeInBytes < 0 || sizeInBytes > limitInBytes - _usedInBytes)
        {
            return false;
        }

        _usedInBytes += sizeInBytes;
        return true;
    }

    /// <summary>Gives back what an earlier <see cref="TryReserve"/> took.</summary>
    public void Return(long sizeInBytes) => _usedInBytes -= sizeInBytes;
}
