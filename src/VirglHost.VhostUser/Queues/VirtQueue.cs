using VirglHost.Linux;
using VirglHost.VhostUser.Memory;

namespace VirglHost.VhostUser.Queues;

/// <summary>
/// The device's side of one virtqueue, split or packed (SPEC: virtio 1.2, 2.7 and 2.8), with indirect descriptors, event indices and, where the driver
/// relies on it, requests returned in the order they came. Belongs to the session's thread.
/// </summary>
public sealed class VirtQueue
{
    private readonly NegotiatedRing _state;
    private readonly GuestMemory _memory;
    private Ring? _ring;
    private OrderedReturns? _order;
    private bool _mustSignal;
    private int _epoch;

    internal VirtQueue(int index, NegotiatedRing ring, GuestMemory memory)
    {
        Index = index;
        _state = ring;
        _memory = memory;
    }

    /// <summary>Number of the queue.</summary>
    public int Index { get; }

    /// <summary>Number of ring entries; 0 while stopped.</summary>
    public int Size => _ring?.Layout.Size ?? 0;

    /// <summary>Signalled by the guest. Only while the queue runs.</summary>
    /// <exception cref="InvalidOperationException">The queue is stopped.</exception>
    public EventFd Kick => _ring is not null ? _state.Kick! : throw new InvalidOperationException($"queue {Index} is stopped");

    /// <summary>Started and not stopped again; a broken queue still counts as running.</summary>
    public bool IsRunning => _ring is not null;

    /// <summary>The ring was found to be nonsense since the last start.</summary>
    public bool IsBroken => BrokenReason is not null;

    /// <summary>What was nonsense, for the log; null while it is not broken.</summary>
    public string? BrokenReason { get; private set; }

    /// <summary>Chains taken and not yet returned since the last start.</summary>
    public int OutstandingCount { get; private set; }

    internal RingLayout? Layout => _ring?.Layout;

    /// <summary>Takes the next request. Allocates only when the chain is longer than any that the object held before.</summary>
    /// <param name="chain">Filled when the result is Chain; its Head is also valid when the result is Malformed.</param>
    /// <exception cref="InvalidOperationException">The chain still holds a request that was not returned.</exception>
    public PopResult TryPop(DescriptorChain chain)
    {
        if (IsBroken) return PopResult.QueueBroken;
        if (_ring is not Ring ring) return PopResult.Empty;
        if (chain.IsOutstanding && chain.Queue!.IsCurrent(chain)) throw new InvalidOperationException($"chain {chain.Head} was not returned yet");

        PopResult result = ring.TryTake(chain, out string? reason);
        if (result == PopResult.Empty) return result;
        if (result == PopResult.QueueBroken) return Break(reason!);
        // GUEST: entries that are with the device were made available again.
        if ((_order?.Count ?? OutstandingCount) == ring.Layout.Size) return Break($"more requests are out than the ring of {ring.Layout.Size} can hold");
        OutstandingCount++;
        chain.Begin(this, _memory, _epoch, _order?.Take(chain) ?? 0);
        if (result == PopResult.Malformed) chain.Clear();
        return result;
    }

    /// <summary>Returns a request to the driver. The interrupt is separate: <see cref="NotifyIfNeeded"/>.</summary>
    /// <param name="chain">Taken from this queue and not returned yet.</param>
    /// <param name="written">Bytes written to its writable part, from its start.</param>
    /// <returns>False, with nothing done, when the queue stopped or broke since the chain was taken.</returns>
    /// <exception cref="InvalidOperationException">The chain was returned already, or belongs elsewhere.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More bytes than there is room.</exception>
    public bool PushUsed(DescriptorChain chain, uint written)
    {
        if (chain.Queue != this || !chain.IsOutstanding)
            throw new InvalidOperationException($"chain {chain.Head} is not outstanding in queue {Index}");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(written, (ulong)chain.WritableLength);
        chain.IsOutstanding = false;
        if (!IsCurrent(chain)) return false;

        OutstandingCount--;
        if (_order is null) _ring!.Return(chain.Head, chain.SlotCount, written);
        else _order.Return(chain.Place, written);
        return true;
    }

    /// <summary>Interrupts the driver if it wants to hear about what was returned since the last interrupt.</summary>
    /// <returns>True when the call descriptor was signalled.</returns>
    public bool NotifyIfNeeded()
    {
        if (_ring is not Ring ring || IsBroken || !ring.HasUnsignalled) return false;

        // Full barrier: what was returned must be visible before the driver's wish is read, or both sides could miss each other.
        Interlocked.MemoryBarrier();
        bool isWanted = ring.TakeInterruptWish() || _mustSignal;
        if (!isWanted || _state.Call is null) return false;
        _mustSignal = false;
        _state.Call.Signal();
        return true;
    }

    /// <summary>Tells the driver that it need not kick while the queue is drained anyway. Optional.</summary>
    public void DisableNotifications()
    {
        if (_ring is Ring ring && !IsBroken) ring.DisableNotifications();
    }

    /// <summary>Asks the driver to kick for the next request.</summary>
    /// <returns>True when the queue really is empty: wait for <see cref="Kick"/>. False when more arrived meanwhile: take it now.</returns>
    public bool EnableNotifications()
    {
        if (_ring is not Ring ring || IsBroken) return true;
        ring.EnableNotifications();
        // Full barrier: the request to kick must be visible before the ring is looked at once more.
        Interlocked.MemoryBarrier();
        return !ring.HasAvailable();
    }

    internal bool IsCurrent(DescriptorChain chain) => _ring is not null && !IsBroken && chain.Epoch == _epoch;

    internal void Start(RingLayout layout, RingFeatures features)
    {
        _ring = Ring.Create(layout, _state, _memory, features);
        _order = (features & RingFeatures.InOrder) != 0 ? new OrderedReturns(_ring) : null;
        _epoch = unchecked(_epoch + 1);
        BrokenReason = null;
        OutstandingCount = 0;
        _mustSignal = true;
    }

    internal void Stop()
    {
        _ring = null;
        _order = null;
        OutstandingCount = 0;
    }

    /// <summary>A completion may have gone to the call descriptor that was just replaced.</summary>
    internal void CallReplaced()
    {
        if (_ring is not null && !IsBroken) _state.Call?.Signal();
    }

    internal PopResult Break(string reason)
    {
        BrokenReason = $"queue {Index}: {reason}";
        _state.Error?.Signal();
        return PopResult.QueueBroken;
    }
}
