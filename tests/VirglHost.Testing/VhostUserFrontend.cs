using System.Buffers.Binary;
using VirglHost.Linux;

namespace VirglHost.Testing;

/// <summary>
/// Plays QEMU towards a vhost-user GPU back-end: the same requests in the same order (reference: qemu10-wire-order.txt), with the guest's
/// memory and two queues behind it. One thread.
/// </summary>
public sealed class VhostUserFrontend : IDisposable
{
    /// <summary>Virtio feature bits.</summary>
    public const ulong Virgl = 1, Edid = 2, ResourceUuid = 4, ResourceBlob = 8, ContextInit = 16, IndirectDescriptors = 1UL << 28, EventIndex = 1UL << 29, ProtocolFeaturesBit = 1UL << 30, Version1 = 1UL << 32,
        RingPacked = 1UL << 34, InOrder = 1UL << 35, RingReset = 1UL << 40;

    /// <summary>vhost-user protocol feature bits.</summary>
    public const ulong MultipleQueues = 1, ReplyAck = 1 << 3, BackendRequests = 1 << 5, Config = 1 << 9, ResetDeviceBit = 1 << 13, MemorySlots = 1 << 15,
        StatusBit = 1 << 16;

    private readonly List<GuestBuffer> _announced = [];
    private UnixSocket? _backendChannel;

    /// <summary>Takes a connected socket; nothing is sent yet.</summary>
    /// <param name="socket">The connection to the back-end.</param>
    /// <param name="ram">The guest's memory.</param>
    /// <param name="rings">Format of the queues (the device properties packed=on or off).</param>
    public VhostUserFrontend(UnixSocket socket, GuestRam ram, RingFormat rings = RingFormat.Split)
    {
        Ram = ram;
        Channel = NewChannel(socket);
        Queues = [GuestQueue.Create(ram, 0, 256, rings), GuestQueue.Create(ram, 1, 16, rings)];
        if (rings == RingFormat.Packed) DriverFeatures |= RingPacked;
        foreach (GuestQueue queue in Queues) Channel.Watch(queue.Call.Fd);
    }

    /// <summary>The message level.</summary>
    public VhostUserChannel Channel { get; private set; }

    /// <summary>The guest's memory.</summary>
    public GuestRam Ram { get; }

    /// <summary>Control and cursor queue.</summary>
    public IReadOnlyList<GuestQueue> Queues { get; }

    /// <summary>QEMU's end of the display socket; null while stopped or when <see cref="OffersDisplay"/> is false.</summary>
    public DisplayPeer? Display { get; private set; }

    /// <summary>Hand over a display socket at each start. Other front-ends never do.</summary>
    public bool OffersDisplay { get; set; } = true;

    /// <summary>Size of scanout 0 that the display socket announces.</summary>
    public (int Width, int Height) DisplaySize { get; set; } = (1280, 800);

    /// <summary>What the display socket offers: bit 0 EDID, bit 1 dma-bufs with modifiers. QEMU 10: both.</summary>
    public ulong DisplayFeatures { get; set; } = 3;

    /// <summary>Which protocol features this front-end knows; QEMU 10 takes every one up to bit 19.</summary>
    public ulong KnownProtocolFeatures { get; set; } = 0xfffff;

    /// <summary>Features that the guest's driver knows.</summary>
    public ulong DriverFeatures { get; set; } = Virgl | Edid | IndirectDescriptors | EventIndex | Version1 | RingReset;

    /// <summary>What the back-end offered.</summary>
    public ulong OfferedFeatures { get; private set; }

    /// <summary>Protocol features in force.</summary>
    public ulong ProtocolFeatures { get; private set; }

    /// <summary>Features in force (set by <see cref="Start"/>).</summary>
    public ulong Features { get; private set; }

    /// <summary>A back-end that was started anew has connected: like QEMU behind a listening chardev, nothing is negotiated or said again until the next reset.</summary>
    public void Reconnect(UnixSocket socket)
    {
        CloseDisplay();
        Channel.Dispose();
        Channel = NewChannel(socket);
        foreach (GuestQueue queue in Queues) Channel.Watch(queue.Call.Fd);
    }

    /// <summary>Everything QEMU sends before the machine runs.</summary>
    public void Realize()
    {
        OfferedFeatures = Ask(1);
        ProtocolFeatures = Ask(15) & KnownProtocolFeatures;
        if ((ProtocolFeatures & Config) == 0) throw new FrontendException("the back-end does not offer CONFIG, which QEMU's GPU insists on");
        Tell(16, ProtocolFeatures);
        if (Has(MultipleQueues) && Ask(17) < 2) throw new FrontendException("the back-end has fewer than two queues");
        if (Has(MemorySlots) && Ask(36) < 1) throw new FrontendException("the back-end takes no memory region");
        if (Has(BackendRequests)) SendBackendChannel();
        Channel.Send(3, 0, []);
        OfferedFeatures = Ask(1);
        foreach (GuestQueue queue in Queues)
        {
            SendFd(13, queue.Index, queue.Call.Fd);
            SendFd(14, queue.Index, queue.Error.Fd);
        }

        ResetDevice();
    }

    /// <summary>What QEMU sends when the driver is ready (DRIVER_OK), and again after a pause.</summary>
    public void Start()
    {
        if (OffersDisplay) OpenDisplay();
        SendCalls();
        // QUIRK: like QEMU, transport bits are accepted whether or not the back-end offered them.
        Features = DriverFeatures & (OfferedFeatures | RingReset | RingPacked | InOrder);
        Tell(2, Features | ProtocolFeaturesBit);
        if (Has(StatusBit) && Ask(40) is var status && (status & 8) == 0) Tell(39, status | 8);
        AnnounceMemory();
        foreach (GuestQueue queue in Queues) SetUp(queue);
        foreach (GuestQueue queue in Queues) Enable(queue, true);
        SendCalls();
    }

    /// <summary>Sends size, base, addresses and kick of one queue.</summary>
    public void SetUp(GuestQueue queue)
    {
        queue.UseIndirect = (Features & IndirectDescriptors) != 0;
        queue.UseEventIndex = (Features & EventIndex) != 0;
        Channel.Send(8, 0, State(queue.Index, (uint)queue.Size));
        Channel.Send(10, 0, State(queue.Index, queue.Base));
        byte[] addresses = new byte[40];
        BinaryPrimitives.WriteUInt32LittleEndian(addresses, (uint)queue.Index);
        BinaryPrimitives.WriteUInt64LittleEndian(addresses.AsSpan(8), queue.DescriptorArea.Address + GuestRam.FrontEndBase);
        BinaryPrimitives.WriteUInt64LittleEndian(addresses.AsSpan(16), queue.DeviceArea.Address + GuestRam.FrontEndBase);
        BinaryPrimitives.WriteUInt64LittleEndian(addresses.AsSpan(24), queue.DriverArea.Address + GuestRam.FrontEndBase);
        BinaryPrimitives.WriteUInt64LittleEndian(addresses.AsSpan(32), queue.DeviceArea.Address);
        Channel.Send(9, 0, addresses);
        SendFd(12, queue.Index, queue.Kick.Fd);
    }

    /// <summary>Enables or disables one queue and waits for the effect, with or without REPLY_ACK.</summary>
    public void Enable(GuestQueue queue, bool isEnabled)
    {
        Acknowledged(18, State(queue.Index, isEnabled ? 1u : 0), []);
        if (!Has(ReplyAck)) Ask(1);
    }

    /// <summary>What QEMU sends at QMP stop and before a reset; the rings can be started again.</summary>
    public void Stop()
    {
        CloseDisplay();
        foreach (GuestQueue queue in Queues) Enable(queue, false);
        foreach (GuestQueue queue in Queues) queue.Base = GetBase(queue);
        SendCalls();
    }

    /// <summary>GET_VRING_BASE: stops a ring, returns where it would go on.</summary>
    public uint GetBase(GuestQueue queue)
    {
        Channel.Send(11, 0, State(queue.Index, 0));
        byte[] reply = Channel.Receive(11);
        if (reply.Length != 8 || BinaryPrimitives.ReadUInt32LittleEndian(reply) != queue.Index)
            throw new FrontendException($"the reply to GET_VRING_BASE of queue {queue.Index} is {Convert.ToHexString(reply)}");
        return BinaryPrimitives.ReadUInt32LittleEndian(reply.AsSpan(4));
    }

    /// <summary>A guest reset: stop, RESET_DEVICE, empty rings.</summary>
    public void Reset()
    {
        Stop();
        ResetDevice();
        foreach (GuestQueue queue in Queues) queue.Clear();
    }

    /// <summary>RESET_DEVICE, if it was negotiated.</summary>
    public void ResetDevice()
    {
        if (Has(ResetDeviceBit)) Channel.Send(34, 0, []);
    }

    /// <summary>Reads config space.</summary>
    public byte[] ReadConfig(uint offset, int length)
    {
        byte[] request = new byte[12 + length];
        BinaryPrimitives.WriteUInt32LittleEndian(request, offset);
        BinaryPrimitives.WriteUInt32LittleEndian(request.AsSpan(4), (uint)length);
        Channel.Send(24, 0, request);
        byte[] reply = Channel.Receive(24);
        return reply.Length == request.Length ? reply[12..] : throw new FrontendException($"GET_CONFIG of {length} bytes got {reply.Length}");
    }

    /// <summary>Writes config space.</summary>
    public void WriteConfig(uint offset, ReadOnlySpan<byte> bytes)
    {
        byte[] request = new byte[12 + bytes.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(request, offset);
        BinaryPrimitives.WriteUInt32LittleEndian(request.AsSpan(4), (uint)bytes.Length);
        bytes.CopyTo(request.AsSpan(12));
        Acknowledged(25, request, []);
    }

    /// <summary>Announces one more region (hot-plug).</summary>
    public bool TryAddRegion(GuestBuffer region, int fd, ulong fileOffset)
        => TryAcknowledged(37, [.. new byte[8], .. Region(region, fileOffset)], [fd]);

    /// <summary>Takes a region away (hot-unplug).</summary>
    public bool TryRemoveRegion(GuestBuffer region) => TryAcknowledged(38, [.. new byte[8], .. Region(region, region.Address)], []);

    /// <summary>Sends the whole memory table.</summary>
    public bool TrySetMemoryTable(IReadOnlyList<GuestBuffer> regions)
    {
        byte[] payload = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(payload, (uint)regions.Count);
        int[] fds = [.. regions.Select(_ => Ram.Fd)];
        return TryAcknowledged(5, [.. payload, .. regions.SelectMany(region => Region(region, region.Address))], fds);
    }

    /// <summary>A request with a 64-bit payload and no reply.</summary>
    public void Tell(uint request, ulong value) => Channel.Send(request, 0, BitConverter.GetBytes(value));

    /// <summary>A request without payload whose reply is a 64-bit number.</summary>
    public ulong Ask(uint request)
    {
        Channel.Send(request, 0, []);
        byte[] reply = Channel.Receive(request);
        return reply.Length == 8 ? BitConverter.ToUInt64(reply) : throw new FrontendException($"the reply to request {request} has {reply.Length} bytes");
    }

    /// <summary>A request that is acknowledged when REPLY_ACK is in force; false when the back-end refused it.</summary>
    public bool TryAcknowledged(uint request, ReadOnlySpan<byte> payload, ReadOnlySpan<int> fds)
    {
        if (!Has(ReplyAck))
        {
            Channel.Send(request, 0, payload, fds);
            return true;
        }

        Channel.Send(request, VhostUserChannel.NeedReply, payload, fds);
        return BitConverter.ToUInt64(Channel.Receive(request)) == 0;
    }

    /// <summary>Vring state payload.</summary>
    public static byte[] State(int index, uint value) => [.. BitConverter.GetBytes((uint)index), .. BitConverter.GetBytes(value)];

    /// <inheritdoc/>
    public void Dispose()
    {
        Display?.Dispose();
        _backendChannel?.Dispose();
        Channel.Dispose();
        foreach (GuestQueue queue in Queues) queue.Dispose();
    }

    private VhostUserChannel NewChannel(UnixSocket socket) => new(socket) { DisplayStep = () => Display?.ProcessInput() };

    private static byte[] Region(GuestBuffer region, ulong fileOffset)
        => [.. BitConverter.GetBytes(region.Address), .. BitConverter.GetBytes((ulong)region.Length),
            .. BitConverter.GetBytes(region.Address + GuestRam.FrontEndBase), .. BitConverter.GetBytes(fileOffset)];

    private bool Has(ulong protocolFeature) => (ProtocolFeatures & protocolFeature) != 0;

    private void Acknowledged(uint request, ReadOnlySpan<byte> payload, ReadOnlySpan<int> fds)
    {
        if (!TryAcknowledged(request, payload, fds)) throw new FrontendException($"the back-end refused request {request}");
    }

    /// <summary>Number of the next request that the device sent over the back-end channel; null: none has come.</summary>
    public uint? TakeBackendRequest()
    {
        byte[] message = new byte[12];
        if (_backendChannel is not { } channel || !channel.TryReceive(message, default, out int received, out _) || received != message.Length) return null;
        return BitConverter.ToUInt32(message);
    }

    private void SendFd(uint request, int index, int fd) => Channel.Send(request, 0, BitConverter.GetBytes((ulong)index), fd);

    private void SendCalls()
    {
        foreach (GuestQueue queue in Queues) SendFd(13, queue.Index, queue.Call.Fd);
    }

    private void SendBackendChannel()
    {
        (UnixSocket mine, UnixSocket theirs) = UnixSocket.Pair();
        _backendChannel = mine;
        Acknowledged(21, [], [theirs.Fd]);
        theirs.Dispose();
    }

    private void AnnounceMemory()
    {
        if (!Has(MemorySlots))
        {
            if (!TrySetMemoryTable(Ram.Regions)) throw new FrontendException("the back-end refused the memory table");
            return;
        }

        foreach (GuestBuffer region in Ram.Regions)
        {
            if (_announced.Contains(region)) continue;
            if (!TryAddRegion(region, Ram.Fd, region.Address)) throw new FrontendException($"the back-end refused memory at {region.Address:x}");
            _announced.Add(region);
        }
    }

    private void OpenDisplay()
    {
        CloseDisplay();
        (UnixSocket mine, UnixSocket theirs) = UnixSocket.Pair();
        Display = new DisplayPeer(mine, DisplaySize.Width, DisplaySize.Height) { OfferedFeatures = DisplayFeatures };
        Channel.Watch(Display.Fd);
        Channel.Send(33, 0, [], theirs.Fd);
        theirs.Dispose();
    }

    private void CloseDisplay()
    {
        if (Display is null) return;
        Channel.Unwatch(Display.Fd);
        Display.Dispose();
        Display = null;
    }
}
