namespace VirglHost.OpenGL;

/// <summary>The share groups, one for each thread, whose contexts share objects. Any thread; what <see cref="All"/> gives never changes afterwards.</summary>
internal sealed class GlPeerList
{
    private readonly Lock _changes = new();
    private volatile GlShareGroup[] _all = [];

    /// <summary>All groups, in the order they came.</summary>
    public GlShareGroup[] All => _all;

    public void Add(GlShareGroup group)
    {
        lock (_changes)
        {
            _all = [.. _all, group];
        }
    }

    public void Remove(GlShareGroup group)
    {
        lock (_changes)
        {
            _all = Array.FindAll(_all, other => other != group);
        }
    }
}
