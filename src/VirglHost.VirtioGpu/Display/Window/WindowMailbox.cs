namespace VirglHost.VirtioGpu.Display.Window;

/// <summary>
/// Hands the newest frame of one screen from the GPU thread to the main thread, without either ever waiting: three frames go round, one is being filled,
/// one shown, and the one between is swapped in one step. A frame that nobody took in time is overwritten.
/// </summary>
internal sealed class WindowMailbox
{
    private WindowFrame _back = new();
    private WindowFrame _middle = new();
    private WindowFrame _front = new();
    private long _sequence;

    /// <summary>The frame to fill. GPU thread.</summary>
    public WindowFrame Back => _back;

    /// <summary>The frame taken last. Main thread.</summary>
    public WindowFrame Front => _front;

    /// <summary>Hands <see cref="Back"/> over. GPU thread.</summary>
    public void Publish()
    {
        _back.Sequence = ++_sequence;
        _back = Interlocked.Exchange(ref _middle, _back);
    }

    /// <summary>Takes a newer frame if there is one. Main thread.</summary>
    public bool TryTake()
    {
        if (Volatile.Read(ref _middle).Sequence <= _front.Sequence) return false;
        _front = Interlocked.Exchange(ref _middle, _front);
        return true;
    }
}
