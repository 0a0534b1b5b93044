using System.Collections.Concurrent;
using VirglHost.OpenGL.Egl;
using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering;

/// <summary>
/// Waits for fences on a thread and an EGL context of its own and hands them back in the order they were given. The owner thread calls every member;
/// the waiter's thread only waits and calls back.
/// </summary>
public sealed class FenceWaiter : IDisposable
{
    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<RenderFence> _waiting = new();
    private readonly ConcurrentQueue<RenderFence> _retired = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly Action _onRetired;
    private readonly EglContext _context;
    private readonly Thread _thread;
    private volatile bool _stopping;

    /// <summary>Starts the thread.</summary>
    /// <param name="renderer">Whose fences these are; its owner thread makes the waiter.</param>
    /// <param name="onRetired">Called on the waiter's own thread after each fence that became ready for <see cref="TryTakeRetired"/>; it should only wake the owner.</param>
    public FenceWaiter(Renderer renderer, Action onRetired)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(onRetired);
        _onRetired = onRetired;
        _context = renderer.CreateWaitContext();
        _thread = new Thread(Run) { Name = "virglhost-fence", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Hands a fence over; it comes back through <see cref="TryTakeRetired"/>.</summary>
    public void Enqueue(RenderFence fence)
    {
        ArgumentNullException.ThrowIfNull(fence);
        _waiting.Enqueue(fence);
        _arrivals.Release();
    }

    /// <summary>Takes the next fence that has passed; the caller gives it to <see cref="Renderer.CompleteFence"/>.</summary>
    public bool TryTakeRetired([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RenderFence? fence) => _retired.TryDequeue(out fence);

    /// <summary>Stops the thread. Fences that are still waiting are not handed back.</summary>
    public void Dispose()
    {
        if (_stopping)
        {
            return;
        }

        _stopping = true;
        _arrivals.Release();
        _thread.Join();
        _context.Dispose();
        _arrivals.Dispose();
    }

    private void Run()
    {
        _context.MakeCurrent();
        while (true)
        {
            _arrivals.Wait();
            if (_stopping)
            {
                break;
            }

            if (_waiting.TryDequeue(out RenderFence? fence) && Wait(fence))
            {
                _retired.Enqueue(fence);
                _onRetired();
            }
        }

        EglContext.ReleaseCurrent(_context.Display);
    }

    /// <summary>False only when the waiter is told to stop; a wait that GL fails counts as passed, because a guest must never hang on a lost context.</summary>
    private bool Wait(RenderFence fence)
    {
        while (fence.Fence is { } sync && sync.Wait(_slice) == GlFenceStatus.TimedOut)
        {
            if (_stopping)
            {
                return false;
            }
        }

        return true;
    }
}
