namespace VirglHost.VirtioGpu;

/// <summary>Keeps requests for reuse, and with their number bounds how many can wait at once.</summary>
internal sealed class RequestPool(int maximum)
{
    private readonly Stack<GpuRequest> _free = new();
    private int _made;

    /// <summary>Requests handed out and not returned.</summary>
    public int InUse => _made - _free.Count;

    /// <summary>One more can be handed out.</summary>
    public bool HasRoom => _free.Count > 0 || _made < maximum;

    /// <summary>A request to pop into.</summary>
    /// <returns>False when the guest has too many waiting: it is served on when some are done.</returns>
    public bool TryRent(out GpuRequest request)
    {
        if (_free.TryPop(out request!)) return true;
        if (_made >= maximum) return false;
        _made++;
        request = new GpuRequest();
        return true;
    }

    public void Return(GpuRequest request) => _free.Push(request);
}
