namespace VirglHost.Vtest;

/// <summary>The descriptors that all clients of a server together may hold open for <see cref="SpareStores"/>. Any thread.</summary>
/// <param name="count">How many.</param>
internal sealed class SpareDescriptors(int count)
{
    private int _left = count;

    /// <summary>What of a process's limit on descriptors may be spent on saving system calls: half of it.</summary>
    /// <param name="limit">Descriptors that the process may have open.</param>
    public static SpareDescriptors Within(long limit) => new((int)Math.Clamp(limit / 2, 0, 1 << 16));

    /// <summary>Takes one; false where none is left.</summary>
    public bool TryTake()
    {
        if (Interlocked.Decrement(ref _left) >= 0)
            return true;
        Interlocked.Increment(ref _left);
        return false;
    }

    /// <summary>Gives one back.</summary>
    public void Return() => Interlocked.Increment(ref _left);
}
