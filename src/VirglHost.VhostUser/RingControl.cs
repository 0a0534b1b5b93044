using System.Buffers.Binary;
using VirglHost.Linux;
using VirglHost.VhostUser.Memory;
using VirglHost.VhostUser.Messages;
using VirglHost.VhostUser.Queues;

namespace VirglHost.VhostUser;

/// <summary>
/// Carries out the vring messages and decides when a ring runs: features accepted, enabled, kicked, with size and addresses that resolve.
/// Methods return null, or the reason why the request was refused.
/// </summary>
internal sealed class RingControl : IDisposable
{
    // SPEC: virtio 1.2, 2.1.
    private const byte DriverOk = 4;

    private readonly IVhostUserDevice _device;
    private readonly NegotiatedState _state;
    private readonly GuestMemory _memory;
    private readonly VirtQueue[] _queues;
    private string? _featureRefusal;

    internal RingControl(IVhostUserDevice device, NegotiatedState state, GuestMemory memory)
    {
        _device = device;
        _state = state;
        _memory = memory;
        _queues = new VirtQueue[state.Rings.Count];
        for (int i = 0; i < _queues.Length; i++) _queues[i] = new VirtQueue(i, state.Rings[i], memory);
    }

    public void Dispose()
    {
        foreach (NegotiatedRing ring in _state.Rings)
        {
            ring.Kick?.Dispose();
            ring.Call?.Dispose();
            ring.Error?.Dispose();
            (ring.Kick, ring.Call, ring.Error) = (null, null, null);
        }
    }

    internal string? SetFeatures(ulong features)
    {
        if (_state.AreFeaturesAccepted && features == _state.Features) return Announce(features);
        StopAll();
        _featureRefusal = VirtioFeatures.Refuse(features, _device.Features);
        _state.AreFeaturesAccepted = _featureRefusal is null;
        _state.Features = _featureRefusal is null ? features : 0;
        if (_featureRefusal is null) return Announce(features);
        foreach (NegotiatedRing ring in _state.Rings) ring.Error?.Signal();
        return _featureRefusal;
    }

    internal string? SetNum(ReadOnlySpan<byte> payload)
    {
        int index = StoppedIndex(payload, "size");
        // GUEST: the driver chose it; whether it makes a ring is decided when the ring starts.
        _state.Rings[index].Size = SecondWord(payload);
        return null;
    }

    internal string? SetAddresses(ReadOnlySpan<byte> payload)
    {
        int index = Index(payload);
        NegotiatedRing ring = _state.Rings[index];
        ulong descriptors = Quad(payload, 8), used = Quad(payload, 16), available = Quad(payload, 24);
        if ((SecondWord(payload) & 1) != 0) return $"queue {index}: dirty page logging of the used ring is not built";
        bool isSame = ring.HasAddresses && ring.DescriptorAddress == descriptors && ring.UsedAddress == used && ring.AvailableAddress == available;
        if (isSame) return null;
        if (_queues[index].IsRunning) throw new VhostProtocolException($"the addresses of queue {index} were changed while it runs");
        (ring.DescriptorAddress, ring.UsedAddress, ring.AvailableAddress, ring.HasAddresses) = (descriptors, used, available, true);
        return null;
    }

    /// <summary>SPEC: vhost-user, "Vring state": a packed ring has its position of return in the upper half.</summary>
    internal string? SetBase(ReadOnlySpan<byte> payload)
    {
        int index = StoppedIndex(payload, "base index");
        uint next = SecondWord(payload);
        if (next > ushort.MaxValue && _state.AreFeaturesAccepted && !IsPacked) return $"queue {index}: base {next:x} is one of a packed ring";
        if (TellsOfReset(index, next)) ForgetGuest();
        (_state.Rings[index].NextAvailable, _state.Rings[index].NextUsed) = unchecked(((ushort)next, (ushort)(next >> 16)));
        return null;
    }

    /// <summary>
    /// A front-end without RESET_DEVICE that does not tell the driver's status either (QEMU's GPU tells FEATURES_OK and no more) says nothing when the guest's driver
    /// is reset. But a paused ring goes on where it stood, and that of a new driver begins at the beginning. One ring alone proves nothing (VIRTIO_F_RING_RESET), so it counts only while all rest.
    /// </summary>
    private bool TellsOfReset(int index, uint next)
    {
        bool hasSaying = (_state.ProtocolFeatures & (ulong)ProtocolFeatures.ResetDevice) is not (null or 0) || (_state.Status & DriverOk) != 0;
        uint beginning = IsPacked ? PackedRing.Beginning : 0;
        return !hasSaying && next == beginning && BaseOf(_state.Rings[index]) is not 0 and var stood && stood != beginning && Array.TrueForAll(_queues, queue => !queue.IsRunning);
    }

    private void ForgetGuest()
    {
        foreach (NegotiatedRing ring in _state.Rings) (ring.NextAvailable, ring.NextUsed) = (0, 0);
        _device.Reset();
    }

    private uint BaseOf(NegotiatedRing ring) => ring.NextAvailable | (IsPacked ? (uint)ring.NextUsed << 16 : 0);

    /// <summary>Stops the ring; nothing is written to it afterwards.</summary>
    internal (uint Index, uint Next) GetBase(ReadOnlySpan<byte> payload)
    {
        int index = Index(payload);
        Stop(index);
        NegotiatedRing ring = _state.Rings[index];
        ring.Kick?.Dispose();
        ring.Kick = null;
        return ((uint)index, BaseOf(ring));
    }

    internal string? SetKick(ulong word, MessageAssembler message)
    {
        int index = Index(word);
        EventFd? kick = TakeEvent(word, message);
        Stop(index);
        _state.Rings[index].Kick?.Dispose();
        _state.Rings[index].Kick = kick;
        return kick is null ? $"queue {index}: polling without a kick descriptor is not built" : TryStart(index);
    }

    internal void SetCall(ulong word, MessageAssembler message)
    {
        NegotiatedRing ring = _state.Rings[Index(word)];
        ring.Call?.Dispose();
        ring.Call = TakeEvent(word, message);
        _queues[Index(word)].CallReplaced();
    }

    internal void SetError(ulong word, MessageAssembler message)
    {
        NegotiatedRing ring = _state.Rings[Index(word)];
        ring.Error?.Dispose();
        ring.Error = TakeEvent(word, message);
    }

    internal string? SetEnable(ReadOnlySpan<byte> payload)
    {
        int index = Index(payload);
        uint value = SecondWord(payload);
        if (value > 1) throw new VhostProtocolException($"SET_VRING_ENABLE of queue {index} carries {value}, expected 0 or 1");
        _state.Rings[index].IsEnabled = value == 1;
        if (value == 1) return _featureRefusal is null ? TryStart(index) : $"queue {index} cannot start: {_featureRefusal}";
        Stop(index);
        return null;
    }

    internal void StopAll()
    {
        for (int i = 0; i < _queues.Length; i++) Stop(i);
    }

    /// <summary>Back to the state after connecting, but the call and error descriptors stay: QEMU sends the latter only once.</summary>
    internal void Reset()
    {
        StopAll();
        _featureRefusal = null;
        foreach (NegotiatedRing ring in _state.Rings)
        {
            ring.Kick?.Dispose();
            ring.Kick = null;
            (ring.Size, ring.NextAvailable, ring.NextUsed, ring.IsEnabled, ring.HasAddresses) = (0, 0, 0, false, false);
            (ring.DescriptorAddress, ring.UsedAddress, ring.AvailableAddress) = (0, 0, 0);
        }
    }

    /// <summary>Stops every queue whose ring is elsewhere or nowhere in the coming set of regions.</summary>
    internal void StopThoseMoving(RegionSet next)
    {
        for (int i = 0; i < _queues.Length; i++)
        {
            if (_queues[i].Layout is not RingLayout now) continue;
            RingLayout? then = RingLayout.TryResolve(_state.Rings[i], IsPacked, next, out _);
            if (then is null || !then.IsSameAs(now)) Stop(i);
        }
    }

    /// <summary>Starts what can run now; what is complete but unusable is reported to the device.</summary>
    internal void StartReady()
    {
        for (int i = 0; i < _queues.Length; i++)
        {
            if (TryStart(i) is string refusal) _device.RequestRefused(refusal);
        }
    }

    private bool IsPacked => (_state.Features & VirtioFeatures.RingPacked) != 0;

    private static uint SecondWord(ReadOnlySpan<byte> payload) => BinaryPrimitives.ReadUInt32LittleEndian(payload[4..]);

    private static ulong Quad(ReadOnlySpan<byte> payload, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(payload[offset..]);

    /// <summary>SPEC: vhost-user, "Vring descriptor for a message": bit 8 set means that there is no descriptor.</summary>
    private static EventFd? TakeEvent(ulong word, MessageAssembler message)
    {
        if ((word & 0x100) != 0) return null;
        if (message.FdCount != 1) throw new VhostProtocolException($"{message.Code} came without its descriptor");
        try
        {
            return EventFd.FromFd(message.TakeFd(0));
        }
        catch (LinuxException failure)
        {
            throw new VhostProtocolException($"{message.Code} carries an unusable descriptor", failure);
        }
    }

    private string? Announce(ulong features)
    {
        _device.FeaturesNegotiated(features);
        StartReady();
        return null;
    }

    /// <summary>Vring state and address messages carry the index in a whole word.</summary>
    private int Index(ReadOnlySpan<byte> payload) => CheckedIndex(BinaryPrimitives.ReadUInt32LittleEndian(payload));

    /// <summary>Vring descriptor messages carry the index in the low byte, next to a flag.</summary>
    private int Index(ulong word) => CheckedIndex((uint)(word & 0xff));

    private int CheckedIndex(uint index)
        => index < _queues.Length ? (int)index : throw new VhostProtocolException($"there is no queue {index}, only {_queues.Length}");

    private int StoppedIndex(ReadOnlySpan<byte> payload, string what)
    {
        int index = Index(payload);
        return !_queues[index].IsRunning ? index : throw new VhostProtocolException($"the {what} of queue {index} was changed while it runs");
    }

    private string? TryStart(int index)
    {
        NegotiatedRing ring = _state.Rings[index];
        // SPEC: vhost-user, "Ring states": without the protocol-features bit rings are enabled from the start.
        bool isEnabled = ring.IsEnabled || (_state.Features & VirtioFeatures.ProtocolFeatures) == 0;
        if (_queues[index].IsRunning || !_state.AreFeaturesAccepted || !isEnabled || ring.Kick is null || ring.Size == 0 || !ring.HasAddresses)
            return null;
        RingLayout? layout = RingLayout.TryResolve(ring, IsPacked, _memory.Set, out string? refusal);
        if (layout is not null) refusal = RefuseBase(ring);
        if (layout is null || refusal is not null)
        {
            ring.Error?.Signal();
            return $"queue {index} cannot start: {refusal}";
        }

        _queues[index].Start(layout, VirtioFeatures.OfRings(_state.Features));
        _device.QueueStarted(index, _queues[index]);
        return null;
    }

    // The front-end chose it, from what an earlier back-end or a snapshot said.
    private string? RefuseBase(NegotiatedRing ring)
    {
        if (!IsPacked) return ring.NextUsed == 0 ? null : $"base {ring.NextUsed:x}{ring.NextAvailable:x4} is one of a packed ring";
        bool isInside = PackedRing.PositionOf(ring.NextAvailable) < ring.Size && PackedRing.PositionOf(ring.NextUsed) < ring.Size;
        return isInside ? null : $"base {ring.NextUsed:x4}{ring.NextAvailable:x4} is not inside a packed ring of {ring.Size}";
    }

    private void Stop(int index)
    {
        if (!_queues[index].IsRunning) return;
        _device.QueueStopping(index);
        _queues[index].Stop();
    }
}
