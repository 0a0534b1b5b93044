using VirglHost.Linux;
using VirglHost.VhostUser.Memory;
using VirglHost.VhostUser.Queues;

namespace VirglHost.VhostUser;

/// <summary>The device behind a session. Every method is called on the thread that calls the session, from inside it, and must not wait.</summary>
public interface IVhostUserDevice
{
    /// <summary>Device-specific feature bits (0 to 23). The session adds those of the transport.</summary>
    ulong Features { get; }

    /// <summary>Number of virtqueues, 1 or greater; never changes.</summary>
    int QueueCount { get; }

    /// <summary>Reads config space; the answer goes to a waiting vCPU.</summary>
    /// <param name="offset">First byte; may lie beyond the end.</param>
    /// <param name="destination">At most 256 bytes, all zero; what does not exist stays zero.</param>
    /// <returns>Number of bytes that exist in the range.</returns>
    int ReadConfig(uint offset, Span<byte> destination);

    /// <summary>The guest wrote config space.</summary>
    /// <param name="offset">First byte; may lie beyond the end.</param>
    /// <param name="bytes">At most 256 bytes; QEMU sends the whole space.</param>
    void WriteConfig(uint offset, ReadOnlySpan<byte> bytes);

    /// <summary>The driver's feature set, after the session accepted it. Comes again at every start.</summary>
    /// <param name="features">All acknowledged bits, transport bits included.</param>
    void FeaturesNegotiated(ulong features);

    /// <summary>Guest memory is about to change: no other thread of the device may touch it when this returns.</summary>
    void MemoryChanging();

    /// <summary>Guest memory was added or removed. Pages and chains resolve again by themselves.</summary>
    /// <param name="memory">The same object for the whole session.</param>
    void MemoryChanged(GuestMemory memory);

    /// <summary>A queue runs: watch its kick and drain it once, because earlier kicks may be consumed already.</summary>
    /// <param name="index">0 to QueueCount − 1.</param>
    /// <param name="queue">The same object at each start of that index.</param>
    void QueueStarted(int index, VirtQueue queue);

    /// <summary>
    /// A queue is about to stop: stop watching its kick, and complete or forget every chain taken from it before returning. Afterwards
    /// nothing may be written to guest memory; late calls on the queue and its chains do nothing.
    /// </summary>
    /// <param name="index">0 to QueueCount − 1.</param>
    void QueueStopping(int index);

    /// <summary>QEMU handed over its display socket; comes again at every start.</summary>
    /// <param name="socket">Connected stream socket; the device owns it.</param>
    void DisplaySocketReceived(UnixSocket socket);

    /// <summary>The guest was reset, or the front-end is gone: drop all guest state. All queues were stopped before.</summary>
    void Reset();

    /// <summary>Something was asked that is not built or not right; the session goes on. To be logged as an error.</summary>
    /// <param name="reason">One readable sentence without a full stop.</param>
    void RequestRefused(string reason);
}
