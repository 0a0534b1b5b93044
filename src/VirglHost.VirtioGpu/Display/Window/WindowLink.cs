using System.Collections.Concurrent;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Display.Window;

/// <summary>The two lanes between the GPU thread and the main thread that owns the windows: frames one way, wishes the other.</summary>
/// <param name="wakeWindows">Ends the main thread's wait. Any thread.</param>
internal sealed class WindowLink(Action wakeWindows) : IDisposable
{
    private readonly WindowMailbox[] _mailboxes = [.. Enumerable.Range(0, Wire.DisplayModeArray.Count).Select(_ => new WindowMailbox())];
    private readonly ConcurrentQueue<WindowWish> _wishes = new();

    /// <summary>Signalled when there is a wish.</summary>
    public EventFd Wished { get; } = new();

    public WindowMailbox this[int scanout] => _mailboxes[scanout];

    /// <summary>A frame was published, or the server has ended. Any thread.</summary>
    public void WakeWindows() => wakeWindows();

    /// <summary>Tells the GPU thread. Main thread.</summary>
    public void Wish(in WindowWish wish)
    {
        _wishes.Enqueue(wish);
        Wished.Signal();
    }

    /// <summary>Takes the next wish. GPU thread.</summary>
    public bool TryTakeWish(out WindowWish wish) => _wishes.TryDequeue(out wish);

    public void Dispose() => Wished.Dispose();
}
