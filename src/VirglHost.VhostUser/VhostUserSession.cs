using System.Buffers.Binary;
using System.Runtime.InteropServices;
using VirglHost.Linux;
using VirglHost.VhostUser.Memory;
using VirglHost.VhostUser.Messages;

namespace VirglHost.VhostUser;

/// <summary>
/// One connection with a front-end such as QEMU: reads its requests, keeps what was negotiated, drives the device. Has no thread of its own
/// and never waits; the owner calls <see cref="ProcessInput"/> when the socket is readable. One thread.
/// </summary>
public sealed class VhostUserSession : IDisposable
{
    // A front-end that floods must not keep the rings waiting for ever; level-triggered epoll calls again for the rest.
    private const int MaximumMessagesPerStep = 64;
    private const int MaximumConfigBytes = 256;
    private const uint ReplyFlags = 0x5;
    private const byte FeaturesOk = 8;

    private readonly UnixSocket _connection;
    private readonly IVhostUserDevice _device;
    private readonly SessionOptions _options;
    private readonly MessageAssembler _message;
    private readonly RingControl _rings;
    private readonly MemoryControl _memoryControl;
    private bool _isDisposed;

    /// <summary>Starts a session on a fresh connection; nothing is sent before the front-end speaks.</summary>
    /// <param name="connection">Connected socket; owned from here on.</param>
    /// <param name="device">Called back from inside this object's methods.</param>
    /// <param name="options">Choices for the negotiation.</param>
    public VhostUserSession(UnixSocket connection, IVhostUserDevice device, SessionOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MemorySlots, 1);
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("virtio rings are little-endian; so must be the host");
        _connection = connection;
        _device = device;
        _options = options;
        _message = new MessageAssembler(connection);
        Memory = new GuestMemory();
        var rings = new NegotiatedRing[device.QueueCount];
        for (int i = 0; i < rings.Length; i++) rings[i] = new NegotiatedRing();
        State = new NegotiatedState { Rings = rings };
        _rings = new RingControl(device, State, Memory);
        _memoryControl = new MemoryControl(Memory, _rings, device, State, options.MemorySlots);
    }

    /// <summary>The connection's descriptor: watch it for reading.</summary>
    public int Fd => _connection.Fd;

    /// <summary>At least one whole message arrived.</summary>
    public bool HasReceivedMessage { get; private set; }

    /// <summary>Guest memory; the same object for the whole session.</summary>
    public GuestMemory Memory { get; }

    /// <summary>What has been negotiated so far.</summary>
    public NegotiatedState State { get; }

    private ProtocolFeatures OfferedProtocolFeatures
        => ProtocolFeatures.MultipleQueues | ProtocolFeatures.ReplyAck | ProtocolFeatures.BackendRequests | ProtocolFeatures.Config
            | ProtocolFeatures.ResetDevice | ProtocolFeatures.Status | (_options.OfferMemorySlots ? ProtocolFeatures.ConfigureMemorySlots : 0);

    /// <summary>Handles the whole messages that have arrived (a bounded number of them) and returns without waiting for more.</summary>
    /// <returns>Whether the front-end is still there.</returns>
    /// <exception cref="VhostProtocolException">The front-end broke the protocol or went away in the middle: dispose the session.</exception>
    public SessionStep ProcessInput()
    {
        try
        {
            for (int i = 0; i < MaximumMessagesPerStep; i++)
            {
                MessageAssembler.Outcome outcome = _message.Advance();
                if (outcome == MessageAssembler.Outcome.Closed) return SessionStep.PeerClosed;
                if (outcome == MessageAssembler.Outcome.Waiting) return SessionStep.Continue;
                HasReceivedMessage = true;
                Handle(_message.Code);
                _message.Discard();
            }
        }
        catch (LinuxException failure) when (failure.IsPeerGone)
        {
            throw new VhostProtocolException("the front-end went away without taking its replies", failure);
        }

        return SessionStep.Continue;
    }

    /// <summary>Stops the queues, resets the device, unmaps guest memory and closes every descriptor.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _rings.Reset();
        _device.Reset();
        _memoryControl.Dispose();
        _rings.Dispose();
        State.BackendChannel?.Dispose();
        _message.Dispose();
        _connection.Dispose();
    }

    private void Handle(RequestCode code)
    {
        if (RequestTable.Find(code) is not RequestShape shape)
        {
            // Without a promise to answer, nobody can tell whether the front-end waits for one.
            if (!MustAcknowledge) throw new VhostProtocolException($"request {(uint)code} is not built");
            Acknowledge($"request {(uint)code} is not built");
            return;
        }

        int size = _message.Payload.Length;
        if (size < shape.MinimumSize || size > shape.MaximumSize)
            throw new VhostProtocolException($"{code} has {size} bytes, expected {Describe(shape)}");
        if (_message.FdCount > shape.MaximumFds)
            throw new VhostProtocolException($"{code} came with {_message.FdCount} descriptors, expected at most {shape.MaximumFds}");
        if (shape.HasReply)
            Answer(code);
        else
            Acknowledge(CarryOut(code));
    }

    private static string Describe(RequestShape shape)
        => shape.MinimumSize == shape.MaximumSize ? $"{shape.MinimumSize}" : $"{shape.MinimumSize} to {shape.MaximumSize}";

    /// <summary>Requests with a reply of their own.</summary>
    private void Answer(RequestCode code)
    {
        switch (code)
        {
            case RequestCode.GetFeatures: Reply(_device.Features & VirtioFeatures.DeviceMask | VirtioFeatures.Offered); break;
            case RequestCode.GetProtocolFeatures: Reply((ulong)OfferedProtocolFeatures); break;
            case RequestCode.GetQueueCount: Reply((ulong)State.Rings.Count); break;
            case RequestCode.GetMaximumMemorySlots: Reply((ulong)_options.MemorySlots); break;
            case RequestCode.GetConfig: ReplyConfig(); break;
            case RequestCode.GetStatus: Reply((ulong)State.Status); break;
            case RequestCode.GetVringBase:
                (uint index, uint next) = _rings.GetBase(_message.Payload);
                Reply((ulong)next << 32 | index);
                break;
            default: throw new VhostProtocolException($"{code} has no reply");
        }
    }

    /// <summary>Requests without a reply of their own; returns null, or why the request was refused.</summary>
    private string? CarryOut(RequestCode code)
    {
        switch (code)
        {
            case RequestCode.SetFeatures: return _rings.SetFeatures(PayloadWord());
            case RequestCode.SetProtocolFeatures: return SetProtocolFeatures(PayloadWord());
            case RequestCode.SetOwner: State.HasOwner = true; return null;
            case RequestCode.ResetOwner: return null;              // SPEC: deprecated, back-ends should ignore it.
            case RequestCode.SetMemoryTable: return _memoryControl.SetTable(_message);
            case RequestCode.AddMemoryRegion: return _memoryControl.Add(_message);
            case RequestCode.RemoveMemoryRegion: return _memoryControl.Remove(_message);
            case RequestCode.SetVringNum: return _rings.SetNum(_message.Payload);
            case RequestCode.SetVringAddress: return _rings.SetAddresses(_message.Payload);
            case RequestCode.SetVringBase: return _rings.SetBase(_message.Payload);
            case RequestCode.SetVringKick: return _rings.SetKick(PayloadWord(), _message);
            case RequestCode.SetVringCall: _rings.SetCall(PayloadWord(), _message); return null;
            case RequestCode.SetVringError: _rings.SetError(PayloadWord(), _message); return null;
            case RequestCode.SetVringEnable: return _rings.SetEnable(_message.Payload);
            case RequestCode.SetConfig: return SetConfig();
            case RequestCode.ResetDevice: return ResetDevice();
            case RequestCode.SetStatus: return SetStatus(PayloadWord());
            case RequestCode.SetBackendRequestFd: return SetBackendChannel();
            case RequestCode.GpuSetSocket: return SetDisplaySocket();
            default: return $"request {(uint)code} is not built";
        }
    }

    private string? SetProtocolFeatures(ulong features)
    {
        ulong unknown = features & ~(ulong)OfferedProtocolFeatures;
        if (unknown != 0) throw new VhostProtocolException($"the front-end accepted protocol features {unknown:x} that were not offered");
        State.ProtocolFeatures = features;
        return null;
    }

    private string? ResetDevice()
    {
        _rings.Reset();
        State.Features = 0;
        State.AreFeaturesAccepted = false;
        State.Status = 0;
        _device.Reset();
        return null;
    }

    /// <summary>SPEC: vhost-user, SET_STATUS: 0 is a reset, and FEATURES_OK stays away from a status whose features cannot be served.</summary>
    private string? SetStatus(ulong status)
    {
        if (status > byte.MaxValue) return $"status {status:x} has more than 8 bits";
        if (status == 0) return ResetDevice();
        bool isRefused = (status & FeaturesOk) != 0 && !State.AreFeaturesAccepted;
        State.Status = (byte)(isRefused ? status & ~(ulong)FeaturesOk : status);
        return isRefused ? "FEATURES_OK without features that can be served" : null;
    }

    private string? SetConfig()
    {
        int length = ConfigRange(out uint offset);
        _device.WriteConfig(offset, _message.Payload.Slice(12, length));
        return null;
    }

    /// <summary>Tells the front-end that the device's config space has changed, where it listens to that; never waits.</summary>
    public void NotifyConfigChanged()
    {
        // SPEC: vhost-user, VHOST_USER_BACKEND_CONFIG_CHANGE_MSG: number 2, flags 1 (the version), no payload, over the back-end channel.
        ReadOnlySpan<uint> message = [2, 1, 0];
        try
        {
            State.BackendChannel?.TrySend(MemoryMarshal.AsBytes(message), default, out _);
        }
        catch (LinuxException)
        {
            // A channel that its other end has closed takes no news.
        }
    }

    private string? SetBackendChannel()
    {
        UnixSocket? channel = TakeSocket(out string? refusal);
        if (channel is null) return refusal;
        State.BackendChannel?.Dispose();
        State.BackendChannel = channel;
        return null;
    }

    private string? SetDisplaySocket()
    {
        UnixSocket? socket = TakeSocket(out string? refusal);
        if (socket is null) return refusal;
        State.DisplaySocket = socket;
        _device.DisplaySocketReceived(socket);
        return null;
    }

    private UnixSocket? TakeSocket(out string? refusal)
    {
        if (_message.FdCount != 1) throw new VhostProtocolException($"{_message.Code} came without its descriptor");
        refusal = null;
        try
        {
            return UnixSocket.FromFd(_message.TakeFd(0));
        }
        catch (LinuxException failure)
        {
            refusal = $"{_message.Code} carries no usable socket: {failure.Message}";
            return null;
        }
    }

    /// <summary>SPEC: vhost-user, "Virtio device config space": offset u32, size u32, flags u32, then size bytes (also in a request to read).</summary>
    private int ConfigRange(out uint offset)
    {
        offset = BinaryPrimitives.ReadUInt32LittleEndian(_message.Payload);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(_message.Payload[4..]);
        if (length > MaximumConfigBytes || length != _message.Payload.Length - 12)
            throw new VhostProtocolException($"{_message.Code} of {length} bytes has a payload of {_message.Payload.Length}");
        return (int)length;
    }

    private void ReplyConfig()
    {
        int length = ConfigRange(out uint offset);
        Span<byte> answer = stackalloc byte[12 + MaximumConfigBytes];
        answer.Clear();
        _message.Payload[..12].CopyTo(answer);
        _device.ReadConfig(offset, answer.Slice(12, length));
        Reply(answer[..(12 + length)]);
    }

    private ulong PayloadWord() => BinaryPrimitives.ReadUInt64LittleEndian(_message.Payload);

    // QUIRK: behind a listening QEMU a restarted back-end never sees SET_PROTOCOL_FEATURES; the flag itself then says what was agreed.
    private bool MustAcknowledge
        => _message.NeedsReply && (State.ProtocolFeatures is not ulong agreed || (agreed & (ulong)ProtocolFeatures.ReplyAck) != 0);

    private void Acknowledge(string? refusal)
    {
        if (refusal is not null) _device.RequestRefused(refusal);
        if (MustAcknowledge) Reply(refusal is null ? 0UL : 1UL);
    }

    private void Reply(ulong value)
    {
        Span<byte> payload = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(payload, value);
        Reply(payload);
    }

    private void Reply(ReadOnlySpan<byte> payload)
    {
        Span<byte> bytes = stackalloc byte[MessageAssembler.HeaderSize + 12 + MaximumConfigBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)_message.Code);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], ReplyFlags);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], (uint)payload.Length);
        payload.CopyTo(bytes[MessageAssembler.HeaderSize..]);
        bytes = bytes[..(MessageAssembler.HeaderSize + payload.Length)];
        // A reply is far smaller than a socket buffer: if it does not fit, hundreds of earlier ones were never read.
        if (!_connection.TrySend(bytes, [], out int sent) || sent != bytes.Length)
            throw new VhostProtocolException("the front-end does not read its replies");
    }
}
