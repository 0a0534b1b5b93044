namespace VirglHost.Rendering;

/// <summary>Counts the bytes that a guest's objects hold on the host and refuses what would exceed the limit. Any thread.</summary>
internal sealed class MemoryBudget(long limitInBytes)
{
    private long _usedInBytes;

    /// <summary>Bytes reserved and not yet returned.</summary>
    public long UsedInBytes => Interlocked.Read(ref _usedInBytes);

    /// <summary>Takes <paramref name="sizeInBytes"/> from the budget; false, with nothing taken, where too little is left.</summary>
    public bool TryReserve(long sizeInBytes)
    {
        if (sizeInBytes < 0 || sizeInBytes > limitInBytes)
        {
            return false;
        }

        if (Interlocked.Add(ref _usedInBytes, sizeInBytes) <= limitInBytes)
        {
            return true;
        }

        Return(sizeInBytes);
        return false;
    }

    /// <summary>Gives back what an earlier <see cref="TryReserve"/> took.</summary>
    public void Return(long sizeInBytes) => Interlocked.Add(ref _usedInBytes, -sizeInBytes);
}
