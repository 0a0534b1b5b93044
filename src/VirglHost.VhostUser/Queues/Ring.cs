using System.Runtime.InteropServices;
using VirglHost.VhostUser.Memory;

namespace VirglHost.VhostUser.Queues;

/// <summary>
/// One of the two formats of a virtqueue while it runs: where requests are taken from and put back, and who wants to be woken. Made anew at each start.
/// Every number in a ring is the guest's: it is copied once, checked, and only the copy is used.
/// </summary>
internal abstract class Ring(RingLayout layout, NegotiatedRing state, GuestMemory memory, RingFeatures features)
{
    internal RingLayout Layout { get; } = layout;

    /// <summary>Something was returned since <see cref="TakeInterruptWish"/> was last asked.</summary>
    internal abstract bool HasUnsignalled { get; }

    /// <summary>Where the next request is taken; kept current for GET_VRING_BASE.</summary>
    protected NegotiatedRing State { get; } = state;

    protected GuestMemory Memory { get; } = memory;

    protected bool HasEventIndex { get; } = (features & RingFeatures.EventIndex) != 0;

    private bool HasIndirect { get; } = (features & RingFeatures.Indirect) != 0;

    /// <summary>Makes the driver for the format that was negotiated.</summary>
    internal static Ring Create(RingLayout layout, NegotiatedRing state, GuestMemory memory, RingFeatures features)
        => (features & RingFeatures.Packed) != 0 ? new PackedRing(layout, state, memory, features) : new SplitRing(layout, state, memory, features);

    /// <summary>Takes the next request and names it in the chain.</summary>
    /// <param name="chain">Cleared and filled; half filled when the result is Malformed.</param>
    /// <param name="reason">Why the ring is nonsense, when the result is QueueBroken.</param>
    internal abstract PopResult TryTake(DescriptorChain chain, out string? reason);

    /// <summary>Gives a request back: its entry is visible to the driver on return.</summary>
    internal abstract void Return(ushort id, int slots, uint written);

    /// <summary>Whether the driver wants an interrupt for what was returned since the last call. After a full barrier.</summary>
    internal abstract bool TakeInterruptWish();

    /// <summary>Tells the driver that it need not kick.</summary>
    internal abstract void DisableNotifications();

    /// <summary>Asks the driver to kick for the next request; the caller puts a full barrier behind it.</summary>
    internal abstract void EnableNotifications();

    /// <summary>Whether a request can be taken.</summary>
    internal abstract bool HasAvailable();

    protected static ref ushort At(Span<byte> ringPart, int offset) => ref MemoryMarshal.AsRef<ushort>(ringPart.Slice(offset, 2));

    /// <summary>Adds a checked descriptor to a chain. Also ends loops: every turn of a walk adds one, but for the one step into an indirect table.</summary>
    protected bool TryAdd(DescriptorChain chain, ulong address, uint length, bool isWritable)
        => chain.SegmentCount < DescriptorChain.MaximumDescriptors && length != 0 && Memory.IsMapped(address, length) && chain.TryAdd(address, length, isWritable);

    /// <summary>The table that an indirect descriptor names, when it is one that can be.</summary>
    protected bool TryGetTable(ulong address, uint length, out ReadOnlySpan<byte> table)
    {
        table = default;
        if (!HasIndirect || length == 0 || length % Descriptor.SizeInBytes != 0 || length > DescriptorChain.MaximumDescriptors * Descriptor.SizeInBytes)
            return false;
        bool isContiguous = Memory.TryGetSpan(address, (int)length, out Span<byte> bytes);
        table = bytes;
        return isContiguous;
    }
}
